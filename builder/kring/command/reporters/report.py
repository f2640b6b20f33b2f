"""What reporters report: findings with the texts they are about."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kring.checks.suppressions import Suppression
from kring.findings import Finding, Position, Severity, Span
from kring.rules.phrasing import severity

_CONTROLS = {code: 0x2400 + code for code in range(0x20) if chr(code) != "\n"} | dict.fromkeys(
    range(0x7F, 0xA0), "\ufffd"
)
"""Signs that steer a terminal, each with one that shows."""


@dataclass(frozen=True, slots=True)
class Report:
    """Findings in order, the texts of the files they stand in (by path), and the language to tell them in.

    `allowed` are findings that a comment allows. `folder` is the way from where the command was given to the
    root, with forward slashes and "" for none: code hosts know files by their place in the repository.
    """

    findings: tuple[Finding, ...]
    texts: Mapping[str, str]
    language: str
    allowed: tuple[tuple[Finding, Suppression], ...] = ()
    folder: str = ""

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(severity(finding) is Severity.ERROR for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return len(self.findings) - self.errors

    def place_in_repository(self, path: str) -> str:
        """Return a path as a code host knows it."""
        return f"{self.folder}/{path}" if self.folder else path


def printable(text: str) -> str:
    """Return a text whose control signs are seen and do nothing: what a host or a file says may hold any."""
    return text.translate(_CONTROLS)


def is_whole_file(span: Span) -> bool:
    """Tell whether a span means the file as a whole."""
    return span.start == span.end == Position()


def fingerprints(findings: tuple[Finding, ...], texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return for each finding a name that stays the same while lines move: 64 hexadecimal digits, no two alike.

    It is made of the rule, the file, and the words it is about, or of the facts where it is about a whole file.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    names = []
    for finding in findings:
        about = (finding.rule, finding.span.path, *_words(finding, texts.get(finding.span.path)))
        seen[about] += 1
        # Of findings about the same words, the order in the file tells them apart.
        names.append(hashlib.sha256("\0".join((*about, str(seen[about]))).encode(errors="replace")).hexdigest())
    return tuple(names)


def _words(finding: Finding, text: str | None) -> tuple[str, ...]:
    span = finding.span
    if text is None or is_whole_file(span):
        return tuple(f"{name}={value}" for name, value in sorted(finding.facts.items()))
    line = text.split("\n")[span.start.line - 1]
    end = span.end.column - 1 if span.end.line == span.start.line else len(line)
    return line.strip(), line[span.start.column - 1 : end]
