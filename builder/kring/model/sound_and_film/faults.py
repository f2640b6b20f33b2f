"""Why a file with sound, film or captions may not be served."""

from __future__ import annotations

from enum import StrEnum


class RecordingFault(StrEnum):
    """What is wrong with a recording, or with the captions of one."""

    FORMAT = "format"  # not what its name says; the detail says what that would be
    DAMAGED = "damaged"  # cut off or garbled
    TOO_MANY_PARTS = "too_many_parts"  # more than is read with care
    MORE = "more"  # something else than sound and picture; the detail names it
    HEADING = "heading"  # captions that do not begin as captions do
    SIGN = "sign"  # captions with a sign that is no text
    TIMES = "times"  # a caption without times, or with times that cannot be
    SETTING = "setting"  # a place or an alignment that no browser knows; the detail is what was written
    TAG = "tag"  # markup that captions do not know; the detail is what was written


class UnusableRecordingError(ValueError):
    """The file is no recording and no captions that may be served. `line` is where, in captions."""

    def __init__(self, fault: RecordingFault, detail: str = "", line: int = 1) -> None:
        super().__init__(f"{fault} {detail}".rstrip())
        self.fault = fault
        self.detail = detail
        self.line = line
