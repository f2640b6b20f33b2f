"""What stands around a finding: the kind of its file, its value, and what the schema asks for there."""

from __future__ import annotations

from tests.mending.examples import ACTIVITY_PATH, FILES, SECOND_PATH
from tests.schema.written import document

from kring.findings import Position, Span
from kring.mending.context import FixContext
from kring.source.kinds import Kind


def around(kind: Kind, text: str) -> FixContext:
    read = document(kind, text)
    return FixContext({read.path: text}, {read.path: read})


def test_a_value_is_found_by_its_place_and_by_that_of_its_key() -> None:
    written = around(Kind.SESSION, FILES[SECOND_PATH])
    value = Span("voorbeeld.yml", Position(9, 14), Position(9, 16))
    key = Span("voorbeeld.yml", Position(9, 5), Position(9, 12))
    line = FILES[SECOND_PATH].split("\n")[9]
    assert line == "    minutes: 10"
    for span in (value, key):
        here = written.field_at(Span(span.path, Position(10, span.start.column), Position(10, span.end.column)))
        assert here is not None
        assert here.path == ("agenda", 0, "minutes")
        assert here.asks_for("integer")
        assert here.field == "minutes"
    assert written.field_at(Span("voorbeeld.yml", Position(1, 2), Position(1, 3))) is None
    assert written.field_at(Span("ander.yml", Position(1, 1), Position(1, 2))) is None


def test_what_the_schema_does_not_know_has_none() -> None:
    written = around(Kind.ACTIVITY, FILES[ACTIVITY_PATH] + "xyzzy: 1\n")
    last = FILES[ACTIVITY_PATH].count("\n") + 1
    here = written.field_at(Span("voorbeeld.yml", Position(last, 1), Position(last, 6)))
    assert here is not None
    assert here.schema is None
    assert not here.asks_for("string")


def test_a_stretch_of_lines_is_read_as_it_stands() -> None:
    written = FixContext({"a.yml": "een\ntwee\ndrie"}, {})
    assert written.written(Span("a.yml", Position(1, 2), Position(3, 3))) == "en\ntwee\ndr"
    assert written.written(Span("a.yml", Position(2, 2), Position(2, 4))) == "we"


def test_work_is_done_once() -> None:
    written = FixContext({}, {})
    done: list[int] = []

    def work() -> str:
        done.append(1)
        return "x"

    assert [written.once(("a", "b"), work), written.once(("a", "b"), work)] == ["x", "x"]
    assert done == [1]
    assert [written.count(("c", "d")) for _ in range(3)] == [1, 2, 3]
