"""Rules about the shape of a content file: which fields stand there, and of what type their values are."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.rule import Phrase, Rule
from kring.rules.schema_values import VALUE_RULES
from kring.rules.source_yaml_lines import MARK_FORGOTTEN

_ACTIVITY = """\
title: Drie minuten ademen
kind: exercise
minutes: 5
priority: core
"""

_DIARY = """\
title: Mijn week
introduction: |
  Vul aan het eind van de dag in wat je deed.
how_often: weekly
fields:
  - id: taken
    kind: table
    text: Wat deed je?
    columns:
"""

_FIELD_RULES: tuple[Rule, ...] = (
    Rule(
        id="schema/unknown-field",
        severity=Severity.ERROR,
        title=Phrase("Onbekend veld", "Unknown field"),
        why=Phrase(
            "Een veld met een naam die Kring niet kent, zou stil wegvallen: wat erin staat, komt dan nergens terecht.",
            "A field that Kring does not know would be lost in silence: what it holds would appear nowhere.",
        ),
        message=Phrase("Het veld `{field}` bestaat hier niet.", "There is no field `{field}` here."),
        hint=Phrase("Haal het weg, of gebruik een ander veld.", "Remove it, or use another field."),
        hint_with={
            "counted": Phrase(
                "Kring telt de sessies zelf, in de volgorde van `sessions` in programme.yml. Haal `{field}` weg.",
                "Kring counts the sessions itself, in the order of `sessions` in programme.yml. Remove `{field}`.",
            ),
            "home": Phrase("Zet `{field}` onder `{home}`.", "Put `{field}` under `{home}`."),
            "outermost": Phrase(
                "`{field}` hoort niet bij `{inside}`, maar bij het hele bestand: zet het zonder spaties vooraan, recht onder `{sibling}` (regel {line}).",
                "`{field}` does not belong to `{inside}` but to the whole file: put it at the very left, directly below `{sibling}` (line {line}).",
            ),
            "outer": Phrase(
                "`{field}` hoort niet bij `{inside}`, maar een stap hoger: zet het recht onder `{sibling}` (regel {line}).",
                "`{field}` does not belong to `{inside}` but one step up: put it directly below `{sibling}` (line {line}).",
            ),
            "dutch": Phrase(
                "Veldnamen zijn vaste Engelse woorden. Schrijf `{dutch}`.",
                "Names of fields are fixed words. Write `{dutch}`.",
            ),
            "elsewhere": Phrase(
                "Kring kent `{field}` op een andere plek: {elsewhere:places}. Verplaats het daarheen.",
                "Kring knows `{field}` in another place: {elsewhere:places}. Move it there.",
            ),
            "nearby": Phrase("Bedoel je `{nearby}`?", "Did you mean `{nearby}`?"),
            "allowed": Phrase(
                "Haal het weg, of gebruik een van deze velden: {allowed}.",
                "Remove it, or use one of these fields: {allowed}.",
            ),
        },
        bad=_ACTIVITY.replace("minutes:", "minuten:"),
        good=_ACTIVITY,
    ),
    Rule(
        id="schema/missing-field",
        severity=Severity.ERROR,
        title=Phrase("Er ontbreekt een veld", "A field is missing"),
        why=Phrase(
            "Zonder dit veld weet Kring niet wat er op de pagina of in de handleiding moet staan.",
            "Without this field Kring cannot know what belongs on the page or in the manual.",
        ),
        message=Phrase("Hier ontbreekt `{field}`{called:called}.", "`{field}`{called:called} is missing here."),
        hint=Phrase("Voeg `{field}:` toe.", "Add `{field}:`."),
        hint_with={
            "kind": Phrase(
                "Bij de soort `{kind}` hoort `{field}`: voeg het toe.", "The kind `{kind}` needs `{field}`: add it."
            ),
            "example": Phrase("Voeg toe, bijvoorbeeld: `{example}`", "Add it, for example: `{example}`"),
        },
        bad=_ACTIVITY.replace("kind: exercise\n", ""),
        good=_ACTIVITY,
    ),
    Rule(
        id="schema/choose-one",
        severity=Severity.ERROR,
        title=Phrase("Precies één van deze velden", "Exactly one of these fields"),
        why=Phrase(
            "Deze velden sluiten elkaar uit. Met geen of met meer dan één ervan is niet duidelijk wat er bedoeld is.",
            "These fields exclude each other. With none, or with more than one, it is not clear what is meant.",
        ),
        message=Phrase(
            "Hier hoort precies één van deze velden te staan: {allowed}.",
            "Exactly one of these fields belongs here: {allowed}.",
        ),
        hint=Phrase("Voeg er één toe.", "Add one of them."),
        hint_with={
            "chosen": Phrase("Nu staan er: {chosen}. Houd er één over.", "There are now: {chosen}. Keep one of them.")
        },
        bad=_ACTIVITY + "script:\n  - say: |\n      Ga rustig zitten.\n    do: |\n      Wacht even.\n",
        good=_ACTIVITY + "script:\n  - say: |\n      Ga rustig zitten.\n  - do: |\n      Wacht even.\n",
    ),
    Rule(
        id="schema/empty-value",
        severity=Severity.ERROR,
        title=Phrase("Een veld zonder inhoud", "A field without content"),
        why=Phrase(
            "Een leeg veld laat een gat achter op de pagina. Is er niets te zeggen, laat het veld dan weg.",
            "An empty field leaves a gap on the page. If there is nothing to say, leave the field out.",
        ),
        message=Phrase("Bij `{field}` staat niets.", "There is nothing at `{field}`."),
        hint=Phrase("Vul het in, of haal het weg.", "Fill it in, or remove it."),
        bad=_ACTIVITY.replace("Drie minuten ademen", '""'),
        good=_ACTIVITY,
    ),
)

_TYPE_RULES: tuple[Rule, ...] = (
    Rule(
        id="schema/wrong-type",
        severity=Severity.ERROR,
        title=Phrase("Een waarde van een andere soort", "A value of another type"),
        why=Phrase(
            "Kring rekent met getallen en toont een lijst als lijst. Dat kan alleen als ze zo geschreven zijn.",
            "Numbers are added up and lists are shown as lists. That works only if they are written that way.",
        ),
        message=Phrase(
            "{place:place} hoort {expected:types}, maar er staat {found:found}.",
            "{place:place} should be {expected:types}, but this is {found:found}.",
        ),
        hint=Phrase("Schrijf hier {expected:types}.", "Write {expected:types} here."),
        hint_with={
            "block": MARK_FORGOTTEN,
            "better": Phrase(
                "Zet een dubbele punt en een spatie achter de naam van elk veld: `{better}`",
                "Put a colon and a space behind the name of each field: `{better}`",
            ),
            "bullet": Phrase(
                "Begin elk punt van de lijst met een streepje en een spatie: `- `.",
                "Begin each item of the list with a hyphen and a space: `- `.",
            ),
            "dash": Phrase(
                "Zet een streepje en een spatie voor het eerste veld, `- {dash}`, en de velden eronder twee spaties verder naar rechts.",
                "Put a hyphen and a space before the first field, `- {dash}`, and set the fields below it two spaces further to the right.",
            ),
            "named": Phrase(
                "Maak er een lijst van: schrijf `- id: {named}` in plaats van `{named}:`, en zo ook de andere.",
                "Make it a list: write `- id: {named}` instead of `{named}:`, and the others likewise.",
            ),
            "group": Phrase("Schrijf: `{group}`", "Write: `{group}`"),
            "no_dash": Phrase(
                "Haal de streepjes weg: `{no_dash}` en wat eronder staat zijn velden, geen punten van een lijst.",
                "Remove the hyphens: `{no_dash}` and what is below it are fields, not items of a list.",
            ),
            "colon": Phrase(
                "Door de dubbele punt is het een veld geworden. Zet aanhalingstekens om de hele tekst: {colon}",
                "The colon has turned it into a field. Put quotation marks around the whole text: {colon}",
            ),
            "item": Phrase(
                "Zet het op een nieuwe regel met een streepje ervoor, ook als het er maar één is: `- {item}`",
                "Put it on a new line after a hyphen, even if there is only one: `- {item}`",
            ),
            "point": Phrase(
                "Schrijf een punt in plaats van een komma: `{field}: {point}`",
                "Write a point instead of a comma: `{field}: {point}`",
            ),
            "number": Phrase(
                "Schrijf alleen het getal, zonder aanhalingstekens: `{field}: {number}`",
                "Write the number alone, without quotation marks: `{field}: {number}`",
            ),
            "boolean": Phrase("Schrijf `{field}: {boolean}`.", "Write `{field}: {boolean}`."),
            "bounds": Phrase(
                "Schrijf onder `{field}:`, twee spaties naar rechts: {bounds:lines}.",
                "Write below `{field}:`, two spaces to the right: {bounds:lines}.",
            ),
            "one": Phrase(
                "Zet ervoor wat het is. Kies uit: {one:fields}.",
                "Write before it what it is. Choose from: {one:fields}.",
            ),
            "fields": Phrase(
                "Schrijf hier deze velden, elk op een regel: {fields}.",
                "Write these fields here, one a line: {fields}.",
            ),
            "one_text": Phrase(
                "Maak er één tekst van, zonder streepjes of haken.", "Make it one text, without hyphens or brackets."
            ),
        },
        bad=_ACTIVITY.replace("minutes: 5", "minutes: vijf"),
        good=_ACTIVITY,
    ),
    Rule(
        id="schema/text-needs-quotes",
        severity=Severity.ERROR,
        title=Phrase("Een getal of true/false waar tekst hoort", "A number or true/false where text belongs"),
        why=Phrase(
            "Zonder aanhalingstekens is dit geen tekst: 1.10 wordt dan hetzelfde als 1.1.",
            "Without quotation marks this is not text: 1.10 would become the same as 1.1.",
        ),
        message=Phrase(
            "Bij `{field}` hoort tekst, maar `{value}` telt niet als tekst.",
            "`{field}` should be text, but `{value}` does not count as text.",
        ),
        hint=Phrase('Zet er aanhalingstekens omheen: "{value}"', 'Put it between quotation marks: "{value}"'),
        hint_with={
            "session": Phrase(
                "Een sessie heet naar haar bestand, niet naar een nummer. Schrijf `{field}: {session}`.",
                "A session is called by the name of its file, not by a number. Write `{field}: {session}`.",
            ),
            "sessions": Phrase(
                "Een sessie heet naar haar bestand, niet naar een nummer. Kies uit: {sessions}.",
                "A session is called by the name of its file, not by a number. Choose one of: {sessions}.",
            ),
        },
        bad=_ACTIVITY.replace("Drie minuten ademen", "2026"),
        good=_ACTIVITY.replace("Drie minuten ademen", '"2026"'),
    ),
    Rule(
        id="schema/unknown-value",
        severity=Severity.ERROR,
        title=Phrase("Een waarde die niet in de lijst staat", "A value that is not on the list"),
        why=Phrase(
            "Van deze waarde hangt af wat Kring toont. Daarom kan alleen een vaste lijst van waarden.",
            "What Kring shows depends on this value, so only a fixed list of values will do.",
        ),
        message=Phrase(
            "Bij `{field}` kan `{value}` niet. Wel kan: {allowed:values}.",
            "`{field}` cannot be `{value}`. It can be: {allowed:values}.",
        ),
        hint=Phrase("Kies er één uit.", "Choose one of them."),
        hint_with={
            "nearby": Phrase("Bedoel je {nearby:value}?", "Did you mean {nearby:value}?"),
            "only": Phrase("Schrijf `{field}: {only}`.", "Write `{field}: {only}`."),
        },
        bad=_ACTIVITY.replace("exercise", "excercise"),
        good=_ACTIVITY,
    ),
    Rule(
        id="schema/too-few-items",
        severity=Severity.ERROR,
        title=Phrase("Een lijst met te weinig erin", "A list with too little in it"),
        why=Phrase(
            "Een lege lijst, of een keuze uit één antwoord, zegt de lezer niets.",
            "An empty list, or a choice of one answer, tells the reader nothing.",
        ),
        message=Phrase(
            "In de lijst `{field}` hoort minstens {limit} te staan (nu: {count}).",
            "The list `{field}` needs at least {limit} (now: {count}).",
        ),
        hint=Phrase("Vul de lijst aan, of haal het veld weg.", "Add to the list, or remove the field."),
        bad=_ACTIVITY + "script: []\n",
        good=_ACTIVITY + "script:\n  - say: |\n      Ga rustig zitten.\n",
    ),
    Rule(
        id="schema/too-many-items",
        severity=Severity.ERROR,
        title=Phrase("Een lijst met te veel erin", "A list with too much in it"),
        why=Phrase(
            "Wat hier te veel staat, past niet op een telefoon en niet op papier, of kan Kring niet tonen.",
            "What is too much here does not fit on a telephone or on paper, or cannot be shown by Kring.",
        ),
        message=Phrase(
            "In de lijst `{field}` kan hoogstens {limit} staan (nu: {count}).",
            "The list `{field}` can hold at most {limit} (now: {count}).",
        ),
        hint=Phrase("Haal weg wat gemist kan worden, of verdeel het.", "Remove what can be missed, or divide it."),
        bad=_DIARY
        + "".join(f"      - id: kolom-{n}\n        text: Kolom {n}\n        kind: text\n" for n in range(1, 9)),
        good=_DIARY
        + "".join(f"      - id: kolom-{n}\n        text: Kolom {n}\n        kind: text\n" for n in range(1, 3)),
        example_path="content/diaries/voorbeeld.yml",
    ),
    Rule(
        id="schema/repeated-item",
        severity=Severity.ERROR,
        title=Phrase("Twee keer hetzelfde in een lijst", "The same twice in a list"),
        why=Phrase(
            "Een herhaling in deze lijst is bijna altijd een vergissing, en zou dubbel getoond of geteld worden.",
            "A repetition in this list is nearly always a mistake, and would be shown or counted twice.",
        ),
        message=Phrase("`{value}` staat al in de lijst `{field}`.", "`{value}` is already in the list `{field}`."),
        hint=Phrase("Haal het hier weg.", "Remove it here."),
        bad=_ACTIVITY + "deliveries: [in_person, online, in_person]\n",
        good=_ACTIVITY + "deliveries: [in_person, online]\n",
    ),
)

RULES: tuple[Rule, ...] = (*_FIELD_RULES, *_TYPE_RULES, *VALUE_RULES)
