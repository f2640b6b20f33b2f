"""The folder in which an output is built, beside the output itself, and its way to the output's place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kring.publish.destination import Destination, check_destination
from kring.publish.exchange import building_folder, building_prefix, exchange, recover
from kring.publish.lock import locked
from kring.publish.marker import write_marker
from kring.publish.refusal import refusing


@contextmanager
def staging(destination: Destination) -> Iterator[Path]:
    """Give an empty folder to build in. The output changes only by `publish`; the folder is gone afterwards.

    While it is open no other build writes this output. What killed builds left is mended and cleared first.

    Raises:
        OutputBusy: another build is writing this output.
        OutputRefused: the output may not be written, or cannot be.

    """
    out = destination.path
    check_destination(destination)
    with ExitStack() as stack:
        with refusing(destination.shown):
            out.parent.mkdir(parents=True, exist_ok=True)
            stack.enter_context(locked(out, destination.shown))
            recover(out)
            clear_litter(out)
            folder = building_folder(out)
            folder.mkdir()
        stack.callback(clear_litter, out)
        yield folder


def publish(staged: Path, destination: Destination) -> None:
    """Put the finished folder that `staging` gave in the place of the output, in one step.

    Raises:
        OutputRefused: the output has become somebody else's meanwhile, or cannot be written; it is as it was.

    """
    check_destination(destination)
    with refusing(destination.shown):
        write_marker(staged, destination.editions)
        exchange(staged, destination.path)


def clear_litter(out: Path) -> None:
    """Remove every building folder of `out`. Under the lock they are ours, or those of the dead."""
    prefix = building_prefix(out)
    for path in out.parent.iterdir():
        if path.name.startswith(prefix) and path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
