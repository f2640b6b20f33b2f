"""Rules about questionnaires: what belongs together in one, and scores that come out."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.rule import Phrase, Rule

_PATH = "content/questionnaires/rust.yml"
_GOOD = """\
title: Hoe gaat het met rust?
introduction: |
  Kijk terug op de afgelopen week.
source: Eigen vragenlijst
answer_scales:
  - id: hoe-vaak
    options:
      - id: nooit
        text: Nooit
        score: 0
      - id: soms
        text: Soms
        score: 1
      - id: vaak
        text: Vaak
        score: 2
items:
  - id: pauze
    text: Ik nam op tijd pauze.
    answer_scale: hoe-vaak
  - id: malen
    text: Ik lag te malen.
    answer_scale: hoe-vaak
    reversed: true
  - id: toelichting
    text: Wat wil je nog kwijt?
    field:
      kind: long_text
critical_items:
  - item: malen
    options: [vaak]
scales:
  - id: rust
    title: Rust
    items: [pauze, malen]
    method: sum
    minimum_answered: 1
    missing: prorate
    direction: higher_is_better
    reliable_change: 2
    bands:
      - from: 0
        title: Weinig rust
      - from: 3
        title: Genoeg rust
    bands_source: Eigen indeling
worked_examples:
  - title: Vaak pauze, soms malen
    answers:
      pauze: vaak
      malen: soms
    scores:
      rust: 3
owner: Voorbeeld Welzijn
permission: Eigen werk
"""


def _without(text: str) -> str:
    assert text in _GOOD, text
    return _GOOD.replace(text, "", 1)


def _with(old: str, new: str) -> str:
    assert old in _GOOD, old
    return _GOOD.replace(old, new, 1)


_REFERENCES: tuple[Rule, ...] = (
    Rule(
        id="questionnaire/unknown-reference",
        severity=Severity.ERROR,
        title=Phrase("Verwijzing naar wat er niet is", "Reference to what is not there"),
        why=Phrase(
            "Zonder de schaal of vraag waarnaar verwezen wordt, kan de lijst niet getoond of berekend worden.",
            "Without the scale or item that is referred to, the questionnaire cannot be shown or scored.",
        ),
        message=Phrase("In deze vragenlijst is geen {what_nl} `{id}`.", "This questionnaire has no {what_en} `{id}`."),
        hint=Phrase("Wel zijn er: {known}.", "There are: {known}."),
        hint_with={"nearby": Phrase("Bedoel je `{nearby}`?", "Did you mean `{nearby}`?")},
        bad=_with("    answer_scale: hoe-vaak\n    reversed", "    answer_scale: hoevaak\n    reversed"),
        good=_GOOD,
        example_path=_PATH,
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
        bad=_with("options: [vaak]", "options: [vaker]"),
        good=_GOOD,
        example_path=_PATH,
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
            "Er is al een {what_nl} met de id `{id}`.", "There is already one {what_en} with the id `{id}`."
        ),
        hint=Phrase("Geef een van de twee een andere id.", "Give one of the two another id."),
        bad=_with("- id: toelichting", "- id: pauze"),
        good=_GOOD,
        example_path=_PATH,
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
        bad=_without("owner: Voorbeeld Welzijn\n"),
        good=_GOOD,
        example_path=_PATH,
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
        bad=_without("permission: Eigen werk\n"),
        good=_GOOD,
        example_path=_PATH,
    ),
)

_SCORING: tuple[Rule, ...] = (
    Rule(
        id="questionnaire/option-without-score",
        severity=Severity.ERROR,
        title=Phrase("Antwoord zonder score", "Answer without a score"),
        why=Phrase(
            "Wie dit antwoord kiest, kan geen score krijgen: Kring raadt niet.",
            "Who chooses this answer can get no score: Kring does not guess.",
        ),
        message=Phrase(
            "Het antwoord `{option}` heeft geen score, maar de vraag `{item}` telt mee.",
            "The answer `{option}` has no score, but the item `{item}` counts.",
        ),
        hint=Phrase(
            "Geef het een `score`, of zet `scored: false` bij de vragen met deze antwoorden en haal ze uit de schalen.",
            "Give it a `score`, or put `scored: false` at the items with these answers and take them out of the scales.",
        ),
        bad=_without("        score: 1\n"),
        good=_GOOD,
        example_path=_PATH,
    ),
    Rule(
        id="questionnaire/unscored-item-in-scale",
        severity=Severity.ERROR,
        title=Phrase("Een vraag die niet meetelt, in een schaal", "An item that does not count, in a scale"),
        why=Phrase(
            "Een schaal telt scores op. Een open vraag heeft er geen.",
            "A scale adds up scores. An open question has none.",
        ),
        message=Phrase(
            "De vraag `{item}` staat in de schaal `{scale}`, maar telt niet mee.",
            "The item `{item}` is in the scale `{scale}`, but does not count.",
        ),
        hint=Phrase(
            "Haal haar uit de schaal, of haal `scored: false` weg.",
            "Take it out of the scale, or remove `scored: false`.",
        ),
        hint_with={
            "field": Phrase(
                "Haal haar uit de schaal, of gebruik `answer_scale` in plaats van `field`.",
                "Take it out of the scale, or use `answer_scale` instead of `field`.",
            )
        },
        bad=_with("items: [pauze, malen]", "items: [pauze, malen, toelichting]"),
        good=_GOOD,
        example_path=_PATH,
    ),
    Rule(
        id="questionnaire/item-in-no-scale",
        severity=Severity.WARNING,
        title=Phrase("Een vraag die meetelt, in geen enkele schaal", "An item that counts, in no scale"),
        why=Phrase(
            "Zo'n vraag is vaak vergeten in de schaal, en dan klopt de score niet.",
            "Such an item has often been forgotten in the scale, and then the score is wrong.",
        ),
        message=Phrase(
            "De vraag `{item}` telt mee, maar staat in geen schaal.", "The item `{item}` counts, but is in no scale."
        ),
        hint=Phrase(
            "Zet haar in een schaal, of schrijf erbij: `scored: false`.", "Put it in a scale, or write `scored: false`."
        ),
        bad=_with(
            "  - id: toelichting\n",
            "  - id: hoofd\n    text: Mijn hoofd was leeg.\n    answer_scale: hoe-vaak\n  - id: toelichting\n",
        ),
        good=_GOOD,
        example_path=_PATH,
    ),
    Rule(
        id="questionnaire/minimum-missing",
        severity=Severity.ERROR,
        title=Phrase("Onbekend hoeveel antwoorden nodig zijn", "Unknown how many answers are needed"),
        why=Phrase(
            "Met te weinig antwoorden zegt een score niets. Hoeveel genoeg is, verschilt per vragenlijst.",
            "With too few answers a score means nothing. How many are enough differs between questionnaires.",
        ),
        message=Phrase(
            "De schaal `{scale}` vult ontbrekende antwoorden aan, maar zegt niet vanaf hoeveel antwoorden.",
            "The scale `{scale}` makes up for missing answers, but does not say from how many answers on.",
        ),
        hint=Phrase(
            "Voeg `minimum_answered:` toe, of schrijf `missing: refuse`.",
            "Add `minimum_answered:`, or write `missing: refuse`.",
        ),
        bad=_without("    minimum_answered: 1\n"),
        good=_GOOD,
        example_path=_PATH,
    ),
    Rule(
        id="questionnaire/minimum-too-high",
        severity=Severity.ERROR,
        title=Phrase("Meer antwoorden nodig dan er vragen zijn", "More answers needed than there are items"),
        why=Phrase(
            "Dan krijgt niemand ooit een score als er een antwoord ontbreekt.",
            "Then nobody with a missing answer ever gets a score.",
        ),
        message=Phrase(
            "De schaal `{scale}` heeft {minimum} antwoorden nodig, maar telt {items} vragen.",
            "The scale `{scale}` needs {minimum} answers, but has {items} items.",
        ),
        hint=Phrase("Kies hoogstens {items}.", "Choose {items} at most."),
        bad=_with("minimum_answered: 1", "minimum_answered: 3"),
        good=_GOOD,
        example_path=_PATH,
    ),
)

_BANDS: tuple[Rule, ...] = (
    Rule(
        id="questionnaire/bands-out-of-order",
        severity=Severity.ERROR,
        title=Phrase("Scoregroepen niet op volgorde", "Bands out of order"),
        why=Phrase(
            "Een scoregroep loopt tot de volgende begint. Dat klopt alleen als ze van laag naar hoog staan.",
            "A band runs until the next one begins. That holds only if they stand from low to high.",
        ),
        message=Phrase(
            "Deze scoregroep begint bij {from}, en die ervoor al bij {before}.",
            "This band begins at {from}, and the one before it already at {before}.",
        ),
        hint=Phrase(
            "Zet ze van laag naar hoog, elk met een eigen begin.", "Put them from low to high, each with its own start."
        ),
        bad=_with("      - from: 3\n", "      - from: 0\n"),
        good=_GOOD,
        example_path=_PATH,
    ),
    Rule(
        id="questionnaire/bands-do-not-cover",
        severity=Severity.ERROR,
        title=Phrase("Scores onder de laagste scoregroep", "Scores below the lowest band"),
        why=Phrase(
            "Wie zo'n lage score heeft, valt dan nergens onder, en krijgt geen advies.",
            "Who has such a low score would then belong nowhere, and get no advice.",
        ),
        message=Phrase(
            "De laagste scoregroep van `{scale}` begint bij {from}, maar de score kan {low} zijn.",
            "The lowest band of `{scale}` begins at {from}, but the score can be {low}.",
        ),
        hint=Phrase("Laat de laagste scoregroep bij {low} beginnen.", "Let the lowest band begin at {low}."),
        bad=_with("      - from: 0\n", "      - from: 1\n"),
        good=_GOOD,
        example_path=_PATH,
    ),
    Rule(
        id="questionnaire/band-out-of-range",
        severity=Severity.ERROR,
        title=Phrase("Scoregroep waar niemand in kan vallen", "Band that no score can reach"),
        why=Phrase(
            "Dan is een van beide fout: de grens van de groep, of hoe de score berekend wordt.",
            "Then one of the two is wrong: the limit of the band, or the way the score is computed.",
        ),
        message=Phrase(
            "In de scoregroep vanaf {from} kan niemand vallen: scores van `{scale}` lopen van {low} tot en met {high}.",
            "Nobody can fall in the band from {from} on: scores of `{scale}` run from {low} to {high}.",
        ),
        hint=Phrase(
            "Kijk de grens na, en ook `method` en `multiplier`.", "Check the limit, and also `method` and `multiplier`."
        ),
        bad=_with("      - from: 3\n", "      - from: 5\n"),
        good=_GOOD,
        example_path=_PATH,
    ),
    Rule(
        id="questionnaire/reliable-change-too-large",
        severity=Severity.ERROR,
        title=Phrase("Betrouwbare verandering groter dan de schaal", "Reliable change larger than the scale"),
        why=Phrase(
            "Zo veel kan niemand veranderen, dus elke echte verandering zou toeval heten.",
            "Nobody can change that much, so every real change would count as chance.",
        ),
        message=Phrase(
            "De kleinste betrouwbare verandering van `{scale}` is {change}, maar een score kan hoogstens {most} veranderen.",
            "The smallest reliable change of `{scale}` is {change}, but a score can change by {most} at most.",
        ),
        hint=Phrase(
            "Kijk na of dit getal bij deze berekening van de score hoort.",
            "Check whether this number belongs to this way of scoring.",
        ),
        bad=_with("reliable_change: 2", "reliable_change: 20"),
        good=_GOOD,
        example_path=_PATH,
    ),
)

_EXAMPLES: tuple[Rule, ...] = (
    Rule(
        id="questionnaire/scale-without-example",
        severity=Severity.WARNING,
        title=Phrase("Schaal zonder uitgewerkt voorbeeld", "Scale without a worked example"),
        why=Phrase(
            "Een voorbeeld dat met de hand is uitgerekend, laat zien dat de score goed berekend wordt.",
            "An example worked out by hand shows that the score is computed rightly.",
        ),
        message=Phrase(
            "Geen voorbeeld geeft een score voor de schaal `{scale}`.",
            "No example gives a score for the scale `{scale}`.",
        ),
        hint=Phrase(
            "Reken er een met de hand uit, en zet het bij `worked_examples`.",
            "Work one out by hand, and put it in `worked_examples`.",
        ),
        bad=_GOOD[: _GOOD.index("worked_examples:")] + _GOOD[_GOOD.index("owner:") :],
        good=_GOOD,
        example_path=_PATH,
    ),
    Rule(
        id="questionnaire/example-differs",
        severity=Severity.ERROR,
        title=Phrase("Een voorbeeld komt niet uit", "An example does not come out"),
        why=Phrase(
            "Het voorbeeld of de berekening is fout. Met een foute score krijgt iemand het verkeerde advies.",
            "The example or the scoring is wrong. With a wrong score somebody gets the wrong advice.",
        ),
        message=Phrase(
            "In het voorbeeld ‘{example}’ hoort `{scale}` {expected_nl} te zijn, maar de uitkomst is {computed_nl}.",
            "In the example ‘{example}’ `{scale}` should be {expected_en}, but what comes out is {computed_en}.",
        ),
        hint=Phrase(
            "Reken het na ({answered} van de {items} vragen beantwoord), en let op omgedraaide vragen.",
            "Work it out again ({answered} of {items} items answered), and mind the reversed items.",
        ),
        bad=_with("      rust: 3\n", "      rust: 4\n"),
        good=_GOOD,
        example_path=_PATH,
    ),
)

RULES: tuple[Rule, ...] = (*_REFERENCES, *_SCORING, *_BANDS, *_EXAMPLES)
