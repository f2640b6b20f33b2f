"""Only a new folder, an empty folder or an earlier output of the same editions may become the output."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from tests.permissions import permissions_hold

from kring.publish.destination import Destination, check_destination
from kring.publish.marker import Marker, read_marker, write_marker
from kring.publish.refusal import OutputRefused
from kring.publish.staging import staging
from kring.rules.phrasing import hint, message


def rule_for(destination: Destination) -> str | None:
    """Return the rule that refuses the destination; its words must be complete."""
    try:
        check_destination(destination)
    except OutputRefused as refusal:
        finding = refusal.finding
    else:
        return None
    assert message(finding, "nl")
    assert hint(finding, "en")
    return finding.rule


def test_a_new_folder_and_an_empty_one_will_do(destination: Destination) -> None:
    assert rule_for(destination) is None
    destination.out.mkdir()
    assert rule_for(destination) is None


def test_a_folder_elsewhere_will_do(destination: Destination, tmp_path: Path) -> None:
    assert rule_for(replace(destination, out=tmp_path / "elders/site")) is None


def test_a_folder_with_files_and_without_a_marker_is_not_ours(destination: Destination) -> None:
    destination.out.mkdir()
    (destination.out / "foto.jpg").touch()
    assert rule_for(destination) == "output/not-ours"
    write_marker(destination.out, destination.editions)
    assert rule_for(destination) is None


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"format": 2, "editions": []}', b'{"format": 1}', b'{"format": 1, "editions": [1]}', b"\xff"],
)
def test_a_marker_that_we_do_not_understand_is_none(destination: Destination, content: bytes) -> None:
    destination.out.mkdir()
    (destination.out / ".kring-output").write_bytes(content)
    assert rule_for(destination) == "output/not-ours"


def test_a_marker_says_which_editions_there_are(tmp_path: Path) -> None:
    write_marker(tmp_path, ["participant", "facilitator"])
    assert read_marker(tmp_path) == Marker(("facilitator", "participant"))


def test_one_edition_never_takes_the_place_of_another(destination: Destination) -> None:
    destination.out.mkdir()
    write_marker(destination.out, ["participant"])
    assert rule_for(replace(destination, editions=("facilitator",))) == "output/other-edition"
    assert rule_for(replace(destination, editions=("participant", "facilitator"))) == "output/other-edition"


def test_a_preview_never_takes_the_place_of_a_site_nor_a_site_that_of_a_preview(destination: Destination) -> None:
    preview = replace(destination, preview=True)
    destination.out.mkdir()
    assert rule_for(preview) is None, "an empty folder is anybody's"
    write_marker(destination.out, destination.editions)
    assert read_marker(destination.out) == Marker(destination.editions)
    assert (rule_for(destination), rule_for(preview)) == (None, "output/preview")
    write_marker(destination.out, destination.editions, preview=True)
    assert read_marker(destination.out) == Marker(destination.editions, preview=True)
    assert (rule_for(destination), rule_for(preview)) == ("output/preview", None)


@pytest.mark.parametrize(
    "place", ["", "..", "../..", "content", "content/site", "programs/x/y", "theme", "builder/site", ".git/site", "/"]
)
def test_the_output_lies_outside_the_sources_and_never_around_them(destination: Destination, place: str) -> None:
    assert rule_for(replace(destination, out=destination.root / place)) == "output/misplaced"


def test_a_way_round_through_a_link_is_seen(destination: Destination, tmp_path: Path) -> None:
    (tmp_path / "weg").symlink_to(destination.root / "content")
    assert rule_for(replace(destination, out=tmp_path / "weg/site")) == "output/misplaced"


def test_an_output_does_not_lie_in_another_output(destination: Destination) -> None:
    destination.out.mkdir()
    write_marker(destination.out, destination.editions)
    assert rule_for(replace(destination, out=destination.out / "participant")) == "output/misplaced"


def test_a_link_is_not_replaced(destination: Destination, tmp_path: Path) -> None:
    destination.out.symlink_to(tmp_path)
    assert rule_for(destination) == "output/symlink"
    destination.out.unlink()
    destination.out.symlink_to(tmp_path / "weg")
    assert rule_for(destination) == "output/symlink"


def test_a_file_is_not_replaced(destination: Destination) -> None:
    destination.out.touch()
    assert rule_for(destination) == "output/not-a-folder"


def test_a_relative_path_is_taken_from_the_working_folder(
    destination: Destination, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(destination.root)
    relative = replace(destination, out=Path("x/../site"))
    assert relative.path == destination.out
    assert relative.shown == "site"
    assert replace(destination, out=Path(os.sep) / "srv" / "site").shown == "/srv/site"


def test_a_folder_where_another_disk_begins_is_fixed(destination: Destination, monkeypatch: pytest.MonkeyPatch) -> None:
    destination.out.mkdir()
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == destination.out)
    assert rule_for(destination) == "output/immovable"
    assert rule_for(replace(destination, out=destination.out / "site")) is None


def test_a_folder_that_may_not_be_read_cannot_be_judged(destination: Destination) -> None:
    destination.out.mkdir()
    destination.out.chmod(0o333)
    with permissions_hold():
        assert rule_for(destination) == "output/unwritable"
        destination.out.chmod(0o755)
        assert rule_for(destination) is None


def test_a_link_that_leads_round_and_round_is_left_to_who_opens_it(destination: Destination, tmp_path: Path) -> None:
    (tmp_path / "rond").symlink_to("rond")
    assert rule_for(replace(destination, out=tmp_path / "rond")) == "output/symlink"
    with pytest.raises(OutputRefused) as refusal, staging(replace(destination, out=tmp_path / "rond/site")):
        pytest.fail("not reached")
    assert refusal.value.finding.rule == "output/unwritable"
