"""Fields to fill in: limits that leave room, answers that can be given, questions that can be reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kring.findings import Finding
from kring.model.catalogue import Catalogue
from kring.model.forms import Field, OpenField, Option
from kring.model.questionnaires import Diary, Questionnaire
from kring.model.reading import Handout
from kring.model.sessions import Homework
from kring.nearest import near_facts
from kring.source.documents import Key

FITTING: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "text": frozenset(),
        "long_text": frozenset({"lines"}),
        "number": frozenset({"min", "max", "step", "unit"}),
        "yes_no": frozenset(),
        "choice": frozenset({"options"}),
        "multiple_choice": frozenset({"options"}),
        "scale": frozenset({"min", "max", "step", "unit", "min_label", "max_label"}),
        "date": frozenset(),
        "time": frozenset(),
        "checklist": frozenset({"items"}),
        "table": frozenset({"columns", "lines"}),
        "matrix": frozenset({"rows", "options"}),
    }
)
"""Kind of field → the parts that mean something for it."""

PARTS = ("lines", "min", "max", "step", "unit", "min_label", "max_label", "options", "items", "rows", "columns")
"""All parts that belong to some kinds of field only."""

Form = tuple[Key, tuple[Field, ...]]


def forms(catalogue: Catalogue) -> Iterator[Form]:
    """Yield the fields of each homework, hand-out and diary."""
    for key, entity in catalogue.entities.by_key.items():
        if isinstance(entity, Homework | Handout | Diary):
            yield key, entity.fields


def questions(catalogue: Catalogue) -> Iterator[tuple[Key, Field | OpenField]]:
    """Yield every field, the open ones of questionnaires included."""
    for key, fields in forms(catalogue):
        yield from ((key, field) for field in fields)
    for key, entity in catalogue.entities.by_key.items():
        if isinstance(entity, Questionnaire):
            yield from ((key, item.field) for item in entity.items if item.field is not None)


def limits(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield fields whose lowest value lies above their highest, and scales without any length."""
    for key, field in questions(catalogue):
        if field.min is None or field.max is None:
            continue
        if field.min > field.max or (field.kind == "scale" and field.min == field.max):
            place = catalogue.entities.place(key, "min", within=field.span)
            yield Finding("form/min-over-max", place, {"min": f"{field.min:g}", "max": f"{field.max:g}"})


def scale_steps(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield scales whose highest value cannot be reached in whole steps."""
    for key, field in questions(catalogue):
        if field.kind != "scale" or field.min is None or field.max is None or field.min >= field.max:
            continue
        step = field.step or 1
        steps = (field.max - field.min) / step
        if abs(steps - round(steps)) > 1e-9:
            place = catalogue.entities.place(key, "step" if field.step else "max", within=field.span)
            facts = {"min": f"{field.min:g}", "max": f"{field.max:g}", "step": f"{step:g}"}
            yield Finding("form/scale-steps", place, facts)


def unfitting_parts(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield parts of fields that mean nothing for their kind."""
    for key, field in questions(catalogue):
        for part in PARTS:
            if part not in FITTING[field.kind] and getattr(field, part, None) not in (None, ()):
                place = catalogue.entities.place(key, part, within=field.span)
                yield Finding("form/unfitting", place, {"part": part, "kind": field.kind})


def unknown_fields(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield conditions, and lines of a diary, about a field that is not on the form."""
    for key, fields in forms(catalogue):
        ids = [field.id for field in fields]
        named = [
            (field.shown_if.field, catalogue.entities.place(key, "field", within=field.shown_if.span))
            for field in fields
            if field.shown_if is not None
        ]
        diary = catalogue.entities.by_key[key]
        if isinstance(diary, Diary):
            named += [(id, catalogue.entities.place(key, "drawn", n)) for n, id in enumerate(diary.drawn)]
        for id, place in named:
            if id not in ids:
                yield Finding("form/unknown-field", place, {"id": id} | near_facts(id, ids))


def impossible_answers(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield conditions that never hold, since the other field cannot be answered so."""
    for key, fields in forms(catalogue):
        by_id = {field.id: field for field in fields}
        for field in fields:
            other = by_id.get(field.shown_if.field) if field.shown_if is not None else None
            if field.shown_if is None or other is None:
                continue
            for number, answer in enumerate(field.shown_if.is_):
                if not _possible(answer, other):
                    place = catalogue.entities.place(key, "is", number, within=field.shown_if.span)
                    facts = {"answer": _shown(answer), "field": other.id, "possible": _answers(other)}
                    if isinstance(answer, str) and _is_plain(answer) and _possible(_read(answer), other):
                        facts["unquoted"] = answer
                    yield Finding("form/impossible-answer", place, facts, (other.span,))


def cycles(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield, once for each circle, fields that are only shown after one another, so that none ever is."""
    for key, fields in forms(catalogue):
        conditions = {field.id: field.shown_if.field for field in fields if field.shown_if is not None}
        reported: set[str] = set()
        for field in fields:
            circle = _circle(field.id, conditions)
            if circle and field.shown_if is not None and reported.isdisjoint(circle):
                reported |= set(circle)
                place = catalogue.entities.place(key, "field", within=field.shown_if.span)
                others = tuple(other.span for other in fields if other.id in circle and other is not field)
                yield Finding("form/cycle", place, {"circle": " → ".join((*circle, circle[0]))}, others)


def drawn_fields(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield fields that a diary draws as a line, though they hold no number."""
    for key, entity in catalogue.entities.by_key.items():
        if isinstance(entity, Diary):
            kinds = {field.id: field.kind for field in entity.fields}
            for number, id in enumerate(entity.drawn):
                if id in kinds and kinds[id] not in ("number", "scale"):
                    place = catalogue.entities.place(key, "drawn", number)
                    yield Finding("form/drawn-not-a-number", place, {"id": id, "kind": kinds[id]})


def _circle(start: str, conditions: Mapping[str, str]) -> tuple[str, ...]:
    """Return the fields through which `start` depends on itself, or nothing where it does not."""
    passed = [start]
    while (following := conditions.get(passed[-1])) is not None:
        if following == start:
            return tuple(passed)
        if following in passed:
            return ()
        passed.append(following)
    return ()


def _possible(answer: str | float | bool, field: Field) -> bool:
    """Tell whether a field can hold an answer."""
    match field.kind:
        case "yes_no":
            return isinstance(answer, bool)
        case "choice" | "multiple_choice" | "checklist":
            return answer in [option.id for option in _options(field)]
        case "number" | "scale":
            return not isinstance(answer, bool | str) and _within(answer, field)
        case "table" | "matrix":
            return False
        case _:
            return isinstance(answer, str)


def _within(number: float, field: Field) -> bool:
    low, high = field.min, field.max
    if (low is not None and number < low) or (high is not None and number > high):
        return False
    step = field.step or (1 if field.kind == "scale" else None)
    if step is None:
        return True
    steps = (number - (low or 0)) / step
    return abs(steps - round(steps)) < 1e-9


def _options(field: Field) -> tuple[Option, ...]:
    return field.items if field.kind == "checklist" else field.options


def _answers(field: Field) -> str:
    """Return the answers that a field can hold, as an author would write them."""
    match field.kind:
        case "yes_no":
            return "true, false"
        case "choice" | "multiple_choice" | "checklist":
            return ", ".join(option.id for option in _options(field))
        case "number" | "scale":
            ends = [f"{end:g}" if end is not None else "" for end in (field.min, field.max)]
            return f"{ends[0]} … {ends[1]}".strip()
        case "table" | "matrix":
            return "–"
        case _:
            return '"…"'


def _is_plain(answer: str) -> bool:
    """Tell whether an answer would be a number or true or false, were it not for the quotation marks around it."""
    return answer in ("true", "false") or answer.removeprefix("-").replace(".", "", 1).isdecimal()


def _read(answer: str) -> float | bool:
    return answer == "true" if answer in ("true", "false") else float(answer)


def _shown(answer: str | float | bool) -> str:
    return str(answer).lower() if isinstance(answer, bool) else str(answer)
