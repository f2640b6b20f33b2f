"""Rules about releases: versions of a programme that are kept."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.rule import ExampleOf, Phrase, Rule

_PATH = "programs/klein-begin/releases/0.9.json"
_WHOLE = '{"format": 1, "programme": "klein-begin", "version": "0.9", "date": "2026-01-01", "edition": "…", …}\n'
_AGAIN = Phrase(
    "Haal het bestand terug uit Git, of leg de versie opnieuw vast met `kring release`.",
    "Bring the file back from Git, or keep the version anew with `kring release`.",
)
_WHY = Phrase(
    "Een vastgelegde versie is het bewijs van wat groepen toen hebben gekregen. Niemand schrijft erin.",
    "A release is the record of what groups were given then. Nobody writes in it.",
)

RULES: tuple[Rule, ...] = (
    Rule(
        id="release/unreadable",
        severity=Severity.ERROR,
        title=Phrase("Een vastgelegde versie die niet te lezen is", "A release that cannot be read"),
        why=_WHY,
        message=Phrase("`{name}` is geen vastgelegde versie.", "`{name}` is not a release."),
        hint=_AGAIN,
        bad='{"format": 1}\n',
        good="",
        example_path=_PATH,
    ),
    Rule(
        id="release/other-format",
        severity=Severity.ERROR,
        title=Phrase("Een vastgelegde versie in een andere vorm", "A release in another format"),
        why=Phrase(
            "Een andere Kring kan een andere vorm schrijven. Raden wat er staat, is geen lezen.",
            "Another Kring may write another format. To guess what it says is not to read it.",
        ),
        message=Phrase(
            "Deze versie is vastgelegd in vorm {format}. Deze Kring leest vorm {known}.",
            "This release has format {format}. This Kring reads format {known}.",
        ),
        hint=Phrase(
            "Gebruik de Kring waarmee de versie is vastgelegd, of een nieuwere.",
            "Use the Kring that made the release, or a newer one.",
        ),
        bad='{"format": 99}\n',
        good="",
        example_path=_PATH,
    ),
    Rule(
        id="release/field",
        severity=Severity.ERROR,
        title=Phrase("Een veld van een vastgelegde versie klopt niet", "A field of a release is wrong"),
        why=_WHY,
        message=Phrase(
            "Het veld `{field}` past niet bij deze plek, of is anders van vorm.",
            "The field `{field}` does not fit this place, or has another shape.",
        ),
        hint=_AGAIN,
        bad=(
            '{"format": 1, "programme": "ander", "version": "0.9", "date": "2026-01-01", "edition": "x",'
            ' "sources": {}, "media": {}}\n'
        ),
        good="",
        example_path=_PATH,
    ),
    Rule(
        id="release/changed",
        severity=Severity.ERROR,
        title=Phrase("Een vastgelegde versie is veranderd", "A release was changed"),
        why=_WHY,
        message=Phrase(
            "Wat in versie {version} staat, past niet bij haar code: er is iets aan veranderd.",
            "What release {version} holds does not fit its code: something in it was changed.",
        ),
        hint=_AGAIN,
        bad=(
            '{"format": 1, "programme": "klein-begin", "version": "0.9", "date": "2026-01-01", "edition": "x",'
            ' "sources": {}, "media": {}}\n'
        ),
        good="",
        example_path=_PATH,
    ),
    Rule(
        id="release/media",
        severity=Severity.ERROR,
        title=Phrase("Een plaatje van een vastgelegde versie ontbreekt", "A media file of a release is missing"),
        why=_WHY,
        message=Phrase(
            "Van `{path}` hoort een kopie te staan in `{stored}`. Die is er niet, of er staat iets anders in.",
            "A copy of `{path}` belongs at `{stored}`. It is not there, or holds something else.",
        ),
        hint=_AGAIN,
        bad=f"{_WHOLE}",
        good=f"{_WHOLE}",
        example_path=_PATH,
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="release/not-understood",
        severity=Severity.WARNING,
        title=Phrase("Een tekst van een vastgelegde versie volgt de regels niet", "A text of a release breaks rules"),
        why=Phrase(
            "Kring leest een vastgelegde versie met dezelfde regels als de teksten van nu. Zo is zij ermee te vergelijken.",
            "Kring reads a release by the same rules as the texts of today. Only so can the two be compared.",
        ),
        message=Phrase(
            "`{file}` in versie {version} volgt de regels van nu niet ({rule}). Kring vergelijkt er niet mee.",
            "`{file}` in release {version} breaks a rule of today ({rule}). Kring does not compare with it.",
        ),
        hint=Phrase(
            "Leg de nieuwe versie vast met `kring release`: dan vergelijkt Kring daarmee.",
            "Keep the new version with `kring release`: then Kring compares with that.",
        ),
        bad=f"{_WHOLE}",
        good=f"{_WHOLE}",
        example_path=_PATH,
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="release/id-gone",
        severity=Severity.WARNING,
        title=Phrase("Een id uit een vastgelegde versie is weg", "An id of a release is gone"),
        why=Phrase(
            "Aan ids hangen de antwoorden van deelnemers, en adressen. Met `formerly` gaan die mee naar een nieuwe id.",
            "The answers of participants hang on ids, and addresses too. With `formerly` they go along to a new id.",
        ),
        message=Phrase(
            "In versie {version} stond `{id}` in {file}. Nu is die id weg.",
            "Release {version} had `{id}` in {file}. Now that id is gone.",
        ),
        hint=Phrase(
            "Heet het nu anders? Zet daar `formerly: [{id}]` bij. Is het met opzet weg? Leg de nieuwe versie vast met"
            " `kring release`.",
            "Is it called otherwise now? Write `formerly: [{id}]` there. Was it removed on purpose? Keep the new version"
            " with `kring release`.",
        ),
        bad="steps: [afsluiten] → steps: [afronden]\n",
        good="steps: [afsluiten] → steps: [afronden, formerly: [afsluiten]]\n",
        example_path=_PATH,
        example_of=ExampleOf.SITUATION,
    ),
)
