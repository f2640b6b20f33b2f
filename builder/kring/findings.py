"""Findings: what is wrong in the sources, where, and how to mend it. Values only; reporters print.

Places are named tuples: there are hundreds of thousands of them, and these are made twice as fast as dataclasses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

MOST_SHOWN = 200
"""Findings of one file that are shown."""


class Severity(StrEnum):
    """How much a finding weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Position(NamedTuple):
    """A place in a text file. Both count from 1; columns count characters, not bytes."""

    line: int = 1
    column: int = 1


class Span(NamedTuple):
    """A stretch of one file; `path` is relative to the root, with forward slashes.

    `end` stands just past the last character. A span never reaches outside its file.
    """

    path: str
    start: Position = Position()
    end: Position = Position()

    def __str__(self) -> str:
        return f"{self.path}:{self.start.line}:{self.start.column}"


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one stretch of a file: `text` comes in the place of what stands in `span`.

    Places count in the text as it was read (without byte order mark, line breaks as one sign).
    """

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake or warning.

    `rule` is an id of `kring.rules`; `facts` are the values that fill that rule's message and hint, in no
    language: text, numbers and keys, of several each on a line of its own. The rule phrases them.
    `related` are other places a reader must see (the first of two equal ids, say).
    """

    rule: str
    span: Span
    facts: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Span, ...] = ()
    severity: Severity | None = None
    """Set where `site_config.yml` changes the severity of the rule; None means the rule's own."""
    edits: tuple[Edit, ...] = ()
    """The changes that mend it without changing what the author meant; none where only the author can say."""

    @property
    def place(self) -> tuple[Span, str]:
        """The order in which findings are shown."""
        return (self.span, self.rule)
