"""A copy in a folder: every difference from its manifest is a finding, and so is a second edition in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.publish.verifying import edition, rules

from kring.publish.manifest import NAME, NotAManifest, read_manifest
from kring.publish.marker import NAME as MARKER
from kring.publish.marker import write_marker
from kring.publish.verification import verify_folder


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return edition(tmp_path / "www", "participant")


def test_an_untouched_copy_is_in_order(copy: Path) -> None:
    assert verify_folder(copy) == ()
    (copy / MARKER).unlink()
    assert verify_folder(copy) == ()


@pytest.mark.parametrize(
    ("change", "rule", "path"),
    [
        (lambda folder: (folder / "sessie/1/index.html").unlink(), "missing", "sessie/1/index.html"),
        (lambda folder: (folder / "_headers").write_text("/*\n"), "changed", "_headers"),
        (lambda folder: (folder / "notulen.docx").touch(), "unknown", "notulen.docx"),
    ],
)
def test_each_difference_is_told_with_its_place(
    copy: Path, change: Callable[[Path], object], rule: str, path: str
) -> None:
    change(copy)
    found = verify_folder(copy)
    assert rules(found) == [rule]
    assert found[0].span.path == f"{copy.as_posix()}/{path}"


def test_an_output_with_both_editions_is_verified_edition_by_edition(tmp_path: Path) -> None:
    for name in ("participant", "facilitator"):
        edition(tmp_path / name, name)
    write_marker(tmp_path, ["participant", "facilitator"])
    assert verify_folder(tmp_path) == ()
    (tmp_path / "facilitator/index.html").unlink()
    assert rules(verify_folder(tmp_path)) == ["missing"]
    shutil.rmtree(tmp_path / "facilitator")
    shutil.copytree(tmp_path / "participant", tmp_path / "facilitator")
    assert rules(verify_folder(tmp_path)) == ["wrong-edition"]


@pytest.mark.parametrize("marked", [True, False])
def test_a_preview_is_no_site(tmp_path: Path, marked: bool) -> None:
    for name in ("participant", "facilitator"):
        edition(tmp_path / name, name, preview=True)
        if not marked:
            (tmp_path / name / MARKER).unlink()
        assert rules(verify_folder(tmp_path / name)) == ["preview"]
    write_marker(tmp_path, ["participant", "facilitator"], preview=True)
    assert rules(verify_folder(tmp_path)) == ["preview", "preview"]


def test_a_folder_in_which_somebody_put_both_editions_is_wrong(copy: Path, tmp_path: Path) -> None:
    edition(copy / "begeleiders", "facilitator")
    assert "both-editions" in rules(verify_folder(copy))
    edition(tmp_path / "root/a", "participant")
    edition(tmp_path / "root/b", "facilitator")
    assert rules(verify_folder(tmp_path / "root")) == ["both-editions"]


def test_the_edition_is_the_one_that_was_asked_for(copy: Path, tmp_path: Path) -> None:
    assert rules(verify_folder(copy, facilitator=True)) == ["wrong-edition"]
    assert verify_folder(edition(tmp_path / "f", "facilitator"), facilitator=True) == ()


def test_a_folder_without_a_manifest_is_told_so(copy: Path) -> None:
    (copy / NAME).write_bytes(b"{}")
    assert rules(verify_folder(copy)) == ["no-manifest"]
    (copy / NAME).unlink()
    assert rules(verify_folder(copy)) == ["no-manifest"]


DIGEST = "0" * 64


@pytest.mark.parametrize("path", ["../x", "a/../b", "/etc/x", "a//b", "", "a\\\\b", "a\\nb", ".", "http://x/"])
def test_a_manifest_leads_nowhere_else(path: str) -> None:
    data = f'{{"format": 2, "edition": "participant", "files": {{"{path}": {{"bytes": 1, "sha256": "{DIGEST}"}}}}}}'
    with pytest.raises(NotAManifest):
        read_manifest(data.encode())


@pytest.mark.parametrize(
    "entry", ["1", "{}", f'{{"bytes": -1, "sha256": "{DIGEST}"}}', '{"bytes": 1, "sha256": "x"}', '{"bytes": true}']
)
def test_a_manifest_says_digest_and_size_of_each_file(entry: str) -> None:
    with pytest.raises(NotAManifest):
        read_manifest(f'{{"format": 2, "edition": "participant", "files": {{"a": {entry}}}}}'.encode())


@pytest.mark.parametrize(
    "data", [b"[" * 100_000, b'{"format": 1, "files": {}}', b'{"format": 2, "files": {}}', b"\xff"]
)
def test_what_is_no_manifest_of_this_format_is_not_read(data: bytes) -> None:
    with pytest.raises(NotAManifest):
        read_manifest(data)
