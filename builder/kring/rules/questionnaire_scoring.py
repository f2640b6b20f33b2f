"""Rules about scoring: what counts, with how many points, and the worked examples that must come out."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.example_questionnaire import QUESTIONNAIRE, QUESTIONNAIRE_PATH, having, without
from kring.rules.rule import Phrase, Rule

SCORING_RULES: tuple[Rule, ...] = (
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
        bad=without("        score: 1\n"),
        good=QUESTIONNAIRE,
        example_path=QUESTIONNAIRE_PATH,
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
        bad=having("items: [pauze, malen]", "items: [pauze, malen, toelichting]"),
        good=QUESTIONNAIRE,
        example_path=QUESTIONNAIRE_PATH,
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
        bad=having(
            "  - id: toelichting\n",
            "  - id: hoofd\n    text: Mijn hoofd was leeg.\n    answer_scale: hoe-vaak\n  - id: toelichting\n",
        ),
        good=QUESTIONNAIRE,
        example_path=QUESTIONNAIRE_PATH,
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
        bad=without("    minimum_answered: 1\n"),
        good=QUESTIONNAIRE,
        example_path=QUESTIONNAIRE_PATH,
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
        bad=having("minimum_answered: 1", "minimum_answered: 3"),
        good=QUESTIONNAIRE,
        example_path=QUESTIONNAIRE_PATH,
    ),
)

EXAMPLE_RULES: tuple[Rule, ...] = (
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
        bad=QUESTIONNAIRE[: QUESTIONNAIRE.index("worked_examples:")] + QUESTIONNAIRE[QUESTIONNAIRE.index("owner:") :],
        good=QUESTIONNAIRE,
        example_path=QUESTIONNAIRE_PATH,
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
            "In het voorbeeld ‘{example}’ hoort `{scale}` {expected:score} te zijn, maar de uitkomst is {computed:score}.",
            "In the example ‘{example}’ `{scale}` should be {expected:score}, but what comes out is {computed:score}.",
        ),
        hint=Phrase(
            "Reken het na ({answered} van de {items} vragen beantwoord), en let op omgedraaide vragen.",
            "Work it out again ({answered} of {items} items answered), and mind the reversed items.",
        ),
        hint_with={
            "reversed": Phrase(
                "Kloppen de antwoorden van het voorbeeld? Schrijf dan bij `scores`: `{scale}: {computed}`. Of is de vraag `{reversed}` omgedraaid? Zet er dan `reversed: true` bij: ook dan komt het uit.",
                "Are the answers of the example right? Then write under `scores`: `{scale}: {computed}`. Or is the item `{reversed}` reversed? Then add `reversed: true` to it: it comes out then too.",
            ),
            "not_reversed": Phrase(
                "Kloppen de antwoorden van het voorbeeld? Schrijf dan bij `scores`: `{scale}: {computed}`. Of is de vraag `{not_reversed}` toch niet omgedraaid? Haal daar `reversed: true` weg: ook dan komt het uit.",
                "Are the answers of the example right? Then write under `scores`: `{scale}: {computed}`. Or is the item `{not_reversed}` not reversed after all? Remove `reversed: true` there: it comes out then too.",
            ),
        },
        bad=having("      rust: 3\n", "      rust: 4\n"),
        good=QUESTIONNAIRE,
        example_path=QUESTIONNAIRE_PATH,
    ),
)
