"""Rules about how one value is written: ids, times, dates, addresses, lengths and limits."""

from __future__ import annotations

from collections.abc import Mapping

from kring.findings import Severity
from kring.rules.rule import Phrase, Rule

_ACTIVITY = """\
title: Drie minuten ademen
kind: exercise
minutes: 5
priority: core
"""

_SESSION = """\
title: Kiezen wat eerst komt
goals:
  - Je kunt zeggen wat vandaag echt moet.
minutes: 10
start: "13:30"
agenda:
  - id: doel
    title: Mijn doel voor vandaag
    kind: personal_goal
    minutes: 10
    priority: core
"""

_ARTICLE = """\
---
title: Een plan is geen belofte
summary: Waarom een plan mag veranderen.
review:
  reviewed_by: Redactie
  reviewed_on: 2026-02-28
  review_due: 2027-02-28
---
Een plan helpt je op weg. Het mag veranderen.
"""

_MODULE = """\
title: Planning en structuur
provider: Gezondeboel
url: https://example.org/planning
steps:
  - id: begin
    title: Waar loop je vast?
    url: https://example.org/planning/begin
"""

BOUNDS: Mapping[str, Phrase] = {
    "minimum": Phrase("minstens", "at least"),
    "exclusiveMinimum": Phrase("meer dan", "more than"),
    "maximum": Phrase("hoogstens", "at most"),
}
"""How far a number may go, by the keyword of the schema."""

VALUE_RULES: tuple[Rule, ...] = (
    Rule(
        id="schema/not-an-id",
        severity=Severity.ERROR,
        title=Phrase("Dit kan geen id zijn", "This cannot be an id"),
        why=Phrase(
            "Een id komt in adressen en verwijzingen. Met spaties, hoofdletters of accenten gaan die stuk.",
            "An id becomes part of addresses and references, which break on spaces, capitals and accents.",
        ),
        message=Phrase(
            "`{value}` kan geen id zijn: alleen kleine letters en cijfers, met een enkel streepje ertussen.",
            "`{value}` cannot be an id: lower-case letters and digits only, with single hyphens between them.",
        ),
        hint=Phrase("Kies een korte naam, zoals `{example}`.", "Choose a short name, such as `{example}`."),
        hint_with={"suggestion": Phrase("Schrijf bijvoorbeeld `{suggestion}`.", "Write, for example, `{suggestion}`.")},
        bad=_SESSION.replace("id: doel", "id: Mijn doel"),
        good=_SESSION.replace("id: doel", "id: mijn-doel"),
        example_path="programs/voorbeeld/sessions/kiezen.yml",
    ),
    Rule(
        id="schema/curly-quotes",
        severity=Severity.ERROR,
        title=Phrase("Krulletjes om een waarde", "Curly quotation marks around a value"),
        why=Phrase(
            "Voor YAML zijn gekrulde aanhalingstekens letters. De waarde is dan een andere dan je bedoelt.",
            "To YAML curly quotation marks are letters. The value then is another one than you mean.",
        ),
        message=Phrase(
            "Om de waarde van `{field}` staan gekrulde aanhalingstekens. Zo kent Kring haar niet.",
            "Around the value of `{field}` stand curly quotation marks. Like this Kring does not know it.",
        ),
        hint=Phrase("Typ ze recht, of laat ze weg: {value}", "Type straight ones, or leave them out: {value}"),
        bad=_SESSION.replace('"13:30"', "“13:30”"),
        good=_SESSION,
        example_path="programs/voorbeeld/sessions/kiezen.yml",
    ),
    Rule(
        id="schema/not-a-time",
        severity=Severity.ERROR,
        title=Phrase("Dit is geen tijd", "This is not a time of day"),
        why=Phrase(
            "Met de begintijd rekent Kring uit hoe laat elk onderdeel begint.",
            "Kring derives the clock time of every part from the time of the start.",
        ),
        message=Phrase(
            "`{value}` is geen tijd. Een tijd staat er als uren en minuten, tussen aanhalingstekens.",
            "`{value}` is not a time of day. A time is written as hours and minutes, between quotation marks.",
        ),
        hint=Phrase('Schrijf bijvoorbeeld `{field}: "13:30"`', 'Write, for example, `{field}: "13:30"`'),
        hint_with={"suggestion": Phrase('Schrijf `{field}: "{suggestion}"`', 'Write `{field}: "{suggestion}"`')},
        bad=_SESSION.replace('"13:30"', "13.30"),
        good=_SESSION,
        example_path="programs/voorbeeld/sessions/kiezen.yml",
    ),
    Rule(
        id="schema/not-a-date",
        severity=Severity.ERROR,
        title=Phrase("Dit is geen datum", "This is not a date"),
        why=Phrase(
            "Kring waarschuwt als een datum voorbij is. Dat kan alleen met een dag die bestaat, als jaar-maand-dag.",
            "Kring warns when a date has passed. That needs a day that exists, written as year-month-day.",
        ),
        message=Phrase(
            "`{value}` is geen datum. Een datum staat er als jaar-maand-dag.",
            "`{value}` is not a date. A date is written as year-month-day.",
        ),
        hint=Phrase("Schrijf bijvoorbeeld `{field}: 2026-09-01`", "Write, for example, `{field}: 2026-09-01`"),
        hint_with={
            "suggestion": Phrase("Schrijf `{field}: {suggestion}`", "Write `{field}: {suggestion}`"),
            "days": Phrase(
                "Die maand heeft {days} dagen. Kies een dag die bestaat.",
                "That month has {days} days. Choose a day that exists.",
            ),
        },
        bad=_ARTICLE.replace("reviewed_on: 2026-02-28", "reviewed_on: 2026-02-31"),
        good=_ARTICLE,
        example_path="content/articles/voorbeeld.md",
    ),
    Rule(
        id="schema/not-https",
        severity=Severity.ERROR,
        title=Phrase("Dit is geen https-adres", "This is not an https address"),
        why=Phrase(
            "Alleen over https kan niemand onderweg meelezen wat een deelnemer bezoekt of invult.",
            "Only over https can nobody on the way read what a participant visits or fills in.",
        ),
        message=Phrase(
            "`{value}` is geen adres dat met https:// begint.",
            "`{value}` is not an address that begins with https://.",
        ),
        hint=Phrase("Schrijf het hele adres, zoals `{example}`.", "Write the whole address, such as `{example}`."),
        hint_with={"suggestion": Phrase("Schrijf `{suggestion}`.", "Write `{suggestion}`.")},
        bad=_MODULE.replace("url: https://example.org/planning\n", "url: http://example.org/planning\n"),
        good=_MODULE,
        example_path="content/modules/voorbeeld.yml",
    ),
    Rule(
        id="schema/wrong-form",
        severity=Severity.ERROR,
        title=Phrase("Dit heeft niet de goede vorm", "This does not have the right form"),
        why=Phrase(
            "Een telefoonnummer of e-mailadres werkt alleen als het klopt. Een typefout valt anders pas laat op.",
            "A telephone number or e-mail address works only if it is right. A slip is otherwise noticed late.",
        ),
        message=Phrase(
            "Wat bij `{field}` staat, kan niet: `{value}`.", "What stands at `{field}` cannot be: `{value}`."
        ),
        hint=Phrase("Kijk na wat er staat.", "Check what it says."),
        hint_with={"example": Phrase("Schrijf het zoals: `{example}`", "Write it like this: `{example}`")},
        bad="""\
format: 1
organisation:
  name: Voorbeeld Welzijn
contact:
  email: info-at-example.org
languages: [nl]
programmes: [voorbeeld]
""",
        good="""\
format: 1
organisation:
  name: Voorbeeld Welzijn
contact:
  email: info@example.org
languages: [nl]
programmes: [voorbeeld]
""",
        example_path="site_config.yml",
    ),
    Rule(
        id="schema/not-one-line",
        severity=Severity.ERROR,
        title=Phrase("Meer dan één regel", "More than one line"),
        why=Phrase(
            "Deze tekst komt op plaatsen waar maar één regel past, zoals een titel, een menu of een knop.",
            "This text is shown where only one line fits, such as a title, a menu or a button.",
        ),
        message=Phrase("`{field}` moet op één regel passen.", "`{field}` must fit on one line."),
        hint=Phrase(
            "Maak er één regel van, en zet de rest in een ander veld.",
            "Make it one line, and put the rest in another field.",
        ),
        bad=_ACTIVITY.replace("title: Drie minuten ademen", "title: |\n  Drie minuten\n  ademen"),
        good=_ACTIVITY,
    ),
    Rule(
        id="schema/too-long",
        severity=Severity.ERROR,
        title=Phrase("Te lange tekst", "Text too long"),
        why=Phrase(
            "Een lange tekst past hier niet: op een telefoon duwt hij al het andere weg.",
            "A long text does not fit here: on a telephone it pushes everything else aside.",
        ),
        message=Phrase(
            "De tekst bij `{field}` telt {length} tekens; er passen er hoogstens {limit}.",
            "The text at `{field}` has {length} characters; at most {limit} fit.",
        ),
        hint=Phrase("Maak hem minstens {over} tekens korter.", "Make it at least {over} characters shorter."),
        bad=_ACTIVITY.replace("Drie minuten ademen", "Drie minuten ademen" + ", en dan rustig verder" * 14),
        good=_ACTIVITY,
    ),
    Rule(
        id="schema/out-of-range",
        severity=Severity.ERROR,
        title=Phrase("Te groot of te klein getal", "Number too large or too small"),
        why=Phrase(
            "Een getal buiten deze grenzen is bijna altijd een typefout.",
            "A number outside these limits is nearly always a slip of the keys.",
        ),
        message=Phrase(
            "`{field}` moet {bound:bound} zijn; er staat {value}.", "`{field}` must be {bound:bound}; it is {value}."
        ),
        hint=Phrase("Kijk het getal na.", "Check the number."),
        bad=_ACTIVITY.replace("minutes: 5", "minutes: 0"),
        good=_ACTIVITY,
    ),
)
