"""Rules about text in YAML: the traps that authors of prose fall into."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.rule import Phrase, Rule

_IN_QUOTES = Phrase(
    "Zet dubbele aanhalingstekens om de hele tekst.", "Put double quotation marks around the whole text."
)
_AS_BLOCK = Phrase(
    "Schrijf `|` achter het veld, en begin de tekst op de regel eronder. Dan mag alles.",
    "Write `|` behind the field, and begin the text on the line below. Then anything goes.",
)
_WRITE = Phrase("Schrijf: `{better}`", "Write: `{better}`")
_QUOTED_WORDS = Phrase("Zet aanhalingstekens om de tekst: {words}", "Put quotation marks around the text: {words}")
_TEXT_IS_LOST = Phrase(
    "Anders leest YAML iets anders dan je schreef.", "Otherwise YAML reads something else than you wrote."
)

YAML_TEXT_RULES: tuple[Rule, ...] = (
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
            "spaces_nl": Phrase("Haal de tab weg en typ {spaces_nl}.", "Remove the tab and type {spaces_en} instead.")
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
        id="yaml/colon-in-text",
        severity=Severity.ERROR,
        title=Phrase("Een dubbele punt in een tekst", "A colon in a text"),
        why=Phrase(
            "Een dubbele punt met een spatie erachter begint in YAML een veld.",
            "In YAML a colon with a space behind it begins a field.",
        ),
        message=Phrase(
            "Door de dubbele punt leest YAML hier een nieuw veld, geen tekst.",
            "Because of the colon YAML reads a new field here, not text.",
        ),
        hint=_IN_QUOTES,
        hint_with={
            "second": Phrase(
                "`{second}` is de naam van een veld: zet `{second}:` op een eigen regel.",
                "`{second}` is the name of a field: put `{second}:` on a line of its own.",
            ),
            "better": _WRITE,
            "lines": _AS_BLOCK,
            "item": Phrase(
                "Schrijf `- |`, en begin de tekst op de regel eronder. Dan mag alles.",
                "Write `- |`, and begin the text on the line below. Then anything goes.",
            ),
        },
        bad="title: Let op: dit is nieuw\n",
        good='title: "Let op: dit is nieuw"\n',
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
        id="yaml/special-first-character",
        severity=Severity.ERROR,
        title=Phrase("Een tekst begint met een bijzonder teken", "A text begins with a special character"),
        why=Phrase(
            "De tekens @ % * & ! ` hebben aan het begin in YAML een eigen betekenis.",
            "At the beginning the characters @ % * & ! ` mean something of their own in YAML.",
        ),
        message=Phrase("Een tekst kan niet beginnen met {character}.", "A text cannot begin with {character}."),
        hint=_IN_QUOTES,
        hint_with={
            "bullet": Phrase(
                "Begin elk punt van een lijst met een streepje en een spatie: `- `.",
                "Begin each item of a list with a hyphen and a space: `- `.",
            ),
            "better": _WRITE,
        },
        bad="title: @thuis\n",
        good='title: "@thuis"\n',
    ),
    Rule(
        id="yaml/starts-with-markup",
        severity=Severity.ERROR,
        title=Phrase("Een tekst begint met opmaak", "A text begins with markup"),
        why=Phrase(
            "Een sterretje aan het begin is in YAML een verwijzing.",
            "An asterisk at the beginning is a reference in YAML.",
        ),
        message=Phrase("Een tekst kan niet beginnen met `{markup}`.", "A text cannot begin with `{markup}`."),
        hint=_IN_QUOTES,
        hint_with={"better": _WRITE},
        bad="title: **Rust** helpt\n",
        good='title: "**Rust** helpt"\n',
    ),
    Rule(
        id="yaml/text-after-quote",
        severity=Severity.ERROR,
        title=Phrase("Na het aanhalingsteken gaat de tekst door", "The text goes on after the quotation mark"),
        why=Phrase(
            "Begint een tekst met een aanhalingsteken, dan eindigt hij voor YAML bij het volgende.",
            "If a text begins with a quotation mark, to YAML it ends at the next one.",
        ),
        message=Phrase(
            "De tekst begint met een aanhalingsteken, maar gaat na {quoted} door.",
            "The text begins with a quotation mark, but goes on after {quoted}.",
        ),
        hint=_AS_BLOCK,
        hint_with={"better": _WRITE},
        bad='title: "Wat?" vraag je dan\n',
        good='title: |\n  "Wat?" vraag je dan\n',
    ),
    Rule(
        id="yaml/unclosed-quote",
        severity=Severity.ERROR,
        title=Phrase("Een aanhalingsteken wordt niet gesloten", "A quotation mark is not closed"),
        why=Phrase(
            "Zonder sluitteken slokt de tekst de volgende velden op.",
            "Without its closing mark the text swallows the fields that follow.",
        ),
        message=Phrase(
            "De tekst begint met een aanhalingsteken ({quote}) dat nergens sluit.",
            "The text begins with a quotation mark ({quote}) that is closed nowhere.",
        ),
        hint=Phrase("Zet {quote} aan het eind van de tekst.", "Put {quote} at the end of the text."),
        hint_with={
            "curled": Phrase(
                "De tekst eindigt met een gekruld aanhalingsteken ({curled}). Typ daar een recht: {quote}.",
                "The text ends in a curly quotation mark ({curled}). Type a straight one there: {quote}.",
            ),
            "better": _WRITE,
            "apostrophe": _IN_QUOTES,
        },
        bad='title: "Rust\nsummary: Kort\n',
        good='title: "Rust"\nsummary: Kort\n',
    ),
    Rule(
        id="yaml/unclosed-bracket",
        severity=Severity.ERROR,
        title=Phrase("Een haakje wordt niet gesloten", "A bracket is not closed"),
        why=Phrase(
            "Zonder sluithaakje weet YAML niet waar de lijst eindigt.",
            "Without its closing bracket YAML does not know where the list ends.",
        ),
        message=Phrase(
            "Hier opent een haakje ({bracket}) dat niet wordt gesloten.",
            "Here a bracket ({bracket}) opens that is not closed.",
        ),
        hint=Phrase("Sluit het haakje waar de lijst eindigt.", "Close the bracket where the list ends."),
        hint_with={"better": _WRITE},
        bad="handouts: [dag, week\ntitle: Rust\n",
        good="handouts: [dag, week]\ntitle: Rust\n",
    ),
    Rule(
        id="yaml/prose-in-brackets",
        severity=Severity.ERROR,
        title=Phrase("Zinnen tussen haakjes", "Sentences between brackets"),
        why=Phrase(
            "Tussen haakjes begint elke komma een nieuw punt: één zin wordt er stil twee.",
            "Between brackets each comma begins a new item: one sentence silently becomes two.",
        ),
        message=Phrase(
            "`{value}` staat tussen haakjes. Haakjes zijn alleen voor ids en getallen.",
            "`{value}` is between brackets. Brackets are for ids and numbers only.",
        ),
        hint=Phrase(
            "Zet elke zin op een eigen regel met `- ` ervoor, zonder haakjes.",
            "Give each sentence a line of its own with `- ` before it, without brackets.",
        ),
        hint_with={"words": _QUOTED_WORDS},
        bad="debrief: [Wat liet je liggen, en hoe]\n",
        good="debrief:\n  - Wat liet je liggen, en hoe\n",
    ),
    Rule(
        id="yaml/question-mark-in-brackets",
        severity=Severity.ERROR,
        title=Phrase("Een vraagteken vlak voor een haakje", "A question mark right before a bracket"),
        why=Phrase("Sommige YAML-programma's lopen daarop vast.", "Some YAML programs stop there."),
        message=Phrase(
            "`{value}` eindigt met een vraagteken vlak voor het haakje.",
            "`{value}` ends in a question mark right before the bracket.",
        ),
        hint=Phrase(
            "Zet elke vraag op een eigen regel met `- ` ervoor, zonder haakjes.",
            "Give each question a line of its own with `- ` before it, without brackets.",
        ),
        hint_with={"words": _QUOTED_WORDS},
        bad="debrief: [Waarom?]\n",
        good="debrief:\n  - Waarom?\n",
    ),
    Rule(
        id="yaml/hash-cuts-text",
        severity=Severity.ERROR,
        title=Phrase("Een # kapt de tekst af", "A # cuts the text off"),
        why=Phrase(
            "Na een spatie begint `#` in YAML een opmerking, die niemand te zien krijgt.",
            "After a space `#` begins a comment in YAML, which nobody gets to see.",
        ),
        message=Phrase("Vanaf hier valt de tekst weg: `{lost}`.", "From here on the text is lost: `{lost}`."),
        hint=Phrase(
            "Is het een opmerking voor collega's, zet dan een spatie achter #. Lezers krijgen die niet te zien.",
            "If it is a remark for colleagues, put a space behind #. Readers do not get to see it.",
        ),
        hint_with={"better": _WRITE},
        bad="title: Zaal #2\n",
        good='title: "Zaal #2"\n',
    ),
    Rule(
        id="yaml/typographic-quotes",
        severity=Severity.WARNING,
        title=Phrase("Krulletjes als aanhalingstekens", "Curly quotation marks"),
        why=Phrase(
            "Voor YAML zijn gekrulde aanhalingstekens letters: ze komen mee op de pagina.",
            "To YAML curly quotation marks are letters: they end up on the page.",
        ),
        message=Phrase(
            "De gekrulde aanhalingstekens om {value} komen op de pagina te staan.",
            "The curly quotation marks around {value} will show on the page.",
        ),
        hint=Phrase('Typ rechte aanhalingstekens: "…"', 'Type straight quotation marks: "…"'),
        hint_with={
            "better": Phrase("Typ rechte aanhalingstekens: {better}", "Type straight quotation marks: {better}")
        },
        bad="title: “Rust”\n",
        good='title: "Rust"\n',
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
            "Deze regel staat {indent_nl} ingesprongen, zijn buren {neighbours}.",
            "This line is indented by {indent_en}, its neighbours by {neighbours}.",
        ),
        hint=Phrase("Zet hem recht onder zijn buren.", "Put it directly below its neighbours."),
        hint_with={
            "above": Phrase(
                "{move_nl}. Dan staat `{key}` recht onder `{sibling}` (regel {line}) en hoort het bij `{above}`.",
                "{move_en}. Then `{key}` is directly below `{sibling}` (line {line}) and belongs to `{above}`.",
            ),
            "sibling": Phrase(
                "{move_nl}. Dan staat `{key}` recht onder `{sibling}` (regel {line}).",
                "{move_en}. Then `{key}` is directly below `{sibling}` (line {line}).",
            ),
            "move_nl": Phrase("{move_nl}, net als op regel {line}.", "{move_en}, just like on line {line}."),
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
        hint_with={"colon": Phrase("Zet er een dubbele punt achter: `{colon}:`", "Put a colon behind it: `{colon}:`")},
        bad="title: Rust\nvinden\nsummary: Kort\n",
        good="title: Rust vinden\nsummary: Kort\n",
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
        id="yaml/bad-escape",
        severity=Severity.ERROR,
        title=Phrase("Een \\ die YAML niet kent", "A \\ that YAML does not know"),
        why=Phrase(
            "Tussen dubbele aanhalingstekens begint \\ een code voor een teken.",
            "Between double quotes \\ begins the code of a character.",
        ),
        message=Phrase("`{escape}` staat voor geen enkel teken.", "`{escape}` stands for no character at all."),
        hint=Phrase("Typ het teken zelf.", "Type the character itself."),
        hint_with={"doubled": Phrase("Schrijf de \\ twee keer: `{doubled}`", "Write the \\ twice: `{doubled}`")},
        bad='title: "Rust \\ud800"\n',
        good='title: "Rust 🙂"\n',
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
