"""Whatever facilitators write, participants get the same bytes: no word, length, number, choice or order shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.clone import files
from tests.conftest import TESTS
from tests.every_field.files import Content, read_content
from tests.every_field.rendering import bodies
from tests.every_field.written import written
from tests.oracles.facilitators_content import planted_in_what_is_there
from tests.oracles.other_content import CHANGES, Change, at_random
from tests.sampling import sample

from kring.build import build
from kring.editions import participant as p
from kring.editions import project
from kring.pipeline import check
from kring.publish import marker
from kring.rules.phrasing import is_error


@pytest.fixture(scope="module")
def as_it_was(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What participants get of the content with every field."""
    return built(written().copy(), tmp_path_factory.mktemp("plain"))


def built(content: Content, folder: Path) -> dict[str, bytes]:
    """Return all files of the participants' site that is built of some content."""
    root = content.write(folder / "root")
    checked = build(root, folder / "site", edition="participant")
    assert checked.sound, [f"{finding.span} {finding.rule}" for finding in checked.findings if is_error(finding)]
    return {path: data for path, data in files(folder / "site").items() if path != marker.NAME}


def different(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_participants_get_the_same_bytes(change: Change, as_it_was: dict[str, bytes], tmp_path: Path) -> None:
    content = change(written())
    assert content != written()
    assert different(as_it_was, built(content, tmp_path)) == []


@pytest.mark.parametrize("seed", sample(range(40), 5))
def test_participants_get_the_same_bytes_after_any_changes(
    seed: int, as_it_was: dict[str, bytes], tmp_path: Path
) -> None:
    assert different(as_it_was, built(at_random(written(), seed), tmp_path)) == []


def test_participants_get_the_same_bytes_of_the_real_content(tmp_path: Path) -> None:
    one = built(read_content(TESTS.parent), tmp_path / "one")
    other = built(planted_in_what_is_there(TESTS.parent).content, tmp_path / "other")
    assert different(one, other) == []


Leak = Callable[[Any, Any], Any]
"""From what facilitators see and what participants should see of it, to what they see in a project that leaks."""


LEAKS: dict[str, tuple[type, Leak]] = {
    "a number": (p.Session, lambda given, made: replace(made, minutes=made.minutes + len(given.materials))),
    "a length": (p.Activity, lambda given, made: replace(made, title=made.title + "." * len(str(given.purpose)))),
    "a choice": (p.Activity, lambda given, made: replace(made, who={"both": "alone"}.get(given.lead, made.who))),
    "a yes or no": (p.Item, lambda given, made: replace(made, required=given.reversed)),
    "that there is something": (p.Session, lambda given, made: replace(made, theme="!" if given.risk_notes else None)),
    "an order": (p.AnswerScale, lambda given, made: replace(made, options=_by_score(given, made))),
    "a clock time": (p.Session, lambda given, made: replace(made, theme=f"Beginnen{(given.start or '')[-1:]}")),
    "a date": (p.Help, lambda given, made: replace(made, title=f"Hulp nodig? {given.check.review_due[:4]}")),
    "an id": (
        p.Questionnaire,
        lambda given, made: replace(made, minutes=len(given.scales[0].id) if given.scales else 1),
    ),
    "where a text stands": (p.Programme, lambda given, made: replace(made, cost=str(given.span.end.line))),
}


def _by_score(given: Any, made: Any) -> tuple[p.Option, ...]:
    scores = {option.id: option.score or 0 for option in given.options}
    return tuple(sorted(made.options, key=lambda option: scores[option.id]))


@pytest.mark.parametrize("leak", LEAKS)
def test_whatever_shows_is_seen(leak: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kind, leaking = LEAKS[leak]
    sound = project.narrow

    def narrow(value: object, wanted: type[Any], **given: object) -> Any:
        made = sound(value, wanted, **given)
        return leaking(value, made) if wanted is kind else made

    monkeypatch.setattr(project, "narrow", narrow)
    monkeypatch.setattr("kring.editions.narrow.narrow", narrow)
    as_it_was = pages_of(written().copy(), tmp_path)
    assert any(pages_of(change(written()), tmp_path) != as_it_was for change in CHANGES)


def pages_of(content: Content, folder: Path) -> dict[str, str]:
    return bodies(check(content.write(folder / "root")).plans["participant"])


def test_without_a_leak_nothing_is_seen(tmp_path: Path) -> None:
    as_it_was = pages_of(written().copy(), tmp_path)
    assert all(pages_of(change(written()), tmp_path) == as_it_was for change in CHANGES)
