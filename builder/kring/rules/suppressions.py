"""Rules about comments that allow something: `# kring: allow RULE because REASON`."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.example_files import SESSION, SESSION_PATH
from kring.rules.rule import Phrase, Rule

_BREAK = "minutes: 30\n"


def _with_comment(comment: str) -> str:
    """Return a session without a break of its own, with a comment at the end of the line that says how long it is."""
    return SESSION.replace(_BREAK, f"minutes: 30 # {comment}\n")


def _too_long(comment: str) -> str:
    """Return a session whose agenda does not add up, which the comment allows."""
    return SESSION.replace(_BREAK, f"minutes: 40 # {comment}\n")


RULES: tuple[Rule, ...] = (
    Rule(
        id="suppression/not-understood",
        severity=Severity.ERROR,
        title=Phrase("Een opmerking voor Kring die niet te begrijpen is", "A comment for Kring that is not understood"),
        why=Phrase(
            "Wat achter `# kring:` staat, is voor Kring. Een tikfout daarin zou stil niets doen.",
            "What stands behind `# kring:` is meant for Kring. A slip in it would do nothing, in silence.",
        ),
        message=Phrase(
            "Achter `# kring:` hoort `allow`, een regel en een reden; hier staat `{found}`.",
            "Behind `# kring:` belong `allow`, a rule and a reason; here is `{found}`.",
        ),
        hint=Phrase(
            "Schrijf `# kring: allow REGEL want REDEN`, met de naam van de regel zoals die in de melding staat.",
            "Write `# kring: allow RULE because REASON`, with the rule's name as the report gives it.",
        ),
        bad=_too_long("kring: sta toe agenda/minutes want tien minuten zijn voor de koffie"),
        good=_too_long("kring: allow agenda/minutes want tien minuten zijn voor de koffie"),
        example_path=SESSION_PATH,
    ),
    Rule(
        id="suppression/no-reason",
        severity=Severity.ERROR,
        title=Phrase("Een regel toegestaan zonder reden", "A rule allowed without a reason"),
        why=Phrase(
            "Wie dit later leest, moet kunnen zien of de reden nog geldt.",
            "Whoever reads this later must be able to see whether the reason still holds.",
        ),
        message=Phrase("Er staat niet bij waarom `{rule}` hier mag.", "It does not say why `{rule}` is allowed here."),
        hint=Phrase(
            "Schrijf er `want` achter, en dan de reden: `# kring: allow {rule} want …`.",
            "Add `because` and the reason: `# kring: allow {rule} because …`.",
        ),
        bad=_too_long("kring: allow agenda/minutes"),
        good=_too_long("kring: allow agenda/minutes want tien minuten zijn voor de koffie"),
        example_path=SESSION_PATH,
    ),
    Rule(
        id="suppression/unknown-rule",
        severity=Severity.ERROR,
        title=Phrase("Een regel toegestaan die niet bestaat", "A rule allowed that does not exist"),
        why=Phrase("Een tikfout in de naam zou stil niets doen.", "A slip in the name would do nothing, in silence."),
        message=Phrase("Er is geen regel `{rule}`.", "There is no rule `{rule}`."),
        hint=Phrase(
            "Neem de naam over zoals die in de melding staat. `kring explain` noemt alle regels.",
            "Copy the name as it stands in the report. `kring explain` lists all rules.",
        ),
        hint_with={"nearby": Phrase("Bedoel je `{nearby}`?", "Did you mean `{nearby}`?")},
        bad=_too_long("kring: allow agenda/minuten want tien minuten zijn voor de koffie"),
        good=_too_long("kring: allow agenda/minutes want tien minuten zijn voor de koffie"),
        example_path=SESSION_PATH,
    ),
    Rule(
        id="suppression/fixed-rule",
        severity=Severity.ERROR,
        title=Phrase("Een regel die niet toegestaan kan worden", "A rule that cannot be allowed"),
        why=Phrase(
            "Zonder deze regel kan Kring geen site bouwen die klopt.",
            "Without this rule no site can be built that is right.",
        ),
        message=Phrase(
            "De regel `{rule}` geldt altijd; een opmerking kan er niets aan veranderen.",
            "The rule `{rule}` always holds; a comment cannot change that.",
        ),
        hint=Phrase(
            "Haal de opmerking weg en los op wat de regel meldt.", "Remove the comment and mend what the rule reports."
        ),
        bad=_with_comment("kring: allow reference/dangling want het artikel komt nog"),
        good=SESSION,
        example_path=SESSION_PATH,
    ),
    Rule(
        id="suppression/unused",
        severity=Severity.WARNING,
        title=Phrase("Een regel toegestaan die hier niets meldt", "A rule allowed that reports nothing here"),
        why=Phrase(
            "Wat opgelost is, hoeft niet meer toegestaan te worden. Blijft de opmerking staan, dan verbergt zij een volgende fout.",
            "What has been mended need not be allowed any more. A comment that stays would hide the next mistake.",
        ),
        message=Phrase(
            "De regel `{rule}` meldt hier niets (meer).", "The rule `{rule}` reports nothing here (any more)."
        ),
        hint=Phrase(
            "Haal de opmerking weg, of zet haar vlak boven de regel waarbij de melding staat.",
            "Remove the comment, or put it right above the line at which the report stands.",
        ),
        bad=_with_comment("kring: allow agenda/minutes want tien minuten zijn voor de koffie"),
        good=_too_long("kring: allow agenda/minutes want tien minuten zijn voor de koffie"),
        example_path=SESSION_PATH,
    ),
)
