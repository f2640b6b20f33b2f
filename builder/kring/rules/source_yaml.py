"""Rules about what YAML can do and Kring does not use: anchors, tags, second documents, doubtful values."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.rule import Phrase, Rule

_PLAIN_DATA = Phrase(
    "Content is gewone tekst: wie het leest, moet op die plek kunnen zien wat er staat.",
    "Content is plain data: whoever reads it must see on the spot what it says.",
)

_AS_TEXT = Phrase("Hoort het bij de tekst? Schrijf: `{better}`", "Is it part of the text? Write: `{better}`")

YAML_RULES: tuple[Rule, ...] = (
    Rule(
        id="yaml/empty",
        severity=Severity.ERROR,
        title=Phrase("Leeg bestand", "Empty file"),
        why=Phrase(
            "Een leeg bestand is bijna altijd per ongeluk leeg.", "An empty file is nearly always empty by accident."
        ),
        message=Phrase(
            "Hier staan geen gegevens. Kring verwacht velden, zoals `title:`.",
            "There is no data here. Kring expects fields, such as `title:`.",
        ),
        hint=Phrase("Vul de velden in, te beginnen met `title:`.", "Fill in the fields, beginning with `title:`."),
        bad="# nog te doen\n",
        good="title: Rust\n",
    ),
    Rule(
        id="yaml/not-a-mapping",
        severity=Severity.ERROR,
        title=Phrase("Het bestand begint niet met een veld", "The file does not begin with a field"),
        why=Phrase(
            "Bovenaan staan velden: een naam, een dubbele punt en een spatie.",
            "At the top stand fields: a name, a colon and a space.",
        ),
        message=Phrase(
            "Hier hoort een veld te staan: een naam met een dubbele punt en een spatie, zoals `title: Rust`.",
            "A field was expected here: a name with a colon and a space, such as `title: Rust`.",
        ),
        hint=Phrase(
            "Zet er een veldnaam voor. Let op de spatie na de dubbele punt.",
            "Put the name of a field before it. Mind the space after the colon.",
        ),
        bad="- Rust\n- Slaap\n",
        good="title: Rust\n",
    ),
    Rule(
        id="yaml/second-document",
        severity=Severity.ERROR,
        title=Phrase("Een tweede document", "A second document"),
        why=Phrase(
            "In één bestand staat één ding. De rest zou stil verdwijnen.",
            "One file holds one thing. The rest would disappear in silence.",
        ),
        message=Phrase(
            "Met `---` begint hier een tweede document. In een bestand staat er één.",
            "Here `---` begins a second document. A file holds one.",
        ),
        hint=Phrase("Haal de regel `---` weg.", "Remove the line `---`."),
        bad="title: Rust\n---\ntitle: Slaap\n",
        good="title: Rust\n",
    ),
    Rule(
        id="yaml/duplicate-key",
        severity=Severity.ERROR,
        title=Phrase("Hetzelfde veld twee keer", "The same field twice"),
        why=Phrase("Een van de twee zou stil verdwijnen.", "One of the two would disappear in silence."),
        message=Phrase(
            "Het veld `{key}` staat hier voor de tweede keer.", "The field `{key}` appears here for the second time."
        ),
        hint=Phrase("Haal een van de twee weg.", "Remove one of the two."),
        hint_with={
            "dash": Phrase(
                "Hier begint het volgende punt van de lijst. Zet er een streepje voor: `- {dash}:`",
                "The next item of the list begins here. Put a hyphen before it: `- {dash}:`",
            ),
        },
        bad="title: Rust\ntitle: Slaap\n",
        good="title: Rust\n",
    ),
    Rule(
        id="yaml/key-not-text",
        severity=Severity.ERROR,
        title=Phrase("De naam van een veld is geen woord", "The name of a field is not a word"),
        why=Phrase(
            "Namen als `1` of `ja` lezen YAML-programma's elk op hun eigen manier.",
            "Names such as `1` or `yes` are read differently by every YAML program.",
        ),
        message=Phrase(
            "`{key}` kan niet de naam van een veld zijn. Kring verwacht een woord.",
            "`{key}` cannot be the name of a field. Kring expects a word.",
        ),
        hint=Phrase("Gebruik de naam van een bestaand veld.", "Use the name of an existing field."),
        bad="title: Rust\n1: Slaap\n",
        good="title: Rust\n",
    ),
    Rule(
        id="yaml/anchor",
        severity=Severity.ERROR,
        title=Phrase("Een anker (&)", "An anchor (&)"),
        why=_PLAIN_DATA,
        message=Phrase(
            "YAML leest `&{name}` als een anker. Kring gebruikt geen ankers.",
            "YAML reads `&{name}` as an anchor. Kring uses no anchors.",
        ),
        hint=Phrase(
            "Haal `&{name}` weg, of zet de hele tekst tussen aanhalingstekens.",
            "Remove `&{name}`, or put the whole text between quotation marks.",
        ),
        bad="title: &naam Rust\n",
        good='title: "&naam Rust"\n',
    ),
    Rule(
        id="yaml/alias",
        severity=Severity.ERROR,
        title=Phrase("Een verwijzing naar een anker (*)", "A reference to an anchor (*)"),
        why=_PLAIN_DATA,
        message=Phrase(
            "YAML leest `*{name}` als een verwijzing. Kring gebruikt die niet.",
            "YAML reads `*{name}` as a reference. Kring does not use those.",
        ),
        hint=Phrase(
            "Schrijf voluit wat hier hoort te staan, of zet de hele tekst tussen aanhalingstekens.",
            "Write out what belongs here, or put the whole text between quotation marks.",
        ),
        bad="title: *naam\n",
        good="title: Rust\n",
    ),
    Rule(
        id="yaml/merge-key",
        severity=Severity.ERROR,
        title=Phrase("Samenvoegen met <<", "Merging with <<"),
        why=_PLAIN_DATA,
        message=Phrase(
            "`<<` voegt velden van elders in. Kring gebruikt dat niet.",
            "`<<` merges in fields from elsewhere. Kring does not use that.",
        ),
        hint=Phrase("Schrijf de velden hier voluit.", "Write the fields out here."),
        bad="title: Rust\n<<: {summary: Kort}\n",
        good="title: Rust\nsummary: Kort\n",
    ),
    Rule(
        id="yaml/tag",
        severity=Severity.ERROR,
        title=Phrase("Een label (!)", "A tag (!)"),
        why=_PLAIN_DATA,
        message=Phrase(
            "YAML leest `{tag}` vooraan als een label, niet als tekst. Kring gebruikt geen labels.",
            "YAML reads `{tag}` in front as a tag, not as text. Kring uses no tags.",
        ),
        hint=Phrase("Haal `{tag}` weg.", "Remove `{tag}`."),
        hint_with={"better": _AS_TEXT},
        bad="title: !!str Rust\n",
        good="title: Rust\n",
    ),
    Rule(
        id="yaml/too-deep",
        severity=Severity.ERROR,
        title=Phrase("Te diep genest", "Nested too deeply"),
        why=Phrase(
            "Zo diep gaat geen enkel programma: dit is een vergissing, of erger.",
            "No programme goes that deep: it is a mistake, or worse.",
        ),
        message=Phrase(
            "Hier zitten meer dan {limit} lijsten of velden in elkaar.",
            "More than {limit} lists or fields are nested here.",
        ),
        hint=Phrase("Kijk of er een haakje of streepje te veel staat.", "Look for a bracket or a dash too many."),
        bad="a: " + "[" * 51 + "]" * 51 + "\n",
        good="a: [1]\n",
    ),
    Rule(
        id="yaml/ambiguous-value",
        severity=Severity.ERROR,
        title=Phrase("Een waarde die niet voor iedereen hetzelfde is", "A value that is not the same to everyone"),
        why=Phrase(
            "Het ene programma leest `no` als onwaar en `10:30` als 630, het andere als tekst.",
            "One program reads `no` as false and `10:30` as 630, another reads text.",
        ),
        message=Phrase(
            "Zonder aanhalingstekens is niet zeker wat `{value}` betekent. Kring raadt niet.",
            "Without quotes it is not certain what `{value}` means. Kring does not guess.",
        ),
        hint=Phrase('Zet er aanhalingstekens omheen: "{value}"', 'Put quotation marks around it: "{value}"'),
        hint_with={
            "write": Phrase("Schrijf: `{write}`", "Write: `{write}`"),
            "number": Phrase(
                "Bij `{number}` hoort een getal in gewone cijfers, zoals `{number}: 15`.",
                "`{number}` takes a number in ordinary digits, such as `{number}: 15`.",
            ),
            "allowed": Phrase("Kies één van deze waarden: {allowed}.", "Choose one of these values: {allowed}."),
            "boolean": Phrase(
                'Als ja of nee schrijf je het {boolean}, als woord "{value}".',
                'As yes or no it is written {boolean}, as a word "{value}".',
            ),
        },
        bad="title: no\nstart: 10:30\n",
        good='title: "no"\nstart: "10:30"\n',
    ),
    Rule(
        id="yaml/not-a-number",
        severity=Severity.ERROR,
        title=Phrase("Oneindig of geen getal", "Infinite or not a number"),
        why=Phrase(
            "Met oneindig kan geen score of tijd worden uitgerekend.",
            "No score or time can be worked out with infinity.",
        ),
        message=Phrase(
            "`{value}` is voor YAML oneindig of 'geen getal'. Kring rekent daar niet mee.",
            "To YAML `{value}` is infinite or 'not a number'. Kring does not count with those.",
        ),
        hint=Phrase("Schrijf een gewoon getal.", "Write an ordinary number."),
        bad="minutes: .nan\n",
        good="minutes: 10\n",
    ),
    Rule(
        id="yaml/number-too-large",
        severity=Severity.ERROR,
        title=Phrase("Een te groot getal", "A number too large"),
        why=Phrase(
            "Boven 9.007.199.254.740.992 raken browsers cijfers kwijt.",
            "Above 9,007,199,254,740,992 browsers lose digits.",
        ),
        message=Phrase("`{value}` is te groot voor een getal.", "`{value}` is too large for a number."),
        hint=Phrase(
            'Zet aanhalingstekens om een nummer dat geen hoeveelheid is, zoals een telefoonnummer: "…"',
            'Put quotation marks around a number that is no amount, such as a telephone number: "…"',
        ),
        hint_with={
            "write": Phrase("Schrijf: `{write}`", "Write: `{write}`"),
            "number": Phrase("Schrijf bij `{number}` een kleiner getal.", "Write a smaller number at `{number}`."),
        },
        bad="number: 99999999999999999999\n",
        good='number: "99999999999999999999"\n',
    ),
)
