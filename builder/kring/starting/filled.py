"""An example of a kind of file, filled in: answers in their places, ids that are there, dates of today."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kring.editor.templates import example_document, is_example, template, uncommented
from kring.schema.fields import Schema, fields_in_any_case
from kring.schema.registry import schema_for
from kring.source.documents import Key
from kring.source.kinds import Kind
from kring.source.nodes import Entry, Node, Scalar, Sequence
from kring.source.nodes import Mapping as Fields
from kring.source.read import read_text
from kring.starting.available import Available
from kring.starting.gaps import ANOTHER_FILE, block, explained, gaps, words

Path = tuple[str | int, ...]
Answers = Mapping[Path, str]
"""What the author answered: path in the file → text of one line."""

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class _Change:
    """Another value on a line (from 0), in the place of the characters from `start` to `end`."""

    line: int
    start: int
    end: int
    text: str


def filled(
    kind: Kind,
    answers: Answers,
    available: Available,
    today: date,
    *,
    active: frozenset[str] = frozenset(),
    marked: bool = True,
    guide: bool = True,
) -> str:
    """Return the text of a new file of `kind`.

    `active` are fields at the top that the example shows as a comment and that count in this file. What would
    refer to something that is not there becomes an explanation. Without `guide` nothing stands there that does not
    count; `marked` texts are still to be written.
    """
    document = example_document(kind, marked=marked)
    schema = schema_for(kind)
    plain = document.text.split("\n")
    lines = template(kind, marked=marked).split("\n")
    for entry in document.root.entries:
        if entry.key in active:
            first, end = block(plain, entry.key_span.start.line - 1, entry.key_span.start.column - 1)
            lines[first:end] = uncommented("\n".join(lines[first:end])).split("\n")
    missing = gaps(document.root, schema, available, plain)
    assert not isinstance(missing, str), f"an example of {kind} cannot do without a reference to {missing}"
    changes = [
        *_changes(document.root, schema, answers, available, ()),
        *_dates(document.root, schema, today, answers, ()),
    ]
    for change in sorted(changes, key=lambda change: (change.line, change.start), reverse=True):
        lines[change.line] = _changed(lines[change.line], change)
    body = len(lines) if document.body_start is None else document.body_start.line - 1
    left_out = set() if guide else {number for number, line in enumerate(lines[:body]) if _is_comment(line)}
    for gap in missing:
        lines[gap.first] = "\n".join(explained(lines[gap.first : gap.end], gap.ref))
        left_out.update(range(gap.first + 1, gap.end))
    return "\n".join(line for number, line in enumerate(lines) if number not in left_out)


def _is_comment(line: str) -> bool:
    return is_example(line) or line.lstrip().startswith("##")


def as_written(text: str) -> str:
    """Return a text of one line as it stands in YAML: bare where it reads back as itself, else between quotes."""
    key = Key(Kind.GLOSSARY, "tekst")
    document, findings, _ = read_text(key, "tekst", f"tekst: {text}\n".encode())
    value = document.root.get("tekst") if document is not None and not findings else None
    if isinstance(value, Scalar) and value.value == text:
        return text
    return json.dumps(text, ensure_ascii=False)


def _changes(node: Node, schema: Schema, answers: Answers, available: Available, path: Path) -> Iterator[_Change]:
    """Yield the answers and the ids that come in the place of those of the example."""
    match node:
        case Fields(entries=entries):
            fields = fields_in_any_case(schema)
            context = words(node)
            for entry in entries:
                below = fields.get(entry.key) or schema["additionalProperties"]
                place = (*path, entry.key)
                if place in answers:
                    yield _change(entry.value, as_written(answers[place]))
                elif below.get("x-ref") in ANOTHER_FILE:
                    yield from _chosen(entry, below["x-ref"], available, context)
                else:
                    yield from _changes(entry.value, below, answers, available, place)
        case Sequence(items=items):
            for index, item in enumerate(items):
                place = (*path, index)
                if place in answers:
                    yield _change(item, as_written(answers[place]))
                else:
                    yield from _changes(item, schema["items"], answers, available, place)
        case Scalar():
            pass


def _chosen(entry: Entry, ref: str, available: Available, context: Mapping[str, str]) -> Iterator[_Change]:
    found = available.choose(ref, entry.key, context)
    for node in entry.value.items if isinstance(entry.value, Sequence) else (entry.value,):
        if found is not None:
            yield _change(node, found)


def _dates(node: Node, schema: Schema, today: date, answers: Answers, path: Path) -> Iterator[_Change]:
    """Yield the dates of today, and for the next review those of a year later."""
    match node:
        case Fields(entries=entries):
            fields = fields_in_any_case(schema)
            for entry in entries:
                below = fields.get(entry.key) or schema["additionalProperties"]
                place = (*path, entry.key)
                if below.get("format") == "date" and place not in answers:
                    day = today + YEAR if entry.key == "review_due" else today
                    yield _change(entry.value, f'"{day.isoformat()}"')
                else:
                    yield from _dates(entry.value, below, today, answers, place)
        case Sequence(items=items):
            for index, item in enumerate(items):
                yield from _dates(item, schema["items"], today, answers, (*path, index))
        case Scalar():
            pass


def _change(node: Node, text: str) -> _Change:
    start, end = node.span.start, node.span.end
    assert start.line == end.line, "only values of one line are filled in"
    return _Change(start.line - 1, start.column - 1, end.column - 1, text)


def _changed(line: str, change: _Change) -> str:
    # Places count in the example without its signs.
    shift = 2 if is_example(line) else 0
    return line[: change.start + shift] + change.text + line[change.end + shift :]
