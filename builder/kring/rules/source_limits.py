"""Rules about how much a content file may hold, and how much Kring says of one."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.rule import ExampleOf, Phrase, Rule

LIMIT_RULES: tuple[Rule, ...] = (
    Rule(
        id="file/too-many-lines",
        severity=Severity.ERROR,
        title=Phrase("Te veel regels", "Too many lines"),
        why=Phrase(
            "Zo'n bestand kan niemand meer nalezen, en Kring zou er lang over doen.",
            "Nobody can read through such a file any more, and Kring would take long over it.",
        ),
        message=Phrase(
            "Dit bestand heeft {lines} regels. Het mogen er {limit} zijn.",
            "This file has {lines} lines; {limit} are allowed.",
        ),
        hint=Phrase("Verdeel de tekst over meer bestanden.", "Divide the text among several files."),
        bad="content/glossary.yml: 6.000 regels\n",
        good="content/glossary.yml: 300 regels\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="file/too-many-signs",
        severity=Severity.ERROR,
        title=Phrase("Te veel van hetzelfde teken", "Too many of the same sign"),
        why=Phrase(
            "Dit teken hoort bij opmaak. Staat het er zo vaak, dan is er meestal iets mis bij het plakken of omzetten.",
            "This sign belongs to markup. Where it stands so often, pasting or converting has mostly gone wrong.",
        ),
        message=Phrase(
            "Het teken {sign} staat meer dan {limit} keer in dit bestand. Hier wordt het te veel.",
            "The sign {sign} stands in this file more than {limit} times. Here it becomes too much.",
        ),
        hint=Phrase(
            "Haal weg wat er niet hoort, of verdeel de tekst over meer bestanden.",
            "Remove what does not belong there, or divide the text among several files.",
        ),
        bad="content/articles/rust.md: 30.000 keer [\n",
        good="content/articles/rust.md: 20 keer [\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="file/too-many-findings",
        severity=Severity.WARNING,
        title=Phrase("Nog meer gevonden", "More was found"),
        why=Phrase(
            "Een lange lijst leest niemand, en vaak komt alles van één vergissing.",
            "Nobody reads a long list, and often it all comes from one mistake.",
        ),
        message=Phrase(
            "Kring noemt van dit bestand de eerste {limit} punten, fouten eerst. Er zijn er meer.",
            "Kring names the first {limit} points of this file, errors first. There are more.",
        ),
        hint=Phrase(
            "Los eerst op wat er staat, en kijk dan opnieuw.", "First mend what is listed, and then look again."
        ),
        bad="content/articles/rust.md: 3.000 keer een link naar wat er niet is\n",
        good="content/articles/rust.md: alle links kloppen\n",
        example_of=ExampleOf.SITUATION,
    ),
)
