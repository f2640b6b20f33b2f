"""Why an output folder is refused: a finding, carried out of the middle of the work."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kring.findings import Finding, Span
from kring.own_files import LinkInTheWay
from kring.system_reason import reason


class OutputRefused(Exception):
    """The output folder cannot be written. `finding` says why and what to do; nothing was changed."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.rule, finding.span.path)
        self.finding = finding


class OutputBusy(OutputRefused):
    """Another build is writing this output folder."""


def busy(shown: str) -> OutputBusy:
    """Say that another build is at work on the output folder `shown`."""
    return OutputBusy(_finding("output/busy", shown))


def left_behind(shown: str, error: OSError) -> Finding:
    """Warn that the folder `shown`, which no build needs any more, cannot be removed."""
    return _finding("output/left-behind", shown, reason=reason(error))


def refused(rule: str, shown: str, **facts: str) -> OutputRefused:
    """Say that the output folder `shown` breaks `rule`."""
    return OutputRefused(_finding(rule, shown, **facts))


NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO, errno.ESTALE})
"""What the operating system says when it is the disk, and not the program, that is at fault."""

IMMOVABLE = frozenset({errno.EBUSY, errno.EXDEV})
"""What it says of a folder that cannot be renamed: another disk begins there, or a container put it there."""


@contextmanager
def refusing(shown: str | None = None, *, only: frozenset[int] | None = None) -> Iterator[None]:
    """Turn what the operating system will not do (full, read-only, in use) into a refusal of `shown`.

    Without `shown`, the file is named at which it stopped. With `only`, other errors than these numbers pass: they
    are bugs. A link in the way is a refusal of its own, always.
    """
    try:
        yield
    except LinkInTheWay as error:
        raise refused("output/symlink", Path(error.filename).as_posix()) from error
    except OSError as error:
        if only is not None and error.errno not in only:
            raise
        rule = "output/immovable" if error.errno in IMMOVABLE else "output/unwritable"
        raise refused(rule, shown or str(error.filename), reason=reason(error)) from error


def _finding(rule: str, shown: str, **facts: str) -> Finding:
    # A folder has no lines; its span is the first position, so that reporters need no second form.
    return Finding(rule, Span(shown), {"output": shown, **facts})
