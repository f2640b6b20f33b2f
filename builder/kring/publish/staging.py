"""The folder in which an output is built, beside the output itself, and its way to the output's place."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath

from kring.findings import Finding
from kring.own_files import make_folder, remove_folder
from kring.publish.destination import Destination, check_destination
from kring.publish.exchange import building_folder, building_prefix, exchange, recover
from kring.publish.lock import locked
from kring.publish.marker import write_marker
from kring.publish.refusal import left_behind, refusing


@contextmanager
def staging(destination: Destination) -> Iterator[Path]:
    """Give an empty folder to build in. The output changes only by `publish`; the folder is gone afterwards.

    While it is open no other build writes this output, and temporary files lie beside it too: on a disk of
    which a refusal can speak, and where the next build finds them. What killed builds left is mended and
    cleared first.

    Raises:
        OutputBusy: another build is writing this output.
        OutputRefused: the output may not be written, or cannot be.

    """
    out = destination.path
    check_destination(destination)
    with ExitStack() as stack:
        with refusing(destination.shown):
            make_folder(out.parent)
            stack.enter_context(locked(out, destination.shown))
            recover(out)
            clear_litter(destination)
            stack.callback(clear_litter, destination)
            folder, temporary = building_folder(out), building_folder(out)
            for each in (folder, temporary):
                make_folder(out.parent, each.name, new=True)
            _check_replaceable(out)
        stack.enter_context(_temporary_files_in(temporary))
        yield folder


def publish(staged: Path, destination: Destination) -> tuple[Finding, ...]:
    """Put the finished folder that `staging` gave in the place of the output, in one step. Nothing is built after it.

    Returns warnings about folders of this and earlier builds that could not be removed.

    Raises:
        OutputRefused: the output has become somebody else's meanwhile, or cannot be written; it is as it was.

    """
    check_destination(destination)
    with refusing(destination.shown):
        write_marker(staged, destination.editions, preview=destination.preview)
        exchange(staged, destination.path)
    return clear_litter(destination)


def clear_litter(destination: Destination) -> tuple[Finding, ...]:
    """Remove every building folder of an output. Under the lock they are ours, or those of the dead.

    Returns a warning for each that cannot be removed: it stands in nobody's way, but it takes up room.
    """
    out = destination.path
    prefix = building_prefix(out)
    found = sorted(path for path in out.parent.iterdir() if path.name.startswith(prefix))
    folders = [path for path in found if path.is_dir() and not path.is_symlink()]
    shown = PurePosixPath(destination.shown)
    return tuple(
        left_behind(shown.with_name(folder.name).as_posix(), error)
        for folder in folders
        if (error := remove_folder(out.parent, folder.name)) is not None
    )


def _check_replaceable(out: Path) -> None:
    """Check that a folder that is there may be written: renaming it would not ask."""
    if out.exists() and not os.access(out, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(out))


@contextmanager
def _temporary_files_in(folder: Path) -> Iterator[None]:
    """Have this process, and those it starts meanwhile, make temporary files in `folder`."""
    before, inherited = tempfile.tempdir, os.environ.get("TMPDIR")
    tempfile.tempdir = os.environ["TMPDIR"] = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before
        if inherited is None:
            del os.environ["TMPDIR"]
        else:
            os.environ["TMPDIR"] = inherited
