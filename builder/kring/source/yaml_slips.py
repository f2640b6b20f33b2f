"""Fields written with a slip of the hand: no space after the colon, or `=` in the place of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kring.findings import Finding
from kring.source.text import FileText, shown

NO_SPACE = "yaml/no-space-after-colon"
EQUALS = "yaml/equals-for-colon"
SLIPS = frozenset({NO_SPACE, EQUALS})
"""The rules of these slips."""

# An address (https://…) is no field; a no-break space behind the colon looks like a space and is none.
_SLIP = re.compile(
    r"([a-z][a-z0-9_]*)(?:(?P<colon>:(?![\s/:]|$)|:[\u00a0\u2007\u202f]+ *)|(?P<equals> *= *)(?=[^\s=]))"
)


@dataclass(frozen=True, slots=True)
class Slip:
    """The field that was meant. The sign that should be a colon and a space stands from `start` to `end` (from 0)."""

    rule: str
    name: str
    start: int
    end: int
    value: str

    def finding(self, text: FileText, number: int) -> Finding:
        """Return the finding about the slip on line `number` (from 0)."""
        facts = {"field": self.name, "better": shown(f"{self.name}: {self.value}")}
        return Finding(self.rule, text.span(number + 1, self.start + 1, self.end - self.start), facts)


def field_slip(line: str, column: int) -> Slip | None:
    """Return the slip in a line whose content begins at `column` (from 0), if it looks like a field with one."""
    match = _SLIP.match(line, column)
    if match is None:
        return None
    rule = NO_SPACE if match["colon"] else EQUALS
    return Slip(rule, match[1], match.end(1), match.end(), line[match.end() :].rstrip())
