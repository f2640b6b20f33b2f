"""Whatever stands in a content file, checking everything never breaks down, and every place lies inside its file."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from tests.property.roots import Root, can_be_read, every_field
from tests.prose.test_any_text import TEXTS
from tests.sampling import sample
from tests.source.test_any_bytes import YAML_LIKE

from kring.rules.phrasing import is_error
from kring.source.kinds import MARKDOWN_KINDS

SETTINGS = {"max_examples": 40, "deadline": None, "database": None, "suppress_health_check": [*HealthCheck]}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Root:
    return every_field(tmp_path_factory.mktemp("root"))


def gives_findings_or_is_valid(root: Root, path: str, data: bytes) -> None:
    checked = root.check_with(path, data)
    can_be_read(checked, f"{data!r} in {path}")
    assert checked.sound is not any(is_error(finding) for finding in checked.findings)


@pytest.mark.parametrize("start", sample(range(21), 2))
def test_any_bytes(root: Root, start: int) -> None:
    @seed(start)
    @settings(**SETTINGS)
    @given(place=st.integers(0, 999), data=st.one_of(st.binary(max_size=200), YAML_LIKE.map(str.encode)))
    def in_any_file(place: int, data: bytes) -> None:
        gives_findings_or_is_valid(root, sorted(root.texts)[place % len(root.texts)], data)

    in_any_file()


@settings(derandomize=True, **SETTINGS)
@given(place=st.integers(0, 999), front=st.booleans(), text=TEXTS)
def test_any_prose(root: Root, place: int, front: bool, text: str) -> None:
    """Behind the front matter of a Markdown file, or as one of its texts."""
    written = [file for file in root.content.files.values() if file.kind in MARKDOWN_KINDS]
    file = written[place % len(written)]
    summary = {"summary": text} if front else {}
    changed = type(file)(file.path, file.kind, {**file.data, **summary}, file.body if front else f"\n{text}\n")
    gives_findings_or_is_valid(root, file.path, changed.text.encode("utf-8", errors="surrogatepass"))
