"""A valid document that is changed in one place gives findings that can be read, or is a valid document."""

from __future__ import annotations

from random import Random

import pytest
from tests.property.one_change import ON_DATA, ON_TEXT, changed
from tests.property.roots import Root, can_be_read, can_be_shown, every_field, real_content, stands_inside
from tests.sampling import sample

from kring.findings import Position, Span
from kring.rules.phrasing import is_error

PRINTED = 6
"""Of so many valid documents, one is printed too."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Root:
    return every_field(tmp_path_factory.mktemp("root"))


@pytest.fixture(scope="module")
def real_root(tmp_path_factory: pytest.TempPathFactory) -> Root:
    return real_content(tmp_path_factory.mktemp("real"))


def gives_findings_or_is_valid(root: Root, seed: int) -> None:
    path = Random(seed).choice(sorted(root.texts))
    way, text = changed(root.content, root.texts, path, seed)
    checked = root.check_with(path, text.encode())
    where = f"{way} in {path}, seed {seed}"
    can_be_read(checked, where)
    assert checked.sound is not any(is_error(finding) for finding in checked.findings), where
    if checked.sound:
        can_be_shown(checked, to_print=seed % PRINTED == 0)


def test_any_change(root: Root) -> None:
    for seed in sample(range(1600), 150):
        gives_findings_or_is_valid(root, seed)


def test_any_change_of_the_real_content(real_root: Root) -> None:
    for seed in sample(range(1600, 1660), 10):
        gives_findings_or_is_valid(real_root, seed)


def test_every_way_to_change_something_is_taken(root: Root) -> None:
    paths = sorted(root.texts)
    taken = {changed(root.content, root.texts, paths[seed % len(paths)], seed)[0] for seed in range(400)}
    assert taken == {way.__name__ for way in (*ON_DATA, *ON_TEXT)}


TEXTS = {"a.yml": "een\ntwee"}


@pytest.mark.parametrize(
    ("span", "inside"),
    [
        (Span("a.yml"), True),
        (Span("a.yml", Position(1, 4), Position(2, 5)), True),
        (Span("a.yml", Position(1, 1), Position(1, 5)), False),
        (Span("a.yml", Position(2, 1), Position(3, 1)), False),
        (Span("a.yml", Position(0, 1), Position(1, 1)), False),
        (Span("a.yml", Position(2, 2), Position(2, 1)), False),
        (Span("b.svg"), True),
        (Span("b.svg", Position(1, 1), Position(1, 2)), False),
    ],
)
def test_a_place_outside_a_file_is_seen(span: Span, inside: bool) -> None:
    assert stands_inside(span, TEXTS) is inside
