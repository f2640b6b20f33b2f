"""Rules about the parts of a questionnaire: what refers to what, ids, and the right to use it."""

from __future__ import annotations

from collections.abc import Mapping

from kring.findings import Severity
from kring.rules.example_questionnaire import QUESTIONNAIRE, QUESTIONNAIRE_PATH, having, without
from kring.rules.rule import Phrase, Rule

PARTS: Mapping[str, Phrase] = {
    "answer_scale": Phrase("antwoordschaal", "answer scale"),
    "item": Phrase("vraag", "item"),
    "answer": Phrase("antwoord", "answer"),
    "scale": Phrase("schaal", "scale"),
}
"""The parts that have an id."""

PART_RULES: tuple[Rule, ...] = (
    Rule(
        id="questionnaire/unknown-reference",
        severity=Severity.ERROR,
        title=Phrase("Verwijzing naar wat er niet is", "Reference to what is not there"),
        why=Phrase(
            "Zonder de schaal of vraag waarnaar verwezen wordt, kan de lijst niet getoond of berekend worden.",
            "Without the scale or item that is referred to, the questionnaire cannot be shown or scored.",
        ),
        message=Phrase(
            "In deze vragenlijst is geen {what:part} `{id}`.", "This questionnaire has no {what:part} `{id}`."
        ),
        hint=Phrase("Wel zijn er: {known}.", "There are: {known}."),
        hint_with={"nearby": Phrase("Bedoel je `{nearby}`?", "Did you mean `{nearby}`?")},
        bad=having("    answer_scale: hoe-vaak\n    reversed", "    answer_scale: hoevaak\n    reversed"),
        good=QUESTIONNAIRE,
        example_path=QUESTIONNAIRE_PATH,
    ),
    Rule(
        id="questionnaire/unknown-answer",
        severity=Severity.ERROR,
        title=Phrase("Een antwoord dat bij die vraag niet kan", "An answer that the item does not have"),
        why=Phrase(
            "Bij een kritische vraag zou het hulpblok dan nooit verschijnen, en een voorbeeld zou niets bewijzen.",
            "A critical item would then never lead to the help block, and an example would prove nothing.",
        ),
        message=Phrase("Bij de vraag `{item}` is geen antwoord `{id}`.", "The item `{item}` has no answer `{id}`."),
        hint=Phrase("Wel zijn er: {known}.", "There are: {known}."),
        hint_with={"nearby": Phrase("Bedoel je `{nearby}`?", "Did you mean `{nearby}`?")},
        bad=having("options: [vaak]", "options: [vaker]"),
        good=QUESTIONNAIRE,
        example_path=QUESTIONNAIRE_PATH,
    ),
    Rule(
        id="questionnaire/duplicate-id",
        severity=Severity.ERROR,
        title=Phrase("Een id staat er twee keer", "An id stands there twice"),
        why=Phrase(
            "Een antwoord wordt onder zijn id bewaard. Met twee dezelfde raakt er één kwijt.",
            "An answer is kept under its id. With two the same, one of them is lost.",
        ),
        message=Phrase(
            "Er is al een {what:part} met de id `{id}`.", "There is already one {what:part} with the id `{id}`."
        ),
        hint=Phrase("Geef een van de twee een andere id.", "Give one of the two another id."),
        bad=having("- id: toelichting", "- id: pauze"),
        good=QUESTIONNAIRE,
        example_path=QUESTIONNAIRE_PATH,
    ),
    Rule(
        id="questionnaire/no-owner",
        severity=Severity.ERROR,
        title=Phrase("Eigenaar onbekend", "Owner unknown"),
        why=Phrase(
            "Op vragenlijsten rust meestal auteursrecht. Zonder eigenaar is niet na te gaan of gebruik mag.",
            "Questionnaires are mostly under copyright. Without an owner nobody can check whether use is allowed.",
        ),
        message=Phrase("Deze vragenlijst noemt geen eigenaar.", "This questionnaire names no owner."),
        hint=Phrase("Voeg `owner:` toe, met wie de rechten heeft.", "Add `owner:` with who holds the rights."),
        bad=without("owner: Voorbeeld Welzijn\n"),
        good=QUESTIONNAIRE,
        example_path=QUESTIONNAIRE_PATH,
    ),
    Rule(
        id="questionnaire/no-permission",
        severity=Severity.ERROR,
        title=Phrase("Toestemming onbekend", "Permission unknown"),
        why=Phrase(
            "Wie een vragenlijst online zet, moet dat mogen. Daarom staat erbij waarop dat berust.",
            "Who puts a questionnaire online must be allowed to. What that rests on is therefore written down.",
        ),
        message=Phrase(
            "Deze vragenlijst zegt niet waarom zij hier gebruikt mag worden.",
            "This questionnaire does not say why it may be used here.",
        ),
        hint=Phrase(
            "Voeg `permission:` toe: de licentie, of van wie en wanneer de toestemming kwam.",
            "Add `permission:`: the licence, or who gave permission and when.",
        ),
        bad=without("permission: Eigen werk\n"),
        good=QUESTIONNAIRE,
        example_path=QUESTIONNAIRE_PATH,
    ),
)
