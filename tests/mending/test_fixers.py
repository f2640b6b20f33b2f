"""Each fixer, alone: it sees its slip, says it precisely, and its edits give back what was meant."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.checks.roots import Root
from tests.mending.examples import DIARY_PATH, FILES, SLIPS, Slip

from kring.findings import Finding
from kring.mending import fixers as all_fixers
from kring.mending import shapes
from kring.mending.apply import mended
from kring.mending.context import FixContext
from kring.mending.fixers import FIXERS, Fixer, with_fixes
from kring.pipeline import check
from kring.rules.phrasing import hint, is_error
from kring.source.read import read

MINIMAL = Path(__file__).parents[1] / "minimal_root"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Root:
    folder = tmp_path_factory.mktemp("mending") / "root"
    shutil.copytree(MINIMAL, folder)
    root = Root(folder)
    root.write(FILES)
    return root


@pytest.fixture
def root(shared: Root, slip: Slip) -> Iterator[Root]:
    """The root in which a slip is made; afterwards its file is as before."""
    before = (shared.folder / slip.path).read_bytes()
    yield shared
    (shared.folder / slip.path).write_bytes(before)


def name(slip: Slip) -> str:
    return f"{slip.fixer.__name__}: {slip.written.strip()!r}"


@pytest.mark.parametrize("slip", SLIPS, ids=name)
def test_a_slip_is_said_precisely_and_mended(root: Root, slip: Slip, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (root.folder / slip.path).read_text(encoding="utf-8")
    root.change(slip.path, slip.passage, slip.written)
    written = (root.folder / slip.path).read_bytes()
    sources = read(root.folder)
    context = FixContext(sources.texts, {document.path: document for document in sources.documents})
    monkeypatch.setattr(all_fixers, "FIXERS", ())
    raw = check(root.folder).findings
    assert not any(finding.edits for finding in raw), "without its fixer a slip is not mended"
    for fixers in ((slip.fixer,), FIXERS):
        found = with_fixes_of(fixers, raw, context, monkeypatch)
        assert slip.hint in [hint(finding, "nl") for finding in found]
        assert any(finding.edits for finding in found) == slip.mends
        if slip.mends:
            good = text.replace(slip.passage, slip.passage if slip.good is None else slip.good)
            assert mended({slip.path: written}, found)[slip.path].decode() == good
    if slip.mends:
        root.write({slip.path: good})
        assert [finding for finding in check(root.folder).findings if is_error(finding)] == []


def with_fixes_of(
    fixers: tuple[Fixer, ...], raw: tuple[Finding, ...], context: FixContext, monkeypatch: pytest.MonkeyPatch
) -> tuple[Finding, ...]:
    monkeypatch.setattr(all_fixers, "FIXERS", fixers)
    return with_fixes(raw, context)


NOTHING_IN_IT = Slip(
    shapes.list_for_fields, DIARY_PATH, "      field: rust\n      is: [true]\n", "      - {}\n", "", mends=False
)


@pytest.mark.parametrize("slip", [NOTHING_IN_IT])
def test_a_list_of_groups_without_a_field_is_left_as_it_is(root: Root, slip: Slip) -> None:
    root.change(slip.path, slip.passage, slip.written)
    assert [finding.rule for finding in check(root.folder).findings if is_error(finding)] == ["schema/wrong-type"]


def test_every_fixer_has_an_example() -> None:
    assert [fixer.__name__ for fixer in FIXERS if fixer not in {slip.fixer for slip in SLIPS}] == []


def test_every_fixer_says_what_it_does() -> None:
    assert all((fixer.__doc__ or "").strip() for fixer in FIXERS)
