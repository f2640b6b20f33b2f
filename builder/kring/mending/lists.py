"""Items of a list that stand among fields: of which list above they are probably one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kring.findings import Finding
from kring.mending.context import FixContext, Path, schema_there
from kring.schema.fields import Schema, fields_in_any_case
from kring.source.documents import Document
from kring.source.nodes import Mapping, Node, Sequence, plain
from kring.source.text import FileText
from kring.source.yaml_text import read_yaml
from kring.source.yaml_trap import indent_of


def item_among_fields(finding: Finding, context: FixContext) -> Finding | None:
    """`- id: nood` below the last field of a group is rather an item of the list above that has such items."""
    if finding.rule != "yaml/item-among-fields":
        return None
    path, number = finding.span.path, finding.span.start.line
    lines = context.text(path).lines
    end = _end(lines, number)
    item = _first_item(lines[number - 1 : end])
    rest = context.tried(path, "\n".join((*lines[: number - 1], *lines[end:]))).document
    if item is None or rest is None:
        return None
    column = finding.span.start.column
    # The nearest of those whose dashes stand in the same column, or else of all.
    fitting = [
        (found.span.start.column == column, found.span.end.line, name)
        for name, found, schema in _lists(rest)
        if found.span.end.line < number and _fits(item, schema)
    ]
    if not fitting:
        return None
    _, last, name = max(fitting)
    return replace(finding, facts={**finding.facts, "list": name, "line": str(last)})


def _end(lines: tuple[str, ...], number: int) -> int:
    """Return the number of the last line of the items that begin on line `number`."""
    column = indent_of(lines[number - 1])
    end = number
    while end < len(lines):
        line = lines[end]
        if line.strip() and indent_of(line) <= column and not (indent_of(line) == column and line[column] == "-"):
            break
        end += 1
    return end


def _first_item(lines: tuple[str, ...]) -> Node | None:
    """Return the first item of the lines of a list; None where they cannot be read."""
    root = read_yaml(FileText.of("", "\n".join(("items:", *lines)))).root
    items = root.get("items") if root is not None else None
    return items.items[0] if isinstance(items, Sequence) and items.items else None


def _lists(document: Document) -> Iterator[tuple[str, Sequence, Schema]]:
    """Yield the lists that stand below fields: the name of the field, the list, and the schema of its items."""
    data = plain(document.root)
    at_hand: list[tuple[Path, Node]] = [((), document.root)]
    while at_hand:
        path, node = at_hand.pop()
        match node:
            case Mapping(entries=entries):
                at_hand += [((*path, entry.key), entry.value) for entry in entries]
            case Sequence(items=items):
                at_hand += [((*path, index), item) for index, item in enumerate(items)]
                schema = schema_there(document.key.kind, data, path)
                if path and isinstance(name := path[-1], str) and schema is not None and "items" in schema:
                    yield name, node, schema["items"]
            case _:
                pass


def _fits(item: Node, schema: Schema) -> bool:
    """Tell whether a list with items of `schema` may hold an item like this, though fields may lack still."""
    if isinstance(item, Mapping):
        known = fields_in_any_case(schema)
        return bool(known) and all(entry.key in known for entry in item.entries)
    return schema.get("type") == "string" and "x-ref" not in schema and "enum" not in schema
