"""Rules about ids: each names one thing, now and through time."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.example_files import (
    PLAIN_SECOND_SESSION,
    PROGRAMME,
    PROGRAMME_PATH,
    SECOND_SESSION_PATH,
    SESSION,
    SESSION_PATH,
    SHARED_SESSION_PATH,
    TWO_SESSIONS,
    example,
)
from kring.rules.rule import Phrase, Rule

_ARTICLE = "---\ntitle: Rust\nsummary: Waarom even stoppen helpt.\n---\n\nEven stoppen helpt.\n"


def _numbered(second: str, third: str) -> str:
    """Return a programme whose second and third session have these names."""
    sessions = f"  - session: beginnen\n  - session: {second}\n  - session: {third}\n"
    folder = SESSION_PATH.rpartition("/")[0]
    return example(
        (PROGRAMME_PATH, PROGRAMME.replace("  - session: beginnen\n", sessions)),
        (f"{folder}/{second}.yml", PLAIN_SECOND_SESSION),
        (f"{folder}/{third}.yml", PLAIN_SECOND_SESSION.replace("title: Volhouden", "title: Doorgaan")),
    )


def _overriding(programme: str, session: str) -> str:
    """Return a programme that gives a session of its order another title."""
    entry = f"  - session: {session}\n"
    return programme.replace(entry, f"{entry}    override:\n      title: Samen verder\n")


IDENTITY_RULES: tuple[Rule, ...] = (
    Rule(
        id="id/duplicate",
        severity=Severity.ERROR,
        title=Phrase("Twee keer dezelfde id", "The same id twice"),
        why=Phrase(
            "Aan de id hangen antwoorden, adressen en verwijzingen. Met twee dezelfde raken die door elkaar.",
            "Answers, addresses and references hang on the id. With two of the same they would be mixed up.",
        ),
        message=Phrase("De id `{id}` komt in deze lijst al voor.", "The id `{id}` is in this list already."),
        hint=Phrase("Geef dit onderdeel een andere id.", "Give this one another id."),
        hint_with={
            "use": Phrase(
                "Neemt de sessie de werkvorm `{use}` twee keer op? Geef deze stap dan een eigen `id`.",
                "Does the session take up the activity `{use}` twice? Then give this step an `id` of its own.",
            )
        },
        bad=SESSION.replace("id: afsluiten", "id: stap"),
        good=SESSION,
        example_path=SESSION_PATH,
    ),
    Rule(
        id="programme/session-twice",
        severity=Severity.ERROR,
        title=Phrase("Een sessie staat twee keer in het programma", "A session is in the programme twice"),
        why=Phrase(
            "Elke sessie heeft één pagina, één nummer en één plek in de volgorde.",
            "Each session has one page, one number and one place in the order.",
        ),
        message=Phrase("De sessie `{id}` staat al in deze volgorde.", "The session `{id}` is in this order already."),
        hint=Phrase("Haal een van de twee weg.", "Remove one of the two."),
        hint_with={
            "left_out": Phrase(
                "De sessie `{left_out}` staat nog nergens. Bedoel je die?",
                "The session `{left_out}` is not in the order yet. Did you mean that one?",
            )
        },
        bad=PROGRAMME.replace("  - session: beginnen\n", "  - session: beginnen\n  - session: beginnen\n"),
        good=PROGRAMME,
        example_path=PROGRAMME_PATH,
    ),
    Rule(
        id="programme/same-title",
        severity=Severity.WARNING,
        title=Phrase("Twee sessies met dezelfde titel", "Two sessions with the same title"),
        why=Phrase(
            "In het menu, in het werkboek en bij het zoeken zijn die twee niet uit elkaar te houden.",
            "In the menu, in the workbook and in a search the two cannot be told apart.",
        ),
        message=Phrase("De sessie `{other}` heet ook ‘{title}’.", "The session `{other}` is called ‘{title}’ too."),
        hint=Phrase("Geef een van de twee een andere titel.", "Give one of the two another title."),
        bad=example(
            (PROGRAMME_PATH, TWO_SESSIONS),
            (SECOND_SESSION_PATH, PLAIN_SECOND_SESSION.replace("title: Volhouden", "title: Beginnen")),
        ),
        good=example((PROGRAMME_PATH, TWO_SESSIONS), (SECOND_SESSION_PATH, PLAIN_SECOND_SESSION)),
    ),
    Rule(
        id="programme/own-session-overridden",
        severity=Severity.ERROR,
        title=Phrase("`override` bij een eigen sessie", "`override` beside a session of its own"),
        why=Phrase(
            "Met `override` zegt een programma wat anders is in een sessie uit de bibliotheek. In een eigen sessie kan het er zelf staan.",
            "With `override` a programme says what is different in a session of the library. Its own session can say it itself.",
        ),
        message=Phrase(
            "De sessie `{id}` is van dit programma zelf: er is niets om van af te wijken.",
            "The session `{id}` is this programme's own: there is nothing to differ from.",
        ),
        hint=Phrase(
            "Verander de sessie zelf. Of verplaats haar naar `content/sessions/`, als meer programma's haar overnemen.",
            "Change the session itself. Or move it to `content/sessions/`, if more programmes take it up.",
        ),
        bad=_overriding(PROGRAMME, "beginnen"),
        good=example(
            (SHARED_SESSION_PATH, PLAIN_SECOND_SESSION), (PROGRAMME_PATH, _overriding(TWO_SESSIONS, "volhouden"))
        ),
        example_path=PROGRAMME_PATH,
    ),
    Rule(
        id="programme/session-number-twice",
        severity=Severity.WARNING,
        title=Phrase(
            "Twee sessies met hetzelfde nummer in hun naam", "Two sessions with the same number in their name"
        ),
        why=Phrase(
            "Kring telt de sessies in de volgorde van programme.yml. Een nummer in de naam spreekt dat al snel tegen.",
            "Kring counts the sessions in the order of programme.yml. A number in the name soon contradicts it.",
        ),
        message=Phrase(
            "De namen `{other}` en `{id}` hebben allebei nummer {number}. `{id}` is sessie {place}.",
            "The names `{other}` and `{id}` both have number {number}. `{id}` is session {place}.",
        ),
        hint=Phrase("Geef het bestand een naam zonder nummer.", "Give the file a name without a number."),
        hint_with={
            "better": Phrase(
                "Noem het bestand `{better}.yml`, zonder nummer.", "Call the file `{better}.yml`, without a number."
            )
        },
        bad=_numbered("2-volhouden", "2-doorgaan"),
        good=_numbered("volhouden", "doorgaan"),
    ),
    Rule(
        id="id/shadowed",
        severity=Severity.ERROR,
        title=Phrase(
            "Dezelfde id in het programma en in de bibliotheek", "The same id in the programme and in the library"
        ),
        why=Phrase(
            "Dan is niet meer te zien welke van de twee een verwijzing bedoelt. Dat geldt ook voor bestanden in media/.",
            "Then nobody can see which of the two a reference means. That goes for files in media/ too.",
        ),
        message=Phrase(
            "Ook in de bibliotheek staat {kind:the_kind} `{id}`.", "The library has {kind:the_kind} `{id}` too."
        ),
        hint=Phrase(
            "Geef dit bestand een andere naam, of gebruik dat van de bibliotheek.",
            "Give this file another name, or use the one of the library.",
        ),
        bad=_ARTICLE,
        good="",
        example_path="programs/klein-begin/articles/rust.md",
    ),
    Rule(
        id="id/formerly-in-use",
        severity=Severity.ERROR,
        title=Phrase("Een vroegere id die nu van iets anders is", "A former id that something else has now"),
        why=Phrase(
            "`formerly` houdt oude adressen en antwoorden in leven. Eén oude id kan maar naar één ding leiden.",
            "`formerly` keeps old addresses and answers alive. One old id can lead to one thing only.",
        ),
        message=Phrase(
            "De vroegere id `{id}` is al in gebruik, of al een keer genoemd.",
            "The former id `{id}` is in use already, or was named before.",
        ),
        hint=Phrase(
            "Haal `{id}` hier weg, of geef het andere een nieuwe id.", "Remove `{id}` here, or give the other a new id."
        ),
        bad=SESSION.replace("  - id: afsluiten\n", "  - id: afsluiten\n    formerly: [stap]\n"),
        good=SESSION.replace("  - id: afsluiten\n", "  - id: afsluiten\n    formerly: [einde]\n"),
        example_path=SESSION_PATH,
    ),
)
