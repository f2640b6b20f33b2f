"""Rules about the output folder: what a build will not replace, and when it cannot write."""

from __future__ import annotations

from collections.abc import Mapping

from kring.findings import Severity
from kring.rules.rule import ExampleOf, Phrase, Rule

OUTPUTS: Mapping[str, Phrase] = {
    "preview": Phrase("een voorvertoning", "a preview"),
    "site": Phrase("een site", "a site"),
}
"""What stands in an output folder."""

RULES: tuple[Rule, ...] = (
    Rule(
        id="output/busy",
        severity=Severity.ERROR,
        title=Phrase("Er wordt al gebouwd", "A build is already running"),
        why=Phrase(
            "Twee keer tegelijk bouwen naar dezelfde map geeft een mengsel van twee sites.",
            "Two builds into one folder at once would mix two sites.",
        ),
        message=Phrase(
            "Een andere `kring` schrijft nu naar `{output}`.", "Another `kring` is writing to `{output}` now."
        ),
        hint=Phrase(
            "Wacht tot die klaar is, of kies met `--out` een andere map.",
            "Wait until it is done, or choose another folder with `--out`.",
        ),
        bad="kring build & kring build\n",
        good="kring build && kring build\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="output/not-ours",
        severity=Severity.ERROR,
        title=Phrase("Deze map is niet van Kring", "This folder is not Kring's"),
        why=Phrase(
            "Kring vervangt de hele map. Wat een ander erin zette, zou weg zijn.",
            "Kring replaces the whole folder. What somebody else put there would be gone.",
        ),
        message=Phrase(
            "In `{output}` staan al bestanden, en niet van een eerdere `kring build`.",
            "`{output}` already holds files, and not from an earlier `kring build`.",
        ),
        hint=Phrase(
            "Kies met `--out` een lege of nieuwe map, of maak deze map zelf leeg.",
            "Choose an empty or new folder with `--out`, or empty this one yourself.",
        ),
        bad="kring build --out ~/Documenten\n",
        good="kring build --out ~/Documenten/site\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="output/other-edition",
        severity=Severity.ERROR,
        title=Phrase("In deze map staat een andere editie", "This folder holds another edition"),
        why=Phrase(
            "Zo komt de site voor begeleiders nooit per ongeluk op het adres van de deelnemers.",
            "So the facilitators' site never ends up at the participants' address by mistake.",
        ),
        message=Phrase(
            "`{output}` bevat de editie {found}; nu wordt {wanted} gebouwd.",
            "`{output}` holds the edition {found}; this build makes {wanted}.",
        ),
        hint=Phrase(
            "Kies voor elke editie een eigen map, of verwijder deze map eerst zelf.",
            "Choose a folder for each edition, or remove this one yourself first.",
        ),
        bad="kring build --edition participant --out www\nkring build --edition facilitator --out www\n",
        good="kring build --edition participant --out www-deelnemers\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="output/preview",
        severity=Severity.ERROR,
        title=Phrase("Een voorvertoning is geen site", "A preview is not a site"),
        why=Phrase(
            "In een voorvertoning staan concepten. Zij komt nooit in de plaats van een goede site, en wat in de map van "
            "een site staat, is nooit een voorvertoning.",
            "A preview holds drafts. It never takes the place of a good site, and what stands in a site's folder is "
            "never a preview.",
        ),
        message=Phrase(
            "In `{output}` staat {found:output}; nu wordt {wanted:output} gebouwd.",
            "`{output}` holds {found:output}; this build makes {wanted:output}.",
        ),
        hint=Phrase(
            "Kies voor de voorvertoning een eigen map, of verwijder deze map eerst zelf.",
            "Choose a folder of its own for the preview, or remove this one yourself first.",
        ),
        bad="kring build --out www\nkring build --preview --out www\n",
        good="kring build --out www\nkring build --preview --out www-preview\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="output/misplaced",
        severity=Severity.ERROR,
        title=Phrase("Geen plaats voor de site of een boek", "No place for the site or a book"),
        why=Phrase(
            "De map met de site wordt bij elke build vervangen. Daar mag niets van jezelf in of omheen staan, en ook geen boek in.",
            "The folder of the site is replaced by each build. Nothing of yours may stand in it or around it, nor a book in it.",
        ),
        message=Phrase(
            "In `{output}` kan Kring niets neerzetten, vanwege `{place}`.",
            "Kring cannot put anything in `{output}`, because of `{place}`.",
        ),
        hint=Phrase(
            "Kies met `--out` een map buiten de bronnen en buiten een andere site, bijvoorbeeld `site` of `print`.",
            "Choose a folder with `--out` outside the sources and outside another site, such as `site` or `print`.",
        ),
        bad="kring build --out content/site\n",
        good="kring build --out site\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="output/symlink",
        severity=Severity.ERROR,
        title=Phrase("Een koppeling waar Kring wil schrijven", "A link where Kring would write"),
        why=Phrase(
            "Een koppeling kan overal heen wijzen. Kring zou dan veranderen of weghalen wat van een ander is.",
            "A link may lead anywhere. Kring would then change or remove what belongs to somebody else.",
        ),
        message=Phrase(
            "`{output}` is een koppeling. Kring schrijft en verwijdert niets door een koppeling heen.",
            "`{output}` is a symbolic link. Kring writes and removes nothing through a link.",
        ),
        hint=Phrase(
            "Zet de map of het bestand zelf op die plek, of geef met `--out` een andere map op.",
            "Put the folder or file itself there, or name another folder with `--out`.",
        ),
        bad="ln -s /var/www/site site\n",
        good="kring build --out /var/www/site\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="output/not-a-folder",
        severity=Severity.ERROR,
        title=Phrase("Geen map", "Not a folder"),
        why=Phrase("Een site is een map met bestanden.", "A site is a folder of files."),
        message=Phrase("`{output}` is een bestand en geen map.", "`{output}` is a file, not a folder."),
        hint=Phrase("Kies met `--out` een andere naam.", "Choose another name with `--out`."),
        bad="kring build --out README.md\n",
        good="kring build --out site\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="output/unwritable",
        severity=Severity.ERROR,
        title=Phrase("Niet te schrijven", "Cannot be written"),
        why=Phrase(
            "De oude site blijft staan zolang de nieuwe niet in zijn geheel op zijn plaats kan komen.",
            "The old site stays as long as the new one cannot take its place as a whole.",
        ),
        message=Phrase(
            "`{output}` kan niet worden geschreven: {reason:system}.", "`{output}` cannot be written: {reason:system}."
        ),
        hint=Phrase(
            "Kijk of de schijf vol is, of je in de map erboven mag schrijven, en of een ander programma haar gebruikt.",
            "Check for a full disk, for leave to write in the folder above, and for other programs that use it.",
        ),
        bad="kring build --out /proc/site\n",
        good="kring build --out site\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="output/immovable",
        severity=Severity.ERROR,
        title=Phrase("Deze map zit vast", "This folder is fixed"),
        why=Phrase(
            "Kring verwisselt de oude site in één stap voor de nieuwe. Dat kan niet met een map waar een andere schijf begint, of die uit een container komt.",
            "Kring exchanges the old site for the new one in one step. A folder where another disk begins, or that comes with a container, cannot be exchanged.",
        ),
        message=Phrase(
            "`{output}` kan niet in één stap worden verwisseld: daar begint een andere schijf of een laag van een container.",
            "`{output}` cannot be exchanged in one step: another disk or a layer of a container begins there.",
        ),
        hint=Phrase(
            "Kies met `--out` een map daarbinnen, bijvoorbeeld `{output}/site`.",
            "Choose a folder inside it with `--out`, such as `{output}/site`.",
        ),
        bad="docker run --volume /srv/www:/www … kring build --out /www\n",
        good="docker run --volume /srv/www:/www … kring build --out /www/site\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="output/theme-changed",
        severity=Severity.ERROR,
        title=Phrase("Het thema veranderde tijdens het bouwen", "The theme changed during the build"),
        why=Phrase(
            "Anders staan op één site pagina's met het oude en met het nieuwe uiterlijk.",
            "Otherwise pages of the old and the new looks would stand on one site.",
        ),
        message=Phrase(
            "`{file}` van het thema veranderde terwijl `{output}` werd gebouwd.",
            "`{file}` of the theme changed while `{output}` was being built.",
        ),
        hint=Phrase("Bouw nog een keer.", "Build once more."),
        bad="kring build & git switch nieuw-thema\n",
        good="git switch nieuw-thema && kring build\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="output/left-behind",
        severity=Severity.WARNING,
        title=Phrase("Een oude map is blijven staan", "An old folder stayed behind"),
        why=Phrase(
            "Kring ruimt op wat een build achterlaat. Wat blijft staan, kost alleen ruimte: de site zelf is in orde.",
            "Kring clears what a build leaves. What stays only takes up room: the site itself is in order.",
        ),
        message=Phrase(
            "`{output}` is niet meer nodig en kan niet worden verwijderd: {reason:system}.",
            "`{output}` is not needed any more and cannot be removed: {reason:system}.",
        ),
        hint=Phrase("Verwijder de map zelf.", "Remove the folder yourself."),
        bad="sudo kring build, en daarna kring build\n",
        good="altijd kring build als dezelfde gebruiker\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="print/no-glyph",
        severity=Severity.ERROR,
        title=Phrase("Dit teken kan niet gedrukt worden", "This character cannot be printed"),
        why=Phrase(
            "De boeken gebruiken de letters die Kring meebrengt. Een teken dat daarin ontbreekt, zou uit het boek wegvallen.",
            "The books use the fonts that come with Kring. A character that they lack would be missing from the book.",
        ),
        message=Phrase(
            "Het teken {character} staat in geen letter van de boeken.",
            "No font of the books has the character {character}.",
        ),
        hint=Phrase(
            "Schrijf het in woorden, of gebruik een plaatje met een tekst erbij.",
            "Write it in words, or use a picture with an alternative text.",
        ),
        bad="---\ntitle: Goed gedaan 🎉\nsummary: Waarom je even stilstaat.\n---\n\nSta even stil.\n",
        good="---\ntitle: Goed gedaan!\nsummary: Waarom je even stilstaat.\n---\n\nSta even stil.\n",
        example_path="content/articles/rust.md",
    ),
)
