"""Names of fields: misspelt, in Dutch, known somewhere else, and numbers that Kring counts itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kring.findings import Edit, Finding
from kring.mending.context import FieldContext, FixContext, schema_there
from kring.mending.lines import whole_line
from kring.schema.fields import Schema, fields_in_any_case
from kring.schema.registry import schema_for
from kring.source.kinds import KINDS, Kind
from kring.source.nodes import Mapping, Scalar, Sequence, at, plain

COUNTED = frozenset({"number", "nummer", "nr", "session_number", "sessienummer", "session_nr", "order", "week"})
"""Names under which authors number their sessions."""
MOST_PLACES = 3
"""In how many places a field may be known for a hint to name them: `title` stands nearly everywhere."""


def session_number(finding: Finding, context: FixContext) -> Finding | None:
    """A session has no number of its own; it is taken away where it says what Kring counts anyway."""
    if finding.rule != "schema/unknown-field" or finding.facts["field"].casefold() not in COUNTED:
        return None
    here = context.field_at(finding.span)
    if here is None or not isinstance(here.node, Scalar):
        return None
    key = here.document.key
    order = session_order(context, key.programme)
    if key.kind is Kind.SESSION and len(here.path) == 1:
        place = order.index(key.id) + 1 if key.id in order else None
    elif key.kind is Kind.PROGRAMME and here.path[0] == "sessions":
        place = int(here.path[1]) + 1
    else:
        return None
    alone = context.line(finding).strip() == f"{finding.facts['field']}: {here.node.value}"
    mends = alone and here.node.value == place
    edits = whole_line(finding, context.text(finding.span.path)) if mends else ()
    return replace(finding, facts={**finding.facts, "counted": str(here.node.value)}, edits=edits)


def session_listed_twice(finding: Finding, context: FixContext) -> Finding | None:
    """A session that stands twice in the order, while another one of the programme is not in it."""
    if finding.rule != "programme/session-twice":
        return None
    programme = finding.span.path.split("/")[1]
    keys = (document.key for document in context.documents.values())
    order = session_order(context, programme)
    left_out = [
        key.id for key in keys if key.kind is Kind.SESSION and key.programme == programme and key.id not in order
    ]
    return replace(finding, facts={**finding.facts, "left_out": left_out[0]}) if len(left_out) == 1 else None


def field_name(finding: Finding, _: FixContext) -> Finding | None:
    """`titel`, `Title`, `goal` and `doelgroep` become the field that they can only stand for."""
    if finding.rule != "schema/unknown-field" or "meant" not in finding.facts or "home" in finding.facts:
        return None
    return replace(finding, edits=(Edit(finding.span, finding.facts["meant"]),))


def field_of_a_larger_group(finding: Finding, context: FixContext) -> Finding | None:
    """`homework` in a step of an agenda belongs to the session: it stands too far to the right."""
    here = _unknown(finding, context)
    if here is None:
        return None
    data = plain(here.document.root)
    for depth in range(len(here.path) - 2, -1, -1):
        path = here.path[:depth]
        schema = schema_there(here.document.key.kind, data, path)
        group = at(here.document.root, iter(path))
        if schema is None or not isinstance(group, Mapping) or finding.facts["field"] not in fields_in_any_case(schema):
            continue
        first = group.entries[0]
        inside = next(step for step in reversed(here.path[:-1]) if isinstance(step, str))
        facts = {"inside": inside, "sibling": first.key, "line": str(first.key_span.start.line)}
        outer = "outermost" if not path else "outer"
        return replace(finding, facts={**finding.facts, **facts, outer: finding.facts["field"]})
    return None


def field_known_elsewhere(finding: Finding, context: FixContext) -> Finding | None:
    """`agenda` in an activity belongs to a session: right name, wrong file or group."""
    here = _unknown(finding, context)
    if here is None:
        return None
    name, own = finding.facts["field"], here.document.key.kind
    places = [(kind, path) for kind, path, field in _places() if field == name]
    places = [place for place in places if place[0] is own] or places
    if not places or len(places) > MOST_PLACES:
        return None
    elsewhere = "\n".join(_place(kind, path, own) for kind, path in places)
    return replace(finding, facts={**finding.facts, "elsewhere": elsewhere})


def session_order(context: FixContext, programme: str | None) -> list[str]:
    """Return the ids of the sessions of a programme in its order, as far as its file can be read."""
    document = context.documents.get(f"programs/{programme}/programme.yml")
    sessions = document.root.get("sessions") if document is not None else None
    items = sessions.items if isinstance(sessions, Sequence) else ()
    nodes = [item.get("session") if isinstance(item, Mapping) else None for item in items]
    return [str(node.value) if isinstance(node, Scalar) else "" for node in nodes]


def _unknown(finding: Finding, context: FixContext) -> FieldContext | None:
    """Return the place of a field of which the name cannot be understood as another one with certainty."""
    known = {"home", "meant"} & finding.facts.keys()
    return context.field_at(finding.span) if finding.rule == "schema/unknown-field" and not known else None


@cache
def _places() -> tuple[tuple[Kind, tuple[str, ...], str], ...]:
    """Return every field of every kind: the kind, the fields that it stands under, and its name."""
    fields = ((kind, path, name) for kind in Kind for path, name in _fields(schema_for(kind), ()))
    # Whatever a session holds may stand there too, but that is not where it belongs.
    return tuple(
        field for field in fields if field[0] is not Kind.PROGRAMME or field[1][:2] != ("sessions", "override")
    )


def _fields(schema: Schema, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    while isinstance(schema.get("items"), dict):
        schema = schema["items"]
    for name, part in fields_in_any_case(schema).items():
        yield path, name
        yield from _fields(part, (*path, name))


def _place(kind: Kind, path: tuple[str, ...], own: Kind) -> str:
    """Return where a field is known: the kind and its file (both empty for the `own` kind), and the fields."""
    spec = KINDS[kind]
    file = f"{spec.folder}/" if spec.folder else spec.path or "programme.yml"
    return " ".join(("", "", *path) if kind is own else (kind, file, *path))
