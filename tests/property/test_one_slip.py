"""A slip on one line is an error in that file, or everything is still there: nothing that was written vanishes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.property.roots import Root, every_field, real_content
from tests.property.slips import SLIPS, Slip

from kring.pipeline import Checked
from kring.rules.phrasing import is_error

LINES = 18
"""On so many lines of each root a slip is tried, spread over all lines that give occasion for it."""


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Root:
    return every_field(tmp_path_factory.mktemp("generated"))


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Root:
    return real_content(tmp_path_factory.mktemp("real"))


def with_slip(root: Root, slip: Slip) -> Iterator[tuple[str, int, str]]:
    """Yield the files in which `slip` is made on one line: path, number of the line, and text."""
    for path, text in sorted(root.texts.items()):
        lines = text.split("\n")
        last = lines.index("---", 1) if path.endswith(".md") else len(lines)
        for number, line in enumerate(lines[:last]):
            slipped = slip(line)
            if slipped not in (None, line):
                yield path, number + 1, "\n".join([*lines[:number], str(slipped), *lines[number + 1 :]])


def pages(checked: Checked) -> dict[str, set[str]]:
    return {name: {page.address for page in plan.pages} for name, plan in checked.plans.items()}


def nothing_vanishes(before: Checked, after: Checked, path: str) -> None:
    errors = {finding.span.path for finding in after.findings if is_error(finding)}
    if path in errors:
        return
    assert not errors, f"only other files are said to be wrong: {errors}"
    assert before.catalogue is not None
    assert after.catalogue is not None, "the check refuses, and no error says why"
    assert before.catalogue.entities.by_key.keys() == after.catalogue.entities.by_key.keys()
    gone = {name: addresses - pages(after)[name] for name, addresses in pages(before).items()}
    if any(gone.values()):
        named = {place.path for finding in after.findings for place in (finding.span, *finding.related)}
        assert path in named, f"no finding says why {gone} is gone"


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("name", ["generated", "real"])
def test_nothing_vanishes_by_a_slip(name: str, slip: str, request: pytest.FixtureRequest) -> None:
    root: Root = request.getfixturevalue(name)
    occasions = list(with_slip(root, SLIPS[slip]))
    assert len(occasions) > LINES, "the slip is hardly ever possible here"
    before = root.check()
    first = sorted(SLIPS).index(slip)  # other lines for each slip
    for number in range(LINES):
        path, line, text = occasions[(first + number * len(occasions) // LINES) % len(occasions)]
        try:
            nothing_vanishes(before, root.check_with(path, text.encode()), path)
        except Exception as error:
            raise AssertionError(f"{path}:{line}: {text.splitlines()[line - 1]!r}") from error
