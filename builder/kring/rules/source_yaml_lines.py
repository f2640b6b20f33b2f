"""Rules about lines of YAML: how far they are indented, and what makes one a field, an item or text."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.rule import Phrase, Rule

_WRITE = Phrase("Schrijf: `{better}`", "Write: `{better}`")
MARK_FORGOTTEN = Phrase(
    "Zet `|` achter `{block}:`. Dan is alles eronder tekst.", "Put `|` behind `{block}:`. Then all below it is text."
)
_TEXT_IS_LOST = Phrase(
    "Anders leest YAML iets anders dan je schreef.", "Otherwise YAML reads something else than you wrote."
)

YAML_LINE_RULES: tuple[Rule, ...] = (
    Rule(
        id="yaml/tab-indentation",
        severity=Severity.ERROR,
        title=Phrase("Een tab vooraan", "A tab in front"),
        why=Phrase(
            "Een tab is op elk scherm anders breed; YAML kan er niet mee tellen.",
            "A tab is as wide as each screen likes; YAML cannot count with it.",
        ),
        message=Phrase("Hier staat een tab. YAML wil spaties.", "Here is a tab. YAML wants spaces."),
        hint=Phrase(
            "Vervang de tab door spaties: twee voor elke stap naar rechts.",
            "Replace the tab by spaces: two for each step to the right.",
        ),
        hint_with={
            "spaces": Phrase(
                "Haal de tab weg en typ {spaces:spaces}.", "Remove the tab and type {spaces:spaces} instead."
            )
        },
        bad="steps:\n\t- Kies\n",
        good="steps:\n  - Kies\n",
    ),
    Rule(
        id="yaml/nbsp-indentation",
        severity=Severity.ERROR,
        title=Phrase("Een harde spatie vooraan", "A no-break space in front"),
        why=Phrase(
            "Een harde spatie ziet eruit als een spatie, maar is voor YAML een letter.",
            "A no-break space looks like a space, but to YAML it is a letter.",
        ),
        message=Phrase(
            "Hier staat een harde spatie. YAML wil gewone spaties.",
            "Here is a no-break space. YAML wants ordinary spaces.",
        ),
        hint=Phrase(
            "Haal het begin van de regel weg en typ gewone spaties.",
            "Delete the beginning of the line and type ordinary spaces.",
        ),
        hint_with={"before": Phrase("Haal hem weg, vlak voor `{before}`.", "Remove it, right before `{before}`.")},
        bad="steps:\n\u00a0\u00a0- Kies\n",
        good="steps:\n  - Kies\n",
    ),
    Rule(
        id="yaml/no-space-after-colon",
        severity=Severity.ERROR,
        title=Phrase("Geen spatie na de dubbele punt", "No space after the colon"),
        why=Phrase(
            "Pas met een spatie erachter maakt een dubbele punt er een veld van. Zonder is het gewone tekst.",
            "Only a colon with a space behind it makes a field. Without one it is mere text.",
        ),
        message=Phrase(
            "Na de dubbele punt van `{field}` ontbreekt een gewone spatie.",
            "There is no ordinary space after the colon of `{field}`.",
        ),
        hint=_WRITE,
        bad="title:Rust\nkind: exercise\n",
        good="title: Rust\nkind: exercise\n",
    ),
    Rule(
        id="yaml/equals-for-colon",
        severity=Severity.ERROR,
        title=Phrase("Een = in plaats van een dubbele punt", "An = instead of a colon"),
        why=Phrase(
            "Tussen de naam van een veld en de waarde staat in YAML een dubbele punt met een spatie.",
            "Between the name of a field and its value YAML wants a colon and a space.",
        ),
        message=Phrase(
            "Na `{field}` staat een `=`. YAML wil daar een dubbele punt.",
            "There is an `=` after `{field}`. YAML wants a colon there.",
        ),
        hint=_WRITE,
        bad="title = Rust\nkind: exercise\n",
        good="title: Rust\nkind: exercise\n",
    ),
    Rule(
        id="yaml/text-after-block-mark",
        severity=Severity.ERROR,
        title=Phrase("Tekst op dezelfde regel als | of >", "Text on the same line as | or >"),
        why=Phrase("Na | of > begint de tekst op de volgende regel.", "After | or > the text begins on the next line."),
        message=Phrase("Na `{mark}` staat tekst op dezelfde regel.", "There is text on the same line after `{mark}`."),
        hint=Phrase(
            "Begin de tekst op de volgende regel, twee spaties naar rechts.",
            "Begin the text on the next line, two spaces to the right.",
        ),
        bad="purpose: | Rust vinden\n",
        good="purpose: |\n  Rust vinden\n",
    ),
    Rule(
        id="yaml/block-outdented",
        severity=Severity.ERROR,
        title=Phrase("Een regel springt te weinig in", "A line is not indented far enough"),
        why=Phrase(
            "De eerste regel van een tekst bepaalt hoe ver de rest moet inspringen.",
            "The first line of a text decides how far the rest must be indented.",
        ),
        message=Phrase(
            "Deze regel springt minder ver in dan het begin van de tekst.",
            "This line is indented less than the beginning of the text.",
        ),
        hint=Phrase(
            "Zet hem recht onder de eerste regel van de tekst.", "Put it directly below the first line of the text."
        ),
        bad="purpose: |\n    Rust vinden\n  en houden\n",
        good="purpose: |\n  Rust vinden\n  en houden\n",
    ),
    Rule(
        id="yaml/wrong-indentation",
        severity=Severity.ERROR,
        title=Phrase("Een regel staat niet recht onder zijn buren", "A line that is not directly below its neighbours"),
        why=Phrase(
            "Hoe ver een regel inspringt, zegt waar hij bij hoort. Eén spatie verschil is voor YAML al iets anders.",
            "How far a line is indented says what it belongs to. To YAML one space makes a difference.",
        ),
        message=Phrase(
            "Deze regel staat {indent:spaces} ingesprongen, zijn buren {neighbours}.",
            "This line is indented by {indent:spaces}, its neighbours by {neighbours}.",
        ),
        hint=Phrase("Zet hem recht onder zijn buren.", "Put it directly below its neighbours."),
        hint_with={
            "above": Phrase(
                "{move:move}. Dan staat `{key}` recht onder `{sibling}` (regel {line}) en hoort het bij `{above}`.",
                "{move:move}. Then `{key}` is directly below `{sibling}` (line {line}) and belongs to `{above}`.",
            ),
            "sibling": Phrase(
                "{move:move}. Dan staat `{key}` recht onder `{sibling}` (regel {line}).",
                "{move:move}. Then `{key}` is directly below `{sibling}` (line {line}).",
            ),
            "move": Phrase("{move:move}, net als op regel {line}.", "{move:move}, just like on line {line}."),
        },
        bad="override:\n  title: Rust\n minutes: 10\n",
        good="override:\n  title: Rust\n  minutes: 10\n",
    ),
    Rule(
        id="yaml/missing-colon",
        severity=Severity.ERROR,
        title=Phrase("Geen veld en geen vervolg", "Neither a field nor a continuation"),
        why=_TEXT_IS_LOST,
        message=Phrase(
            "Deze regel is geen veld (er staat geen dubbele punt) en hoort ook niet bij de regel erboven.",
            "This line is not a field (it has no colon), nor does it belong to the line above.",
        ),
        hint=Phrase(
            "Zet deze regel twee spaties verder naar rechts: dan hoort hij bij de tekst erboven.",
            "Move this line two spaces to the right: then it belongs to the text above.",
        ),
        hint_with={
            "block": MARK_FORGOTTEN,
            "colon": Phrase("Zet er een dubbele punt achter: `{colon}:`", "Put a colon behind it: `{colon}:`"),
        },
        bad="title: Rust\nvinden\nsummary: Kort\n",
        good="title: Rust vinden\nsummary: Kort\n",
    ),
    Rule(
        id="yaml/other-bullet",
        severity=Severity.ERROR,
        title=Phrase("Een punt van een lijst zonder streepje en spatie", "An item of a list without dash and space"),
        why=Phrase(
            "Alleen een streepje met een spatie erachter begint een punt van een lijst.",
            "Only a hyphen with a space behind it begins an item of a list.",
        ),
        message=Phrase(
            "Dit punt van de lijst begint met `{mark}`. Daar hoort een streepje met een spatie.",
            "This item of the list begins with `{mark}`. A hyphen with a space belongs there.",
        ),
        hint=Phrase(
            "Begin elk punt van een lijst met een streepje en een spatie: `- `.",
            "Begin each item of a list with a hyphen and a space: `- `.",
        ),
        bad="steps:\n  - Kies\n  -Begin\n",
        good="steps:\n  - Kies\n  - Begin\n",
    ),
    Rule(
        id="yaml/item-among-fields",
        severity=Severity.ERROR,
        title=Phrase("Een punt van een lijst tussen de velden", "An item of a list among fields"),
        why=Phrase(
            "Een lijst staat recht onder het veld waar hij bij hoort. Tussen andere velden weet YAML niet waar dit bij hoort.",
            "A list stands right below the field that it belongs to. Among other fields YAML cannot tell what it belongs to.",
        ),
        message=Phrase(
            "Hier begint een punt van een lijst, maar erboven staan velden die geen lijst zijn.",
            "An item of a list begins here, but the fields above it are no list.",
        ),
        hint=Phrase(
            "Zet het onder het laatste punt van zijn lijst. Of zet het veld erboven waar de lijst bij hoort.",
            "Put it below the last item of its list. Or put the field above it that the list belongs to.",
        ),
        hint_with={
            "list": Phrase(
                "Het lijkt een punt van de lijst `{list}`. Zet het daar onderaan: onder regel {line}.",
                "It looks like an item of the list `{list}`. Put it at the end of that list: below line {line}.",
            ),
        },
        bad="goals:\n  - Kies\nminutes: 10\n- Begin\n",
        good="goals:\n  - Kies\n  - Begin\nminutes: 10\n",
    ),
    Rule(
        id="yaml/dash-after-colon",
        severity=Severity.ERROR,
        title=Phrase("Een lijst op dezelfde regel als het veld", "A list on the same line as its field"),
        why=Phrase(
            "Een lijst met streepjes begint op de regel onder het veld.",
            "A list with dashes begins on the line below its field.",
        ),
        message=Phrase(
            "Hier begint een lijst op dezelfde regel als het veld.", "Here a list begins on the same line as its field."
        ),
        hint=Phrase(
            "Begin de lijst op de volgende regel, twee spaties naar rechts.",
            "Begin the list on the next line, two spaces to the right.",
        ),
        bad="steps: - Kies\n",
        good="steps:\n  - Kies\n",
    ),
    Rule(
        id="yaml/syntax",
        severity=Severity.ERROR,
        title=Phrase("YAML begrijpt deze regel niet", "YAML does not understand this line"),
        why=_TEXT_IS_LOST,
        message=Phrase("Hier begrijpt YAML niet wat er staat.", "Here YAML does not understand what is written."),
        hint=Phrase(
            "Kijk of deze regel recht onder zijn buren staat, en of aanhalingstekens en haakjes in paren staan.",
            "Check that this line is directly below its neighbours, and that quotes and brackets come in pairs.",
        ),
        bad="title: Rust\n...\nsummary: Kort\n",
        good="title: Rust\nsummary: Kort\n",
    ),
)
