"""Whatever stands in the files of a root: the whole check never fails, and says in which file and where."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.mending.examples import FILES as MORE_FILES
from tests.mending.pieces import PIECES

from kring.command.reporters.report import Report
from kring.command.reporters.terminal import as_text
from kring.findings import Position
from kring.mending.apply import mended
from kring.mending.files import read_back
from kring.pipeline import check
from kring.rules.phrasing import is_error

MINIMAL = Path(__file__).parent / "minimal_root"
ANYTHING = st.one_of(PIECES, st.binary(max_size=6).map(lambda data: data.decode("latin-1")))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("any") / "root"
    shutil.copytree(MINIMAL, folder, ignore=shutil.ignore_patterns(".*"))
    for path, text in MORE_FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def inside(place: Position, text: str) -> bool:
    lines = text.split("\n")
    return place.line <= len(lines) and place.column <= len(lines[place.line - 1]) + 1


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_input_makes_the_check_fail(root: Path, data: st.DataObject) -> None:
    files = sorted(path for path in root.rglob("*.*") if path.is_file())
    chosen = data.draw(st.lists(st.sampled_from(files), min_size=1, max_size=3, unique=True))
    before = {path: path.read_bytes() for path in chosen}
    try:
        for path, good in before.items():
            text = good.decode()
            place = data.draw(st.integers(0, len(text)))
            end = min(len(text), place + data.draw(st.integers(0, 8)))
            path.write_bytes((text[:place] + data.draw(ANYTHING) + text[end:]).encode(errors="surrogateescape"))
        look_at(root)
    finally:
        for path, good in before.items():
            path.write_bytes(good)


def look_at(root: Path) -> None:
    """Check everything, tell it in both languages, and mend what can be mended."""
    checked = check(root)
    for finding in checked.findings:
        for span in (finding.span, *finding.related, *(edit.span for edit in finding.edits)):
            text = checked.texts.get(span.path)
            assert text is None or (inside(span.start, text) and inside(span.end, text)), (finding, span)
    assert (checked.catalogue is None) == any(is_error(finding) for finding in checked.findings)
    for language in ("nl", "en"):
        assert as_text(Report(checked.findings, checked.texts, language))
    after = mended(read_back(root, checked.texts, checked.findings), checked.findings)
    assert bool(after) == any(finding.edits for finding in checked.findings)
