"""Rules about names: where files stand, and what works as a name on every computer."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.rule import ExampleOf, Phrase, Rule

_WHERE_FOLDERS_BELONG = {
    "home": Phrase("De map `{name}` hoort in `{home}`.", "The folder `{name}` belongs in `{home}`."),
    "near": Phrase("Bedoel je de map `{near}`?", "Do you mean the folder `{near}`?"),
}

NAME_RULES: tuple[Rule, ...] = (
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
        hint=Phrase("Maak `{name}` aan.", "Create `{name}`."),
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
            **_WHERE_FOLDERS_BELONG,
        },
        bad="content/notities.docx\n",
        good="notities.docx\n",
        example_of=ExampleOf.PATHS,
    ),
    Rule(
        id="file/misplaced",
        severity=Severity.ERROR,
        title=Phrase("Inhoud op een plaats die Kring niet kent", "Content in a place that Kring does not know"),
        why=Phrase(
            "Wat op een onbekende plaats staat, komt niet op de site. Met inhoud mag dat niet ongemerkt gebeuren.",
            "What stands in an unknown place does not reach the site. That must not happen to content unnoticed.",
        ),
        message=Phrase(
            "Kring kent `{name}` niet op deze plaats, maar er staat inhoud in.",
            "Kring does not know `{name}` in this place, but it holds content.",
        ),
        hint=Phrase(
            "Zet het in een van deze mappen: {places}. Hoort het niet bij de site, zet het dan buiten `{top}`.",
            "Move it into one of these folders: {places}. If it is not for the site, keep it outside `{top}`.",
        ),
        hint_with=_WHERE_FOLDERS_BELONG,
        bad="content/artikelen/rust.md\n",
        good="content/articles/rust.md\n",
        example_of=ExampleOf.PATHS,
        may_be_eased=True,
    ),
    Rule(
        id="file/not-taken-up",
        severity=Severity.ERROR,
        title=Phrase("Een bestand viel weg", "A file fell away"),
        why=Phrase(
            "Een bestand dat er is, hoort op de site te komen of een fout te geven. Zwijgen mag niet.",
            "A file that is there must reach the site or give an error. Silence is not allowed.",
        ),
        message=Phrase(
            "`{name}` is er, maar Kring neemt het niet mee en kan niet zeggen waarom.",
            "`{name}` is there, but Kring leaves it out and cannot say why.",
        ),
        hint=Phrase(
            "Dit is een fout in Kring. Meld hem, met dit bestand erbij. De site van nu blijft staan.",
            "This is a mistake in Kring. Report it, with this file. The present site stays as it is.",
        ),
        bad="een stap van Kring slaat het bestand over zonder iets te zeggen\n",
        good="elk bestand komt mee, of heeft een fout die zegt waarom niet\n",
        example_of=ExampleOf.SITUATION,
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
        hint_with={
            "both": Phrase(
                "`{both}` is er ook. Vergelijk de twee, houd `{both}`, en haal dit bestand weg: hernoem het niet.",
                "`{both}` is there too. Compare the two, keep `{both}`, and remove this file: do not rename it.",
            ),
        },
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
)
