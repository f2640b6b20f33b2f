"""Rules about text in YAML: the traps that authors of prose fall into."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.rule import Phrase, Rule
from kring.rules.source_yaml_lines import MARK_FORGOTTEN

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
            "block": MARK_FORGOTTEN,
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
        id="yaml/bad-escape",
        severity=Severity.ERROR,
        title=Phrase("Een \\ die YAML niet kent", "A \\ that YAML does not know"),
        why=Phrase(
            "Tussen dubbele aanhalingstekens begint \\ een code voor een teken.",
            "Between double quotes \\ begins the code of a character.",
        ),
        message=Phrase("`{escape}` staat voor geen enkel teken.", "`{escape}` stands for no character at all."),
        hint=Phrase("Typ het teken zelf.", "Type the character itself."),
        bad='title: "Rust \\ud800"\n',
        good='title: "Rust 🙂"\n',
    ),
)
