"""The manifest names every file with its SHA-256, and finds every difference."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kring.publish.manifest import NAME, Differences, verify, write_manifest
from kring.publish.marker import write_marker


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """A small edition with its manifest."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b/index.html").write_bytes(b"b")
    (tmp_path / "a é.html").write_bytes(b"")
    write_manifest(tmp_path, "participant")
    return tmp_path


def test_it_is_sorted_and_the_same_each_time(edition: Path) -> None:
    text = (edition / NAME).read_bytes()
    files = json.loads(text)["files"]
    assert list(files) == ["a é.html", "b/index.html"]
    assert files["b/index.html"] == {
        "bytes": 1,
        "sha256": "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d",
    }
    write_manifest(edition, "participant")
    assert (edition / NAME).read_bytes() == text


def test_an_untouched_edition_has_no_differences_with_or_without_a_marker(edition: Path) -> None:
    assert not verify(edition)
    write_marker(edition, ["participant"])
    assert verify(edition) == Differences()


def test_each_kind_of_difference_is_found(edition: Path) -> None:
    (edition / "b/index.html").write_bytes(b"c")
    (edition / "a é.html").unlink()
    (edition / "b/.verborgen").touch()
    assert verify(edition) == Differences(("a é.html",), ("b/index.html",), ("b/.verborgen",))


@pytest.mark.parametrize("content", [b"[]", b"{}", b'{"format": 1}', b"{"])
def test_something_else_is_not_taken_for_a_manifest(edition: Path, content: bytes) -> None:
    (edition / NAME).write_bytes(content)
    with pytest.raises(ValueError, match=r"."):
        verify(edition)
