"""A session is put into the order of its programme, and all else in the file stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from kring.source.documents import Document, Key
from kring.source.kinds import Kind
from kring.source.read import read_text
from kring.starting.order import order, placed, put_in_order

PATH = "programs/p/programme.yml"


def programme(text: str) -> Document:
    document, findings, _ = read_text(Key(Kind.PROGRAMME, "p", "p"), PATH, text.encode())
    assert document is not None, findings
    return document


def written(text: str, after: str | None, root: Path) -> str | None:
    """Return the file after a session was put into it; None where that could not be done."""
    file = root / PATH
    file.parent.mkdir(parents=True)
    file.write_bytes(text.encode())
    done = put_in_order(root, programme(text), "nieuw", after)
    assert done or file.read_bytes() == text.encode()
    return file.read_bytes().decode() if done else None


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("sessions:\n  - session: a\n", None, "sessions:\n  - session: a\n  - session: nieuw\n"),
        ("sessions:\n- session: a\ntitle: x\n", None, "sessions:\n- session: a\n- session: nieuw\ntitle: x\n"),
        ("sessions:\n  - session: a", None, "sessions:\n  - session: a\n  - session: nieuw"),
        (
            "sessions:\n  - session: a\n  - session: b\n",
            "a",
            "sessions:\n  - session: a\n  - session: nieuw\n  - session: b\n",
        ),
        (
            "sessions:\n  - session: a # de eerste\n    # label: Begin\n## Uitleg\ntitle: x\n",
            None,
            "sessions:\n  - session: a # de eerste\n    # label: Begin\n  - session: nieuw\n## Uitleg\ntitle: x\n",
        ),
        (
            "sessions:\n  - session: a\n  - session: b\n    days_after_previous: 7\ntitle: x\n",
            None,
            (
                "sessions:\n  - session: a\n  - session: b\n    days_after_previous: 7\n"
                "  - session: nieuw\n    days_after_previous: 7\ntitle: x\n"
            ),
        ),
        (
            "sessions:\r\n  - session: a\r\ntitle: x\r\n",
            None,
            "sessions:\r\n  - session: a\r\n  - session: nieuw\r\ntitle: x\r\n",
        ),
        ("\ufeffsessions:\n  - session: a\n", None, "\ufeffsessions:\n  - session: a\n  - session: nieuw\n"),
    ],
)
def test_it_comes_in_its_place(before: str, after: str | None, expected: str, tmp_path: Path) -> None:
    assert written(before, after, tmp_path) == expected


@pytest.mark.parametrize(
    "text", ["sessions: [{session: a}]\n", "sessions: []\n", "title: x\n", "sessions:\n  - a\n", "sessions: a\n"]
)
def test_an_order_that_is_written_otherwise_is_left_alone(text: str, tmp_path: Path) -> None:
    assert written(text, None, tmp_path) is None


def test_it_does_not_come_behind_a_session_that_is_not_there() -> None:
    assert placed(programme("sessions:\n  - session: a\n"), "nieuw", "b") is None


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    read_before = programme("sessions:\n  - session: a\n")
    file = tmp_path / PATH
    file.parent.mkdir(parents=True)
    file.write_text("sessions:\n  - session: b\n", encoding="utf-8")
    assert not put_in_order(tmp_path, read_before, "nieuw")
    assert file.read_text(encoding="utf-8") == "sessions:\n  - session: b\n"


def test_the_order_is_told() -> None:
    assert order(programme("sessions:\n  - session: a\n  - session: b\n    label: Terugkomdag\n")) == ("a", "b")
