"""Rules about the blocks of a text: containers, headings, and what fits where."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.prose_rule import prose_rule
from kring.rules.rule import Phrase, Rule

_CONTAINER_RULES = (
    prose_rule(
        "unknown-container",
        title=Phrase("Onbekend kader", "Unknown container"),
        why=Phrase(
            "Kring weet van elk soort kader hoe het eruitziet en voor wie het is. Een ander soort kan het niet tonen.",
            "Of each kind of container Kring knows what it looks like and for whom it is. It cannot show another kind.",
        ),
        message=Phrase("Een kader `{name}` bestaat hier niet.", "There is no container `{name}` here."),
        hint=Phrase("Kies een van deze: {names}.", "Choose one of these: {names}."),
        hint_with={"near": Phrase("Bedoel je `::: {near}`?", "Did you mean `::: {near}`?")},
        bad="::: exampel\nAnna loopt elke middag een rondje.\n:::\n",
        good="::: example\nAnna loopt elke middag een rondje.\n:::\n",
    ),
    prose_rule(
        "unclosed-container",
        title=Phrase("Kader zonder einde", "Container without an end"),
        why=Phrase(
            "Zonder einde komt de hele rest van de tekst in het kader terecht.",
            "Without an end all the rest of the text would be part of the container.",
        ),
        message=Phrase("Het kader dat hier begint, houdt nergens op.", "The container that begins here has no end."),
        hint=Phrase(
            "Zet onder de laatste regel van het kader een regel met alleen `:::`.",
            "Put a line with nothing but `:::` below the last line of the container.",
        ),
        bad="::: note\nEen pauze van drie minuten is genoeg.\n\nDaarna ga je verder.\n",
        good="::: note\nEen pauze van drie minuten is genoeg.\n:::\n\nDaarna ga je verder.\n",
    ),
    prose_rule(
        "unopened-container",
        title=Phrase("Einde zonder kader", "An end without a container"),
        why=Phrase(
            "Een losse `:::` betekent meestal dat het begin van een kader is weggevallen.",
            "A stray `:::` mostly means that the beginning of a container got lost.",
        ),
        message=Phrase("Hier eindigt een kader dat nergens begint.", "Here ends a container that begins nowhere."),
        hint=Phrase(
            "Haal deze regel weg, of zet boven het kader een regel zoals `::: note`.",
            "Remove this line, or put a line such as `::: note` above the container.",
        ),
        bad="Een pauze van drie minuten is genoeg.\n:::\n",
        good="::: note\nEen pauze van drie minuten is genoeg.\n:::\n",
    ),
    prose_rule(
        "nested-container",
        title=Phrase("Kader in een kader", "Container in a container"),
        why=Phrase(
            "Op een telefoon en op papier zijn kaders in kaders niet meer te volgen.",
            "On a phone and on paper nobody can follow containers in containers.",
        ),
        message=Phrase(
            "`{fence}` staat binnen een ander kader. Dat kan niet.",
            "`{fence}` stands inside another container. That cannot be.",
        ),
        hint=Phrase("Sluit eerst het vorige kader met `:::`.", "First close the container before it with `:::`."),
        bad="::: note\nKies je moment.\n::: example\nAnna kiest kwart over drie.\n:::\n:::\n",
        good="::: note\nKies je moment.\n:::\n\n::: example\nAnna kiest kwart over drie.\n:::\n",
    ),
    prose_rule(
        "empty-container",
        title=Phrase("Leeg kader", "Empty container"),
        why=Phrase(
            "Lezers zien dan een kader waar niets in staat.", "Readers would see a container with nothing in it."
        ),
        message=Phrase("Dit kader (`{name}`) is leeg.", "This container (`{name}`) is empty."),
        hint=Phrase("Schrijf er iets in, of haal het weg.", "Write something in it, or remove it."),
        bad="::: example\n:::\n",
        good="::: example\nAnna loopt elke middag een rondje.\n:::\n",
    ),
    prose_rule(
        "container-place",
        title=Phrase("Kader op een verkeerde plek", "Container in a wrong place"),
        why=Phrase(
            "Alleen helemaal vooraan op een regel begint `:::` een kader. Ergens anders zien lezers drie dubbele "
            "punten, en zou een opmerking voor begeleiders bij deelnemers terechtkomen.",
            "Only at the very beginning of a line does `:::` begin a container. Anywhere else readers would see three "
            "colons, and a remark for facilitators would reach participants.",
        ),
        message=Phrase(
            "Deze `:::` staat ingesprongen, in een lijst of in een citaat.",
            "This `:::` stands indented, in a list or in a quotation.",
        ),
        hint=Phrase(
            "Zet `:::` helemaal vooraan op een eigen regel, buiten de lijst of het citaat.",
            "Put `:::` at the very beginning of a line of its own, outside the list or quotation.",
        ),
        bad="- Kies een moment.\n\n  ::: note\n  Drie minuten is genoeg.\n  :::\n",
        good="- Kies een moment.\n\n::: note\nDrie minuten is genoeg.\n:::\n",
    ),
    prose_rule(
        "fence-signs",
        title=Phrase("Kader met verkeerde tekens", "Container with wrong signs"),
        why=Phrase(
            "Alleen drie gewone dubbele punten, zonder iets ertussen, begrenzen een kader. Andere tekens blijven staan "
            "als tekst, en dan komt een opmerking voor begeleiders bij deelnemers terecht.",
            "Only three plain colons, with nothing between them, mark off a container. Other signs stay as text, and "
            "then a remark for facilitators reaches participants.",
        ),
        message=Phrase(
            "`{signs}` lijkt op `:::`, maar begint of sluit geen kader.",
            "`{signs}` looks like `:::`, but neither begins nor closes a container.",
        ),
        hint=Phrase(
            "Zet drie gewone dubbele punten helemaal vooraan op een eigen regel: `:::`.",
            "Put three plain colons at the very beginning of a line of its own: `:::`.",
        ),
        hint_with={"fence": Phrase("Schrijf hier `{fence}`.", "Write `{fence}` here.")},
        bad="：：： note\nDrie minuten is genoeg.\n：：：\n",
        good="::: note\nDrie minuten is genoeg.\n:::\n",
    ),
    Rule(
        id="prose/facilitator-container",
        severity=Severity.ERROR,
        title=Phrase("Kader voor begeleiders buiten een artikel", "Container for facilitators outside an article"),
        why=Phrase(
            "Een kader voor begeleiders kan alleen in een artikel. Andere teksten zijn in hun geheel voor deelnemers "
            "of in hun geheel voor begeleiders, zodat er niets bij de verkeerde lezer komt.",
            "Only an article may have a container for facilitators. Other texts are as a whole for participants or as "
            "a whole for facilitators, so that nothing reaches the wrong reader.",
        ),
        message=Phrase(
            "`::: facilitator` kan hier niet: deze tekst is geen artikel.",
            "`::: facilitator` cannot stand here: this text is no article.",
        ),
        hint=Phrase(
            "Zet de opmerking in een veld voor begeleiders, zoals `purpose` of `script` van een activiteit.",
            "Put the remark into a field for facilitators, such as `purpose` or `script` of an activity.",
        ),
        bad=(
            "title: Ademen\nkind: exercise\nminutes: 5\npriority: core\nparticipant_text: |\n"
            "  Adem drie keer rustig in en uit.\n\n  ::: facilitator\n  Doe zelf mee.\n  :::\n"
        ),
        good=(
            "title: Ademen\nkind: exercise\nminutes: 5\npriority: core\nparticipant_text: |\n"
            "  Adem drie keer rustig in en uit.\npurpose: |\n  Doe zelf mee.\n"
        ),
    ),
)

_HEADING_RULES = (
    prose_rule(
        "heading-level",
        title=Phrase("Kop van een niveau dat niet kan", "Heading of a level that cannot be"),
        why=Phrase(
            "De titel van de pagina is de hoofdkop. Koppen in de tekst komen daaronder, hooguit drie niveaus diep.",
            "The title of the page is its main heading. Headings in the text come below it, at most three levels deep.",
        ),
        message=Phrase(
            "Deze kop heeft niveau `{hashes}`. Koppen gaan hier van `{first}` tot en met `{last}`.",
            "This heading has level `{hashes}`. Headings here go from `{first}` up to `{last}`.",
        ),
        hint=Phrase(
            "Gebruik `{first}` voor de koppen van het hoogste niveau, en ga niet dieper dan `{last}`.",
            "Use `{first}` for the headings of the highest level, and go no deeper than `{last}`.",
        ),
        bad="# Waarom rust helpt\n\nJe hoofd ruimt op.\n",
        good="## Waarom rust helpt\n\nJe hoofd ruimt op.\n",
    ),
    prose_rule(
        "heading-jump",
        title=Phrase("Kop slaat een niveau over", "Heading skips a level"),
        why=Phrase(
            "Wie met een schermlezer leest, gaat van kop naar kop en denkt bij een sprong dat er iets ontbreekt.",
            "A reader with a screen reader goes from heading to heading, and at a jump thinks something is missing.",
        ),
        message=Phrase(
            "Deze kop heeft niveau `{hashes}`, maar `{expected}` is hier het diepste dat kan.",
            "This heading has level `{hashes}`, but `{expected}` is the deepest that fits here.",
        ),
        hint=Phrase("Maak er `{expected}` van.", "Make it `{expected}`."),
        bad="## Waarom rust helpt\n\n#### In je hoofd\n\nJe hoofd ruimt op.\n",
        good="## Waarom rust helpt\n\n### In je hoofd\n\nJe hoofd ruimt op.\n",
    ),
    prose_rule(
        "heading-inside",
        title=Phrase("Kop in een lijst, citaat of kader", "Heading in a list, quotation or container"),
        why=Phrase(
            "Koppen maken de inhoudsopgave. In een lijst, citaat, voetnoot of kader horen ze daar niet bij.",
            "Headings make the table of contents. In a list, quotation, footnote or container they are no part of it.",
        ),
        message=Phrase(
            "Hier staat een kop in een lijst, citaat, voetnoot of kader.",
            "Here a heading stands in a list, quotation, footnote or container.",
        ),
        hint=Phrase(
            "Maak de woorden vet (`**zo**`), of geef het kader een titel: `::: note Titel`.",
            "Make the words bold (`**like this**`), or give the container a title: `::: note Title`.",
        ),
        bad="::: note\n## Let op\n\nDrie minuten is genoeg.\n:::\n",
        good="::: note Let op\nDrie minuten is genoeg.\n:::\n",
    ),
    prose_rule(
        "empty-heading",
        title=Phrase("Lege kop", "Empty heading"),
        why=Phrase(
            "Een kop zonder woorden staat als een leeg regeltje in de inhoudsopgave.",
            "A heading without words is an empty line in the table of contents.",
        ),
        message=Phrase("Deze kop heeft geen woorden.", "This heading has no words."),
        hint=Phrase(
            "Schrijf een kop achter de hekjes, of haal ze weg.", "Write a heading behind the hashes, or remove them."
        ),
        bad="##\n\nJe hoofd ruimt op.\n",
        good="## Waarom rust helpt\n\nJe hoofd ruimt op.\n",
    ),
)

_TERMS = """\
terms:
  - id: prikkel
    term: prikkel
    text: |
"""

BLOCK_RULES: tuple[Rule, ...] = (
    *_CONTAINER_RULES,
    *_HEADING_RULES,
    Rule(
        id="prose/block-in-inline",
        severity=Severity.ERROR,
        title=Phrase("Meer dan een paar zinnen", "More than a few sentences"),
        why=Phrase(
            "Dit veld staat op de pagina midden in een regel of lijst. Daar passen zinnen met nadruk en links, en geen "
            "lijsten, koppen, tabellen, plaatjes of tweede alinea.",
            "On the page this field stands within a line or list. Sentences with emphasis and links fit there; lists, "
            "headings, tables, images or a second paragraph do not.",
        ),
        message=Phrase(
            "Hier past alleen één alinea met gewone zinnen.", "Only one paragraph of plain sentences fits here."
        ),
        hint=Phrase(
            "Maak er één alinea van. Is het toch gewone tekst, zet dan een `\\` voor het eerste teken.",
            "Make it one paragraph. If it is plain text after all, put a `\\` before its first sign.",
        ),
        bad=_TERMS + "      Wat je merkt:\n\n      - geluid\n      - licht\n",
        good=_TERMS + "      Wat je merkt, zoals geluid of licht.\n",
        example_path="content/glossary.yml",
    ),
    prose_rule(
        "too-deep",
        title=Phrase("Te diep in elkaar", "Too deep inside each other"),
        why=Phrase(
            "Lijsten in lijsten in lijsten passen niet op een telefoon of op papier.",
            "Lists in lists in lists fit neither a phone nor paper.",
        ),
        message=Phrase("Hier staan te veel dingen in elkaar.", "Too many things stand inside each other here."),
        hint=Phrase(
            "Maak er een lijst van één of twee niveaus van, of gebruik koppen.",
            "Make it a list of one or two levels, or use headings.",
        ),
        bad=">" * 17 + " Rust\n",
        good="> Rust\n",
    ),
    prose_rule(
        "table-row",
        title=Phrase("Tabelrij met te veel cellen", "Table row with too many cells"),
        why=Phrase(
            "Wat naast de laatste kolom staat, zou wegvallen.", "What stands beyond the last column would be lost."
        ),
        message=Phrase(
            "Deze rij heeft {cells} cellen; de tabel heeft {columns} kolommen.",
            "This row has {cells} cells; the table has {columns} columns.",
        ),
        hint=Phrase(
            "Geef de kop van de tabel evenveel kolommen. Schrijf `\\|` voor een streepje in een cel.",
            "Give the head of the table as many columns. Write `\\|` for a bar within a cell.",
        ),
        bad="| Dag | Wat |\n| --- | --- |\n| maandag | lopen | 10 minuten |\n",
        good="| Dag | Wat | Hoelang |\n| --- | --- | --- |\n| maandag | lopen | 10 minuten |\n",
    ),
    prose_rule(
        "unclosed-code",
        title=Phrase("Codeblok zonder einde", "Code block without an end"),
        why=Phrase(
            "Zonder einde wordt de hele rest van de tekst getoond als code, met de tekens erbij.",
            "Without an end all the rest of the text is shown as code, signs and all.",
        ),
        message=Phrase(
            "Het codeblok dat hier begint, houdt nergens op.", "The code block that begins here has no end."
        ),
        hint=Phrase(
            "Zet er een regel met alleen `{fence}` onder, of haal deze regel weg.",
            "Put a line with nothing but `{fence}` below it, or remove this line.",
        ),
        bad="```\nma di wo do vr\n\nVul je week in.\n",
        good="```\nma di wo do vr\n```\n\nVul je week in.\n",
    ),
)
