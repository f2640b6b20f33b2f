"""Single files into a folder that others may use too: each arrives whole, or what was there stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kring.findings import Finding
from kring.own_files import below, make_folder, move, write
from kring.publish.destination import Destination, check_shared_folder
from kring.publish.exchange import building_folder, flush
from kring.publish.lock import locked
from kring.publish.refusal import refusing
from kring.publish.staging import clear_litter


def write_files(folder: Path, files: Mapping[str, bytes], *, root: Path) -> tuple[Finding, ...]:
    """Write `files` (name → bytes) of the content under `root` into `folder`, which is made where it is missing.

    Nothing is put in its place before all files have been written beside it, so that a full disk changes
    nothing. Returns warnings about folders of this and earlier calls that could not be removed.

    Raises:
        OutputBusy: somebody else is writing there.
        OutputRefused: the folder is no place for them, or cannot be written.

    """
    destination = Destination(folder, root, ())
    check_shared_folder(destination)
    with refusing(destination.shown):
        for name in files:
            below(destination.path, name)
        make_folder(destination.path)
    # All that is only there for a while lies inside the folder, so that no file changes disks on its way.
    inside = replace(destination, out=destination.path / "files")
    with refusing(destination.shown), locked(inside.path, destination.shown):
        clear_litter(inside)
        building = building_folder(inside.path)
        try:
            make_folder(destination.path, building.name, new=True)
            for name, data in files.items():
                write(building, name, data)
            flush(building)
            for name in files:
                with refusing(f"{destination.shown}/{name}"):
                    move(destination.path, f"{building.name}/{name}", name)
        finally:
            left = clear_litter(inside)
    return left
