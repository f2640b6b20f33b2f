"""The real content with hostile words in every text: titles, fields of YAML, bodies in Markdown.

Each payload stands between two markers with its number, `zp0012` and `qz0012`, so that an oracle can find it again
wherever a page or a book prints it, and see whether it is still what the author wrote.
"""

from __future__ import annotations

import re
import shutil
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from tests.clone import CONTENT

from kring.findings import Severity
from kring.pipeline import check
from kring.rules.phrasing import severity
from kring.schema.registry import schema_for
from kring.source.documents import Document
from kring.source.kinds import Kind
from kring.source.nodes import Mapping as YamlMapping
from kring.source.nodes import Node, Scalar, Sequence
from kring.source.read import read

FORMS = ("plain", "inline", "markdown")
SAMPLE = "woord <b>&amp; {{ 1 }} #x"
"""A field that may not hold this has a form of its own: a date, an address, a colour."""
SEVERAL = {"plain": 4, "inline": 1, "markdown": 2}
"""How many payloads a text takes, where it may be that long. Within a line of prose they would act on one another."""


@dataclass(frozen=True)
class Field:
    """A field of a schema that holds author text, and how long that may be."""

    form: str
    longest: int = 100_000


BODY = Field("markdown")


@dataclass
class Planting:
    """Payloads by their numbers, and which of them stand in each field (`session.agenda.title`, `article.body`)."""

    payloads: dict[str, str] = field(default_factory=dict)
    places: dict[str, set[str]] = field(default_factory=dict)
    _grown: dict[tuple[str, Field], tuple[str, list[str]]] = field(default_factory=dict)

    def grow(self, text: str, place: str, field: Field, supply: deque[str]) -> str:
        """Return `text` with payloads behind it. Texts that were equal stay so: Kring may put them together."""
        if (text, field) not in self._grown:
            self._grown[text, field] = self._with_payloads(text, field, supply)
        grown, numbers = self._grown[text, field]
        self.places.setdefault(place, set()).update(numbers)
        return grown

    def _with_payloads(self, text: str, field: Field, supply: deque[str]) -> tuple[str, list[str]]:
        between = "\n\n" if field.form == "markdown" else " "
        grown, numbers = text.rstrip("\n"), []
        for _ in range(SEVERAL[field.form]):
            payload = supply[0]
            if len(grown) + len(payload) + 20 < field.longest:
                supply.rotate(-1)
                number = f"{len(self.payloads):04d}"
                self.payloads[number] = payload
                numbers.append(number)
                grown += f"{between}zp{number}{between}{payload}{between}qz{number}"
        return grown, numbers


def text_fields(kind: Kind) -> dict[str, Field]:
    """Return path → field for every text of a kind of file that may hold any words."""
    return {
        path: Field(part["x-text"], part.get("maxLength", BODY.longest))
        for path, part in _parts(schema_for(kind), kind.value)
        if "x-text" in part and "x-ref" not in part and _takes_any_words(part)
    }


def accepted(payloads: tuple[str, ...], root: Path, minimal: Path) -> dict[str, list[str]]:
    """Return, for each form of text, the payloads that the checks let pass.

    The smallest valid content, copied to `root`, gets an article for each payload and form.
    """
    shutil.copytree(minimal, root)
    writers = {
        "plain": lambda payload: _article(payload, "Woorden.", []),
        "inline": lambda payload: _article("Woorden", "Woorden.", [payload]),
        "markdown": lambda payload: _article("Woorden", payload, []),
    }
    names: dict[str, tuple[str, str]] = {}
    for form, write in writers.items():
        for number, payload in enumerate(payloads):
            path = f"content/articles/{form}-{number}.md"
            names[path] = (form, payload)
            (root / path).write_text(write(payload), encoding="utf-8", newline="\n")
    refused = {names[f.span.path] for f in check(root).findings if severity(f) is Severity.ERROR}
    return {form: [payload for payload in payloads if (form, payload) not in refused] for form in FORMS}


def plant(root: Path, target: Path, pool: Mapping[str, list[str]], start: int = 0) -> Planting:
    """Copy the content of `root` to `target`, with payloads behind every text: those of `pool` from `start` on."""
    target.mkdir()
    for name in CONTENT:
        source = root / name
        shutil.copytree(source, target / name) if source.is_dir() else shutil.copy(source, target / name)
    planting = Planting()
    supply = {form: deque(payloads) for form, payloads in pool.items()}
    if "plain" in pool:
        # Titles stand in more places than any other text, so each payload has its turn as one.
        supply["title"] = deque(pool["plain"])
    for payloads in supply.values():
        payloads.rotate(-start)
    for document in read(target).documents:
        fields = {path: field for path, field in text_fields(document.key.kind).items() if field.form in supply}
        data = _planted(document.root, document.key.kind.value, fields, supply, planting)
        text = _yaml(data)
        if document.body is not None:
            text = f"---\n{text}---\n{_body(document, supply, planting)}"
        (target / document.path).write_text(text, encoding="utf-8", newline="\n")
    return planting


def _parts(schema: dict[str, Any], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, part in schema.get("properties", {}).items():
        yield f"{path}.{name}", part
        yield from _parts(part, f"{path}.{name}")
    items = schema.get("items")
    if isinstance(items, dict):
        yield path, items
        yield from _parts(items, path)
    for branch in [*schema.get("allOf", []), *(schema[word] for word in ("then", "else") if word in schema)]:
        yield from _parts(branch, path)


def _takes_any_words(part: dict[str, Any]) -> bool:
    return "format" not in part and re.search(part.get("pattern", ""), SAMPLE) is not None


def _planted(
    node: Node, path: str, fields: Mapping[str, Field], supply: Mapping[str, deque[str]], planting: Planting
) -> Any:
    match node:
        case Scalar(value=str() as text) if path in fields:
            return planting.grow(text, path, fields[path], supply[_queue(path, fields[path])])
        case Scalar():
            return node.value
        case Sequence(items=items):
            return [_planted(item, path, fields, supply, planting) for item in items]
        case YamlMapping(entries=entries):
            return {e.key: _planted(e.value, f"{path}.{e.key}", fields, supply, planting) for e in entries}


def _queue(path: str, field: Field) -> str:
    return "title" if field.form == "plain" and path.endswith(".title") else field.form


def _body(document: Document, supply: Mapping[str, deque[str]], planting: Planting) -> str:
    assert document.body is not None
    if "markdown" not in supply:
        return document.body
    return planting.grow(document.body, f"{document.key.kind}.body", BODY, supply["markdown"]) + "\n"


class _Quoting(yaml.SafeDumper):
    """Writes every value that is text between double quotes, so that no word of it can be YAML."""


class _Words(str):
    __slots__ = ()


_Quoting.add_representer(
    _Words, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"')
)


def _yaml(data: Any) -> str:
    return yaml.dump(_quoted(data), Dumper=_Quoting, allow_unicode=True, sort_keys=False, width=float("inf"))


def _quoted(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _quoted(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_quoted(value) for value in data]
    return _Words(data) if isinstance(data, str) else data


def _article(summary: str, body: str, sources: list[str]) -> str:
    return f"---\n{_yaml({'title': 'Woorden', 'summary': summary, 'sources': sources})}---\n\n{body}\n"


def fields_with_text(root: Path) -> set[str]:
    """Return the paths of text fields that the content of `root` uses."""
    return {
        path
        for document in read(root).documents
        for path in _used(document.root, document.key.kind.value)
        if path in text_fields(document.key.kind)
    }


def _used(node: Node, path: str) -> Iterator[str]:
    match node:
        case Scalar(value=str()):
            yield path
        case Sequence(items=items):
            for item in items:
                yield from _used(item, path)
        case YamlMapping(entries=entries):
            for entry in entries:
                yield from _used(entry.value, f"{path}.{entry.key}")
