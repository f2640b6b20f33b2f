"""Rules about forms: limits, steps, and questions that can be reached and answered."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.example_files import DIARY, diary_example
from kring.rules.rule import Phrase, Rule

_REASON = "  - id: waarom\n    kind: text\n    text: Waardoor kwam het?\n    shown_if:\n      field: {field}\n      is: [{answer}]\n"


def _asking(field: str, answer: str, rust: str = "") -> str:
    """Return the diary with a question that depends on another."""
    diary = DIARY.replace("    text: Nam je rust?\n", "    text: Nam je rust?\n" + rust)
    return diary_example(diary.replace("drawn:", _REASON.format(field=field, answer=answer) + "drawn:"))


FORM_RULES: tuple[Rule, ...] = (
    Rule(
        id="form/min-over-max",
        severity=Severity.ERROR,
        title=Phrase("De laagste waarde ligt boven de hoogste", "The lowest value lies above the highest"),
        why=Phrase("Op zo'n vraag is geen antwoord mogelijk.", "No answer to such a question is possible."),
        message=Phrase(
            "De laagste waarde ({min}) laat geen ruimte tot de hoogste ({max}).",
            "The lowest value ({min}) leaves no room up to the highest ({max}).",
        ),
        hint=Phrase("Verwissel ze, of verbeter een van de twee.", "Swap them, or correct one of them."),
        bad=diary_example(DIARY.replace("min: 0", "min: 10").replace("max: 10", "max: 0")),
        good=diary_example(),
    ),
    Rule(
        id="form/scale-steps",
        severity=Severity.ERROR,
        title=Phrase("De schaal komt niet op haar einde uit", "The scale does not end on a step"),
        why=Phrase(
            "Met deze stappen is de hoogste waarde niet te kiezen, terwijl er wel een woord bij staat.",
            "With these steps the highest value cannot be chosen, though it has a label.",
        ),
        message=Phrase(
            "Van {min} kom je met stappen van {step} niet op {max} uit.",
            "Steps of {step} from {min} do not end at {max}.",
        ),
        hint=Phrase("Kies een andere stap of een ander einde.", "Choose another step or another end."),
        bad=diary_example(DIARY.replace("    max: 10\n", "    max: 10\n    step: 3\n")),
        good=diary_example(DIARY.replace("    max: 10\n", "    max: 10\n    step: 2\n")),
    ),
    Rule(
        id="form/unfitting",
        severity=Severity.WARNING,
        title=Phrase("Een onderdeel dat bij deze soort niets doet", "A part that does nothing for this kind"),
        why=Phrase(
            "Kring laat dit onderdeel weg. Misschien hoort het veld van een andere soort te zijn.",
            "This part is left out. Perhaps the field should be of another kind.",
        ),
        message=Phrase(
            "`{part}` doet niets bij een veld van de soort `{kind}`.",
            "`{part}` does nothing for a field of kind `{kind}`.",
        ),
        hint=Phrase("Haal `{part}` weg, of verander `kind`.", "Remove `{part}`, or change `kind`."),
        bad=diary_example(DIARY.replace("    kind: yes_no\n", "    kind: yes_no\n    lines: 3\n")),
        good=diary_example(DIARY.replace("    kind: yes_no\n", "    kind: long_text\n    lines: 3\n")),
    ),
    Rule(
        id="form/unknown-field",
        severity=Severity.ERROR,
        title=Phrase("Een veld dat niet op dit formulier staat", "A field that is not on this form"),
        why=Phrase(
            "Een voorwaarde of een lijn kan alleen over een vraag van hetzelfde formulier gaan.",
            "A condition or a line can only be about a question on the same form.",
        ),
        message=Phrase("Op dit formulier is geen veld `{id}`.", "There is no field `{id}` on this form."),
        hint=Phrase("Noem de id van een veld op dit formulier.", "Name the id of a field on this form."),
        hint_with={"nearby": Phrase("Bedoel je `{nearby}`?", "Did you mean `{nearby}`?")},
        bad=_asking("rusten", "false"),
        good=_asking("rust", "false"),
    ),
    Rule(
        id="form/impossible-answer",
        severity=Severity.ERROR,
        title=Phrase("Een vraag die niemand te zien krijgt", "A question that nobody will see"),
        why=Phrase(
            "De vraag verschijnt alleen na een antwoord dat op de andere vraag niet gegeven kan worden.",
            "The question appears only after an answer that the other question does not allow.",
        ),
        message=Phrase(
            "Op het veld `{field}` is het antwoord `{answer}` niet mogelijk.",
            "The field `{field}` cannot have the answer `{answer}`.",
        ),
        hint=Phrase("Mogelijk is: {possible}.", "Possible answers: {possible}."),
        hint_with={
            "unquoted": Phrase(
                "Haal de aanhalingstekens weg: {unquoted}.", "Take the quotation marks away: {unquoted}."
            )
        },
        bad=_asking("rust", "soms"),
        good=_asking("rust", "false"),
    ),
    Rule(
        id="form/cycle",
        severity=Severity.ERROR,
        title=Phrase("Vragen die op elkaar wachten", "Questions that wait for each other"),
        why=Phrase(
            "Elke vraag verschijnt pas als de andere beantwoord is. Zo verschijnt er geen.",
            "Each question appears only when the other is answered. So none of them ever does.",
        ),
        message=Phrase("Deze velden wachten op elkaar: {circle}.", "These fields wait for each other: {circle}."),
        hint=Phrase("Haal bij een van deze velden `shown_if` weg.", "Remove `shown_if` from one of these fields."),
        bad=_asking("rust", "true", "    shown_if:\n      field: waarom\n      is: [druk]\n"),
        good=_asking("rust", "true"),
    ),
    Rule(
        id="form/drawn-not-a-number",
        severity=Severity.ERROR,
        title=Phrase("Een lijn van iets dat geen getal is", "A line of something that is no number"),
        why=Phrase("Alleen getallen kunnen een lijn door de tijd worden.", "Only numbers can become a line over time."),
        message=Phrase(
            "Het veld `{id}` is van de soort `{kind}`: daar kan geen lijn van getekend worden.",
            "The field `{id}` is of kind `{kind}`: no line can be drawn of it.",
        ),
        hint=Phrase(
            "Noem alleen velden van de soort `number` of `scale`.", "Name fields of kind `number` or `scale` only."
        ),
        bad=diary_example(DIARY.replace("drawn: [energie]", "drawn: [energie, rust]")),
        good=diary_example(),
    ),
)
