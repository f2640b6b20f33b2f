"""Rules about files: their names, their kind, their size, and the characters in them."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.rule import ExampleOf, Phrase, Rule

_ARTICLE = "---\ntitle: Rust\nsummary: Waarom rust helpt.\n---\n"

FILE_RULES: tuple[Rule, ...] = (
    Rule(
        id="file/missing",
        severity=Severity.ERROR,
        title=Phrase("Een vast bestand of een vaste map ontbreekt", "A fixed file or folder is missing"),
        why=Phrase(
            "Kring zoekt de inhoud op vaste plaatsen: site_config.yml, content/ en programs/.",
            "Kring looks for content in fixed places: site_config.yml, content/ and programs/.",
        ),
        message=Phrase(
            "`{name}` ontbreekt. Kring heeft dit nodig om te bouwen.", "`{name}` is missing. Kring needs it to build."
        ),
        hint=Phrase(
            "Maak `{name}` aan, of kies met `--root` de map waar het in staat.",
            "Create `{name}`, or use `--root` to choose the folder that holds it.",
        ),
        bad="content/\n",
        good="site_config.yml, content/ en programs/ naast elkaar\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="file/unexpected",
        severity=Severity.WARNING,
        title=Phrase("Dit hoort hier niet", "This does not belong here"),
        why=Phrase(
            "Wat op een onbekende plaats staat, komt niet op de site. Dat merkt vaak niemand.",
            "What stands in an unknown place does not reach the site, and often nobody notices.",
        ),
        message=Phrase(
            "Kring kent `{name}` niet op deze plaats en slaat het over.",
            "Kring does not know `{name}` in this place and skips it.",
        ),
        hint=Phrase(
            "Zet het in een van deze mappen: {places}. Of haal het weg.",
            "Move it into one of these folders: {places}. Or remove it.",
        ),
        hint_with={
            "suffix": Phrase(
                "Een bestand in deze map eindigt op `{suffix}`.",
                "A file in this folder ends in `{suffix}`.",
            ),
            "near": Phrase("Bedoel je de map `{near}`?", "Do you mean the folder `{near}`?"),
        },
        bad="content/artikelen/rust.md\n",
        good="content/articles/rust.md\n",
        example_of=ExampleOf.PATHS,
    ),
    Rule(
        id="file/wrong-extension",
        severity=Severity.ERROR,
        title=Phrase("Verkeerd einde van een bestandsnaam", "Wrong ending of a file name"),
        why=Phrase(
            "Elk soort bestand heeft één vast einde, zodat iedereen het vindt.",
            "Each kind of file has one fixed ending, so that everybody finds it.",
        ),
        message=Phrase(
            "De naam eindigt op `{found}`. In deze map hoort `{expected}`.",
            "The name ends in `{found}`. In this folder it must be `{expected}`.",
        ),
        hint=Phrase("Noem het bestand `{better}`.", "Rename the file to `{better}`."),
        bad="content/activities/doel.yaml\n",
        good="content/activities/doel.yml\n",
        example_of=ExampleOf.PATHS,
    ),
    Rule(
        id="file/bad-id",
        severity=Severity.ERROR,
        title=Phrase("De naam is geen goede id", "The name is not a good id"),
        why=Phrase(
            "De naam van het bestand of de map is de id. Die komt in adressen en verwijzingen.",
            "The name of the file or folder is the id. It becomes part of addresses and references.",
        ),
        message=Phrase(
            "`{id}` kan geen id zijn: gebruik kleine letters, cijfers en losse streepjes, hoogstens 60 tekens.",
            "`{id}` cannot be an id: use lower-case letters, digits and single hyphens, at most 60 characters.",
        ),
        hint=Phrase(
            "Kies een kortere naam met alleen a-z, 0-9 en `-`.", "Choose a shorter name of a-z, 0-9 and `-` only."
        ),
        hint_with={"better": Phrase("Noem het `{better}`.", "Call it `{better}`.")},
        bad="content/articles/Mijn Artikel.md\n",
        good="content/articles/mijn-artikel.md\n",
        example_of=ExampleOf.PATHS,
    ),
    Rule(
        id="file/forbidden-name",
        severity=Severity.ERROR,
        title=Phrase("Deze naam werkt niet op elke computer", "This name does not work on every computer"),
        why=Phrase(
            "Windows kan zulke namen niet maken, en in adressen geven ze fouten.",
            "Windows cannot create such names, and they break addresses.",
        ),
        message=Phrase(
            "De naam `{name}` bevat `{part}`. Dat mag niet in een bestandsnaam.",
            "The name `{name}` contains `{part}`. That is not allowed in a file name.",
        ),
        hint=Phrase(
            'Laat deze tekens weg: < > : " | ? * \\ en een punt of spatie aan het eind.',
            'Leave these characters out: < > : " | ? * \\ and a full stop or space at the end.',
        ),
        bad="content/media/wat?.svg\n",
        good="content/media/wat.svg\n",
        example_of=ExampleOf.PATHS,
    ),
    Rule(
        id="file/reserved-name",
        severity=Severity.ERROR,
        title=Phrase("Deze naam is van Windows", "This name belongs to Windows"),
        why=Phrase(
            "CON, PRN, AUX, NUL, COM1 en LPT1 zijn in Windows apparaten, ook met iets erachter.",
            "CON, PRN, AUX, NUL, COM1 and LPT1 are devices in Windows, whatever follows them.",
        ),
        message=Phrase(
            "Op Windows kan een bestand niet `{name}` heten.", "On Windows a file cannot be called `{name}`."
        ),
        hint=Phrase("Kies een andere naam, bijvoorbeeld `{better}`.", "Choose another name, such as `{better}`."),
        bad="content/media/con.svg\n",
        good="content/media/contact.svg\n",
        example_of=ExampleOf.PATHS,
    ),
    Rule(
        id="file/path-too-long",
        severity=Severity.ERROR,
        title=Phrase("Het pad is te lang", "The path is too long"),
        why=Phrase("Windows kan heel lange paden niet openen.", "Windows cannot open very long paths."),
        message=Phrase(
            "Dit pad telt {length} tekens. Het mogen er {limit} zijn.",
            "This path has {length} characters; {limit} are allowed.",
        ),
        hint=Phrase("Geef het bestand of de map een kortere naam.", "Give the file or folder a shorter name."),
        bad=f"content/media/{'heel-' * 40}lang.svg\n",
        good="content/media/kort.svg\n",
        example_of=ExampleOf.PATHS,
    ),
    Rule(
        id="file/same-name",
        severity=Severity.ERROR,
        title=Phrase("Twee namen die hetzelfde zijn", "Two names that are the same"),
        why=Phrase(
            "Op Windows en macOS is `Plan.svg` hetzelfde bestand als `plan.svg`: een van de twee verdwijnt.",
            "On Windows and macOS `Plan.svg` is the same file as `plan.svg`: one of them disappears.",
        ),
        message=Phrase(
            "`{name}` en `{other}` zijn op veel computers hetzelfde.",
            "`{name}` and `{other}` are the same on many computers.",
        ),
        hint=Phrase("Geef een van de twee een andere naam.", "Rename one of the two."),
        bad="content/media/Plan.svg\ncontent/media/plan.svg\n",
        good="content/media/plan.svg\ncontent/media/plan-b.svg\n",
        example_of=ExampleOf.PATHS,
    ),
    Rule(
        id="file/symlink",
        severity=Severity.ERROR,
        title=Phrase("Een snelkoppeling", "A symbolic link"),
        why=Phrase(
            "Een koppeling kan buiten de map wijzen. Dan komt er iets op de site dat niemand heeft nagekeken.",
            "A link may point outside the folder, and put something on the site that nobody has reviewed.",
        ),
        message=Phrase(
            "`{name}` is een koppeling. Kring volgt geen koppelingen.",
            "`{name}` is a symbolic link. Kring follows no links.",
        ),
        hint=Phrase("Zet het bestand of de map zelf hier neer.", "Put the file or folder itself here."),
        bad="content/media/plan.svg -> /home/sam/plan.svg\n",
        good="content/media/plan.svg\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="file/not-regular",
        severity=Severity.ERROR,
        title=Phrase("Geen gewoon bestand", "Not a regular file"),
        why=Phrase(
            "Uit een apparaat of pijp komt geen inhoud; lezen kan eindeloos duren.",
            "A device or pipe holds no content; reading it may never end.",
        ),
        message=Phrase(
            "`{name}` is geen gewoon bestand en geen map.", "`{name}` is neither a regular file nor a folder."
        ),
        hint=Phrase("Haal het weg.", "Remove it."),
        bad="mkfifo content/media/plan.svg\n",
        good="content/media/plan.svg\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="file/too-large",
        severity=Severity.ERROR,
        title=Phrase("Te groot", "Too large"),
        why=Phrase(
            "Grote bestanden maken de site traag, juist op een telefoon met weinig bereik.",
            "Large files make the site slow, above all on a phone with a weak connection.",
        ),
        message=Phrase(
            "Dit bestand is {size} MB. Het mag {limit} MB zijn.", "This file is {size} MB; {limit} MB is allowed."
        ),
        hint=Phrase(
            "Verdeel een tekst over meer bestanden, verklein een afbeelding, of link naar een film.",
            "Split a text over several files, shrink an image, or link to a video.",
        ),
        bad="content/media/foto.jpg: 14 MB\n",
        good="content/media/foto.jpg: 0,4 MB\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="file/unreadable",
        severity=Severity.ERROR,
        title=Phrase("Niet te lezen", "Cannot be read"),
        why=Phrase(
            "Wat Kring niet kan lezen, ontbreekt op de site.", "What Kring cannot read is missing from the site."
        ),
        message=Phrase("`{name}` kan niet worden gelezen: {reason}.", "`{name}` cannot be read: {reason}."),
        hint=Phrase(
            "Sluit andere programma's die het gebruiken, en kijk of je het mag lezen.",
            "Close other programs that use it, and check that you may read it.",
        ),
        bad="chmod 000 content/glossary.yml\n",
        good="chmod 644 content/glossary.yml\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="file/changed-while-reading",
        severity=Severity.ERROR,
        title=Phrase("Veranderd tijdens het lezen", "Changed while it was read"),
        why=Phrase(
            "Anders komt een half opgeslagen tekst op de site.", "Otherwise half a saved text reaches the site."
        ),
        message=Phrase(
            "Dit bestand veranderde terwijl Kring het las.", "This file changed while Kring was reading it."
        ),
        hint=Phrase(
            "Wacht tot alles is opgeslagen en bouw opnieuw.", "Wait until everything is saved and build again."
        ),
        bad="content/glossary.yml wordt opgeslagen tijdens het bouwen\n",
        good="eerst opslaan, dan bouwen\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="file/not-utf8",
        severity=Severity.ERROR,
        title=Phrase("Geen UTF-8", "Not UTF-8"),
        why=Phrase(
            "Alleen in UTF-8 komen letters als é en ë op elke computer goed over.",
            "Only in UTF-8 do letters such as é and ë arrive unharmed on every computer.",
        ),
        message=Phrase(
            "Hier staat een teken dat niet als UTF-8 is opgeslagen (byte {byte}). Kring leest alleen UTF-8.",
            "Here stands a character that was not saved as UTF-8 (byte {byte}). Kring reads UTF-8 only.",
        ),
        hint=Phrase(
            "Sla het bestand opnieuw op en kies bij codering UTF-8.",
            "Save the file again and choose UTF-8 as its encoding.",
        ),
        bad="title: Café\n",
        good="title: Café\n",
        bad_encoding="latin-1",
    ),
    Rule(
        id="file/utf-16",
        severity=Severity.ERROR,
        title=Phrase("Opgeslagen als UTF-16", "Saved as UTF-16"),
        why=Phrase("Kring en de meeste programma's lezen UTF-8.", "Kring and most programs read UTF-8."),
        message=Phrase(
            "Dit bestand is opgeslagen als UTF-16. Kring leest alleen UTF-8.",
            "This file was saved as UTF-16. Kring reads UTF-8 only.",
        ),
        hint=Phrase(
            "Sla het bestand opnieuw op en kies bij codering UTF-8, niet Unicode.",
            "Save the file again and choose UTF-8 as its encoding, not Unicode.",
        ),
        bad="title: Rust\n",
        good="title: Rust\n",
        bad_encoding="utf-16",
    ),
    Rule(
        id="file/control-character",
        severity=Severity.ERROR,
        title=Phrase("Onzichtbaar stuurteken", "Invisible control character"),
        why=Phrase(
            "Stuurtekens zie je niet, maar ze breken pagina's en boeken. Vaak komen ze mee met knippen en plakken.",
            "Control characters cannot be seen, but they break pages and books. Often they come with a paste.",
        ),
        message=Phrase(
            "Hier staat een onzichtbaar stuurteken ({character}).",
            "Here stands an invisible control character ({character}).",
        ),
        hint=Phrase(
            "Haal het teken weg; typ dit stukje zo nodig opnieuw.",
            "Remove the character; type this piece again if needed.",
        ),
        bad="title: Rus\x00t\n",
        good="title: Rust\n",
    ),
    Rule(
        id="file/bidi-character",
        severity=Severity.ERROR,
        title=Phrase("Teken dat de leesrichting omdraait", "Character that turns the reading direction"),
        why=Phrase(
            "Met zo'n teken ziet een lezer iets anders dan er staat. Wie nakijkt, wordt misleid.",
            "With such a character readers see something else than what is written, and reviewers are deceived.",
        ),
        message=Phrase(
            "Hier staat een onzichtbaar teken dat de leesrichting verandert ({character}).",
            "Here stands an invisible character that changes the reading direction ({character}).",
        ),
        hint=Phrase("Haal het teken weg.", "Remove the character."),
        bad="title: Rust\u202e tsur\n",
        good="title: Rust\n",
    ),
    Rule(
        id="markdown/no-front-matter",
        severity=Severity.ERROR,
        title=Phrase("De gegevens boven de tekst ontbreken", "The fields above the text are missing"),
        why=Phrase(
            "Boven elke tekst staan de titel en andere gegevens.", "Above every text stand its title and other fields."
        ),
        message=Phrase(
            "Dit bestand begint niet met een regel `---` en daaronder de gegevens.",
            "This file does not begin with a line `---` and the fields below it.",
        ),
        hint=Phrase(
            "Zet bovenaan: een regel `---`, de velden, en weer een regel `---`.",
            "Begin with a line `---`, the fields, and another line `---`.",
        ),
        bad="Rust helpt.\n",
        good=_ARTICLE + "\nRust helpt.\n",
        example_path="content/articles/rust.md",
    ),
    Rule(
        id="markdown/unclosed-front-matter",
        severity=Severity.ERROR,
        title=Phrase("De gegevens boven de tekst worden niet afgesloten", "The fields above the text are not closed"),
        why=Phrase(
            "Zonder tweede `---` weet Kring niet waar de tekst begint.",
            "Without a second `---` Kring does not know where the text begins.",
        ),
        message=Phrase(
            "Hier beginnen de gegevens, maar er volgt geen tweede regel `---`.",
            "The fields begin here, but no second line `---` follows.",
        ),
        hint=Phrase(
            "Zet een regel met alleen `---` onder het laatste veld.", "Put a line with only `---` below the last field."
        ),
        bad="---\ntitle: Rust\n\nRust helpt.\n",
        good=_ARTICLE + "\nRust helpt.\n",
        example_path="content/articles/rust.md",
    ),
)
