"""Rules about reading a score: its bands, and the smallest change that means something."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.example_questionnaire import QUESTIONNAIRE, QUESTIONNAIRE_PATH, having
from kring.rules.rule import Phrase, Rule

BAND_RULES: tuple[Rule, ...] = (
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
        bad=having("      - from: 3\n", "      - from: 0\n"),
        good=QUESTIONNAIRE,
        example_path=QUESTIONNAIRE_PATH,
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
        bad=having("      - from: 0\n", "      - from: 1\n"),
        good=QUESTIONNAIRE,
        example_path=QUESTIONNAIRE_PATH,
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
        bad=having("      - from: 3\n", "      - from: 5\n"),
        good=QUESTIONNAIRE,
        example_path=QUESTIONNAIRE_PATH,
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
        bad=having("reliable_change: 2", "reliable_change: 20"),
        good=QUESTIONNAIRE,
        example_path=QUESTIONNAIRE_PATH,
    ),
)
