"""Content with hostile words in every text that a schema knows: titles, fields of YAML, bodies in Markdown.

Each payload stands between two markers with its number, `zp0012` and `qz0012`, so that an oracle can find it again
wherever a page or a book prints it, and see whether it is still what the author wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.every_field.files import Content, File, put, read_content
from tests.every_field.schema_parts import every_part, walk

from kring.findings import Severity
from kring.pipeline import check
from kring.rules.phrasing import severity
from kring.source.kinds import Kind

FORMS = ("plain", "inline", "markdown")
SEVERAL = {"plain": 4, "inline": 1, "markdown": 2}
"""How many payloads a text takes, where it may be that long. Within a line of prose they would act on one another."""

Pool = Mapping[str, list[str]]
"""What may stand in content, by the form of text."""


@dataclass(frozen=True)
class Field:
    """A field that holds author text, and how long that may be."""

    form: str
    longest: int = 100_000


BODY = Field("markdown")


@dataclass
class Planting:
    """Payloads by their numbers, and which of them stand in each field (`session.agenda.title`, `article.body`).

    Each text takes the next few of `pool`, from `start` on.
    """

    pool: Pool
    start: int = 0
    payloads: dict[str, str] = field(default_factory=dict)
    places: dict[str, set[str]] = field(default_factory=dict)
    _grown: dict[tuple[str, Field], tuple[str, list[str]]] = field(default_factory=dict)

    def grow(self, text: str, place: str, field: Field) -> str:
        """Return `text` with payloads behind it. Texts that were equal stay so: Kring may put them together."""
        if (text, field) not in self._grown:
            self._grown[text, field] = self._with_payloads(text, field)
        grown, numbers = self._grown[text, field]
        self.places.setdefault(place, set()).update(numbers)
        return grown

    def _with_payloads(self, text: str, field: Field) -> tuple[str, list[str]]:
        several, supply = SEVERAL[field.form], self.pool[field.form]
        first = self.start + len(self._grown) * several
        between = "\n\n" if field.form == "markdown" else " "
        grown, numbers = text.rstrip("\n"), []
        for payload in (supply[index % len(supply)] for index in range(first, first + several)):
            if len(grown) + len(payload) + 20 < field.longest:
                number = f"{len(self.payloads):04d}"
                self.payloads[number] = payload
                numbers.append(number)
                grown += f"{between}zp{number}{between}{payload}{between}qz{number}"
        return grown, numbers


def text_fields() -> dict[str, Field]:
    """Return path → field for every text of the schemas that may hold any words, whoever sees it."""
    return {
        path: Field(part.schema["x-text"], part.schema.get("maxLength", BODY.longest))
        for path, part in every_part().items()
        if part.takes_any_words
    }


def bodies() -> set[str]:
    """Return the places of texts behind the front matter."""
    return {f"{kind.value}.body" for kind in (Kind.ARTICLE, Kind.HANDOUT, Kind.PAGE)}


def accepted(payloads: tuple[str, ...], root: Path, minimal: Path) -> Pool:
    """Return, for each form of text, the payloads that the checks let pass.

    The smallest valid content, written to `root`, gets an article for each payload and form.
    """
    writers = {
        "plain": lambda payload: _article(payload, "Woorden.", []),
        "inline": lambda payload: _article("Woorden", "Woorden.", [payload]),
        "markdown": lambda payload: _article("Woorden", payload, []),
    }
    files = {
        f"content/articles/{form}-{number}.md": (form, payload, write(payload))
        for form, write in writers.items()
        for number, payload in enumerate(payloads)
    }
    content = read_content(minimal).with_files(*(replace(file, path=path) for path, (_, _, file) in files.items()))
    refused = {f.span.path for f in check(content.write(root)).findings if severity(f) is Severity.ERROR}
    return {
        form: [text for path, (its, text, _) in files.items() if its == form and path not in refused] for form in FORMS
    }


def plant(content: Content, pool: Pool, start: int = 0) -> tuple[Planting, Content]:
    """Return a copy of content with payloads behind every text: those of `pool` from `start` on."""
    planting, copy = Planting(pool, start), content.copy()
    fields = {path: field for path, field in text_fields().items() if field.form in pool}
    for file in copy.files.values():
        for place in list(walk(file.kind, file.data)):
            path = place.part.path
            if path in fields and isinstance(place.value, str):
                put(file.data, place.steps, planting.grow(place.value, path, fields[path]))
    if "markdown" in pool:
        bodies = ((file, file.body) for file in copy.files.values() if file.body is not None)
        grown = ((file, planting.grow(body, f"{file.kind}.body", BODY)) for file, body in bodies)
        copy = copy.with_files(*(replace(file, body=f"{body}\n") for file, body in grown))
    return planting, copy


def _article(summary: str, body: str, sources: list[str]) -> File:
    data = {"title": "Woorden", "summary": summary, "sources": sources}
    return File("", Kind.ARTICLE, data, f"\n{body}\n")
