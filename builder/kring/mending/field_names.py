"""Names of fields: misspelt, in Dutch, known somewhere else, and numbers that Kring counts itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kring.checks.kind_names import NAMES
from kring.findings import Edit, Finding
from kring.mending.around import Around, Spot, schema_there
from kring.mending.lines import whole_line
from kring.schema.fields import Schema, fields_in_any_case
from kring.schema.registry import schema_for
from kring.source.kinds import FOLDERS, SINGLE_FILES, Kind
from kring.source.nodes import Mapping, Scalar, Sequence, at, plain

COUNTED = frozenset({"number", "nummer", "nr", "session_number", "sessienummer", "session_nr", "order", "week"})
"""Names under which authors number their sessions."""
MOST_PLACES = 3
"""In how many places a field may be known for a hint to name them: `title` stands nearly everywhere."""


def session_number(finding: Finding, around: Around) -> Finding | None:
    """A session has no number of its own; it is taken away where it says what Kring counts anyway."""
    if finding.rule != "schema/unknown-field" or finding.facts["field"].casefold() not in COUNTED:
        return None
    spot = around.spot(finding.span)
    if spot is None or not isinstance(spot.node, Scalar):
        return None
    key = spot.document.key
    order = session_order(around, key.programme)
    if key.kind is Kind.SESSION and len(spot.path) == 1:
        place = order.index(key.id) + 1 if key.id in order else None
    elif key.kind is Kind.PROGRAMME and spot.path[0] == "sessions":
        place = int(spot.path[1]) + 1
    else:
        return None
    alone = around.line(finding).strip() == f"{finding.facts['field']}: {spot.node.value}"
    mends = alone and spot.node.value == place
    edits = whole_line(finding, around.text(finding.span.path)) if mends else ()
    return replace(finding, facts={**finding.facts, "counted": str(spot.node.value)}, edits=edits)


def session_listed_twice(finding: Finding, around: Around) -> Finding | None:
    """A session that stands twice in the order, while another one of the programme is not in it."""
    if finding.rule != "programme/session-twice":
        return None
    programme = finding.span.path.split("/")[1]
    keys = (document.key for document in around.documents.values())
    order = session_order(around, programme)
    left_out = [
        key.id for key in keys if key.kind is Kind.SESSION and key.programme == programme and key.id not in order
    ]
    return replace(finding, facts={**finding.facts, "left_out": left_out[0]}) if len(left_out) == 1 else None


def field_name(finding: Finding, _: Around) -> Finding | None:
    """`titel`, `Title`, `goal` and `doelgroep` become the field that they can only stand for."""
    if finding.rule != "schema/unknown-field" or "meant" not in finding.facts or "home" in finding.facts:
        return None
    return replace(finding, edits=(Edit(finding.span, finding.facts["meant"]),))


def field_of_a_larger_group(finding: Finding, around: Around) -> Finding | None:
    """`homework` in a step of an agenda belongs to the session: it stands too far to the right."""
    spot = _unknown(finding, around)
    if spot is None:
        return None
    data = plain(spot.document.root)
    for depth in range(len(spot.path) - 2, -1, -1):
        path = spot.path[:depth]
        schema = schema_there(spot.document.key.kind, data, path)
        group = at(spot.document.root, iter(path))
        if schema is None or not isinstance(group, Mapping) or finding.facts["field"] not in fields_in_any_case(schema):
            continue
        first = group.entries[0]
        inside = next(step for step in reversed(spot.path[:-1]) if isinstance(step, str))
        facts = {"inside": inside, "sibling": first.key, "line": str(first.key_span.start.line)}
        outer = "outermost" if not path else "outer"
        return replace(finding, facts={**finding.facts, **facts, outer: finding.facts["field"]})
    return None


def field_known_elsewhere(finding: Finding, around: Around) -> Finding | None:
    """`agenda` in an activity belongs to a session: right name, wrong file or group."""
    spot = _unknown(finding, around)
    if spot is None:
        return None
    name, own = finding.facts["field"], spot.document.key.kind
    places = [(kind, path) for kind, path, field in _places() if field == name]
    here = [place for place in places if place[0] is own]
    places = here or places
    if not places or len(places) > MOST_PLACES:
        return None
    facts = {
        "elsewhere_nl": "; ".join(_place(kind, path, 0, own) for kind, path in places),
        "elsewhere_en": "; ".join(_place(kind, path, 1, own) for kind, path in places),
    }
    return replace(finding, facts={**finding.facts, **facts})


def session_order(around: Around, programme: str | None) -> list[str]:
    """Return the ids of the sessions of a programme in its order, as far as its file can be read."""
    document = around.documents.get(f"programs/{programme}/programme.yml")
    sessions = document.root.get("sessions") if document is not None else None
    items = sessions.items if isinstance(sessions, Sequence) else ()
    nodes = [item.get("session") if isinstance(item, Mapping) else None for item in items]
    return [str(node.value) if isinstance(node, Scalar) else "" for node in nodes]


def _unknown(finding: Finding, around: Around) -> Spot | None:
    """Return the place of a field of which the name cannot be understood as another one with certainty."""
    known = {"home", "meant"} & finding.facts.keys()
    return around.spot(finding.span) if finding.rule == "schema/unknown-field" and not known else None


@cache
def _places() -> tuple[tuple[Kind, tuple[str, ...], str], ...]:
    """Return every field of every kind: the kind, the fields that it stands under, and its name."""
    return tuple((kind, path, name) for kind in Kind for path, name in _fields(schema_for(kind), ()))


def _fields(schema: Schema, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    while isinstance(schema.get("items"), dict):
        schema = schema["items"]
    for name, part in fields_in_any_case(schema).items():
        yield path, name
        yield from _fields(part, (*path, name))


def _place(kind: Kind, path: tuple[str, ...], language: int, own: Kind) -> str:
    under = " → ".join(f"`{step}`" for step in path)
    if kind is own:
        return f"{('onder', 'under')[language]} {under}"
    folder = next((f"`{name}/`" for name, of in FOLDERS.items() if of is kind), None)
    single = next((f"`{name}`" for name, of in SINGLE_FILES.items() if of is kind), "`programme.yml`")
    where = f"{NAMES[kind][language]} ({folder or single})"
    return f"{where}, {('onder', 'under')[language]} {under}" if path else where
