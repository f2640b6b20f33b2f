"""Validation: is a document what its schema asks for? All mistakes at once, each at its own place.

A document can also be taken without its unknown fields, so that what does not depend on them is still checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import reduce
from itertools import groupby
from operator import getitem
from typing import Any

from jsonschema.exceptions import ValidationError

from kring.findings import Finding, Span
from kring.schema.fields import Schema, fields_of, schema_at
from kring.schema.places import Path, Place
from kring.schema.registry import schema_for, validator_for
from kring.schema.wrong_fields import MISSING, UNKNOWN, WrongFields, is_about_fields
from kring.schema.wrong_values import explain, weight
from kring.source.documents import Document
from kring.source.nodes import Entry, Node, Scalar, Sequence, plain
from kring.source.nodes import Mapping as Fields


def without_unknown_fields(document: Document, findings: Iterable[Finding]) -> Document | None:
    """Return `document` without its unknown fields, if then it follows its schema; None where it does not.

    `findings` are all that validation says about it. A field that was only misspelt is taken for the one
    that was meant: otherwise the checks would miss what stands there.
    """
    meant: dict[Span, str | None] = {}
    for finding in findings:
        if finding.rule != "schema/unknown-field":
            return None
        meant[finding.span] = finding.facts.get("nearby") if "home" not in finding.facts else None
    root = _without(document.root, meant)
    assert isinstance(root, Fields), "a group of fields stays one"
    data: Any = plain(root)
    return replace(document, root=root) if validator_for(document.key.kind).is_valid(data) else None


def _without(node: Node, meant: Mapping[Span, str | None]) -> Node:
    match node:
        case Scalar():
            return node
        case Sequence(items=items):
            return replace(node, items=tuple(_without(item, meant) for item in items))
        case Fields(entries=entries):
            kept: dict[str, Entry] = {}
            for entry in entries:
                name = meant.get(entry.key_span, entry.key)
                if name is not None and name not in kept:
                    kept[name] = Entry(name, entry.key_span, _without(entry.value, meant))
            return replace(node, entries=tuple(kept.values()))


def validate(document: Document) -> tuple[Finding, ...]:
    """Return what is wrong with `document`, in the order of the file; nothing where it follows its schema."""
    data: Any = plain(document.root)
    errors = list(validator_for(document.key.kind).iter_errors(data))
    if not errors:
        return ()
    about_fields = [error for error in errors if is_about_fields(error.validator, error.schema)]
    about_values = [error for error in errors if not is_about_fields(error.validator, error.schema)]
    findings = [*_wrong_values(document, about_values)]
    unsettled = frozenset(tuple(error.absolute_path) for error in about_values)
    for path, group in _by_path(about_fields, _container):
        findings += _wrong_fields(document, data, path, group, unsettled).findings()
    return tuple(sorted(findings, key=lambda finding: finding.place))


def _wrong_values(document: Document, errors: Iterable[ValidationError]) -> Iterator[Finding]:
    """Yield one finding for each value: what else is wrong with it mostly follows from the first mistake."""
    for path, group in _by_path(errors, lambda error: tuple(error.absolute_path)):
        yield explain(Place(document, path), min(group, key=weight))


def _wrong_fields(
    document: Document, data: Any, path: Path, errors: list[ValidationError], unsettled: frozenset[Path]
) -> WrongFields:
    validator = validator_for(document.key.kind)

    def holds(condition: Schema, value: Any) -> bool:
        return validator.evolve(schema=condition).is_valid(value)

    schema = schema_at(schema_for(document.key.kind), data, path, holds)
    group = reduce(getitem, path, data)
    missing = [error for error in errors if error.validator in MISSING]
    return WrongFields(
        place=Place(document, path),
        schema=schema,
        allowed=fields_of(schema, lambda condition: holds(condition, group)),
        missing=frozenset(_field(error) for error in missing),
        conditional=frozenset(_field(error) for error in missing if _is_conditional(error)),
        unknown=frozenset(_field(error) for error in errors if error.validator in UNKNOWN),
        wrong_choice=any(error.validator not in MISSING | UNKNOWN for error in errors),
        unsettled=frozenset(str(wrong[-1]) for wrong in unsettled if wrong and wrong[:-1] == path),
    )


def _by_path(
    errors: Iterable[ValidationError], path_of: Callable[[ValidationError], Path]
) -> Iterator[tuple[Path, list[ValidationError]]]:
    """Return the errors of each place. Indexes and names sort as text: all that matters is that equals meet."""
    ordered = sorted(errors, key=lambda error: [str(step) for step in path_of(error)])
    return ((path, list(group)) for path, group in groupby(ordered, key=path_of))


def _container(error: ValidationError) -> Path:
    """Return where the group of fields stands; errors about one field of it name that field last."""
    path = tuple(error.absolute_path)
    return path[:-1] if error.validator in MISSING | UNKNOWN else path


def _field(error: ValidationError) -> str:
    return str(error.absolute_path[-1])


def _is_conditional(error: ValidationError) -> bool:
    """Return whether the field is only needed because of another one (it stands right under a `then` or `else`)."""
    steps = list(error.absolute_schema_path)
    return len(steps) > 1 and steps[-2] in {"then", "else"}
