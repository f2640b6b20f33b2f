"""Restricted YAML: one text to one positioned mapping, with everything that is wrong with it at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from kring.findings import Finding
from kring.source.nodes import Mapping, Scalar
from kring.source.text import FileText, shown
from kring.source.yaml_trap import SLIPS, Trap
from kring.source.yaml_traps import traps
from kring.source.yaml_tree import parse

_AT_PROBLEM = (
    ("tab character", "yaml/tab-indentation"),
    ("mapping values", "yaml/colon-in-text"),
    ("sequence entries are not allowed", "yaml/dash-after-colon"),
)
"""Part of libyaml's message → the rule, at the place where it stopped."""

_AT_OPENING = (
    ("expected ':'", "yaml/missing-colon", ""),
    ("end of stream", "yaml/unclosed-quote", "quote"),
    ("expected ','", "yaml/unclosed-bracket", "bracket"),
)
"""The same for errors whose cause is where something began; the third is the fact that is the character there."""

_ESCAPE = re.compile(r"\\(?:u\w{0,4}|x\w{0,2}|U\w{0,8}|.)?")


def explain(text: FileText, error: yaml.MarkedYAMLError) -> Finding:
    """Put an error of libyaml into a finding."""
    problem = error.problem or ""
    line, column = _place(error.problem_mark or error.context_mark)
    if "escape" in problem or "hexdecimal" in problem:
        return _escape(text, line, column)
    if "cannot start any token" in problem:
        character = text.lines[line - 1][column - 1 : column]
        if character != "\t":
            return Finding("yaml/special-first-character", text.span(line, column), {"character": shown(character)})
        problem = "tab character"
    for words, rule in _AT_PROBLEM:
        if words in problem:
            return Finding(rule, text.span(line, column))
    for words, rule, fact in _AT_OPENING:
        if error.context_mark and words in problem:
            line, column = _place(error.context_mark)
            facts = {fact: text.lines[line - 1][column - 1 : column]} if fact else {}
            return Finding(rule, text.span(line, column), facts)
    return Finding("yaml/syntax", text.span(line, column))


def _place(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _escape(text: FileText, line: int, column: int) -> Finding:
    # libyaml's mark stands behind the backslash, or behind the letter that follows it.
    start = max(text.lines[line - 1].rfind("\\", 0, column), 0)
    match = _ESCAPE.match(text.lines[line - 1], start)
    written = match[0] if match else "\\"
    return Finding("yaml/bad-escape", text.span(line, start + 1, len(written)), {"escape": shown(written)})


@dataclass(frozen=True, slots=True)
class YamlText:
    """The mapping at the top, or None where the text cannot be trusted to mean what its author meant."""

    root: Mapping | None
    findings: tuple[Finding, ...]


def read_yaml(text: FileText) -> YamlText:
    """Read one YAML text."""
    tree = parse(text)
    if tree.error is not None:
        return YamlText(None, _with_traps(text, tree.findings, tree.error))
    findings = tree.findings
    if not tree.sound or isinstance(tree.root, Mapping):
        return YamlText(tree.root if tree.sound and isinstance(tree.root, Mapping) else None, findings)
    if tree.root is None or (isinstance(tree.root, Scalar) and tree.root.value is None):
        return YamlText(None, (*findings, Finding("yaml/empty", text.span(1, 1, 0))))
    start = tree.root.span.start
    slips = [trap.finding for trap in traps(text) if trap.finding.rule in SLIPS]
    return YamlText(None, (*findings, *(slips or [Finding("yaml/not-a-mapping", text.span(start.line, start.column))])))


def _with_traps(text: FileText, parsed: Sequence[Finding], error: yaml.MarkedYAMLError) -> tuple[Finding, ...]:
    """The traps of a file on which the parser stopped; its own error only where no trap explains it."""
    error_line = error.problem_mark.line + 1 if error.problem_mark else 1
    nearest = min(_line_with_content_before(text, error_line), _line_of_key(error, error_line))
    found = list(traps(text))
    # Before the place where the parser stopped, only an open quote or bracket can be to blame:
    # what else the scan suspects there, the parser has accepted.
    suspect_from = min([nearest, *(trap.line for trap in found if trap.far)])
    found = [trap for trap in found if not trap.stops or trap.line >= suspect_from]
    explained = any(trap.stops and trap.line <= error_line for trap in found)
    causes = [] if explained else [explain(text, error)]
    reliable_until = min([error_line, *(trap.line for trap in found if trap.stops)])
    before = [finding for finding in parsed if finding.span.start.line < reliable_until]
    return _distinct([*before, *_silent_after(found, reliable_until), *causes])


def _line_of_key(error: yaml.MarkedYAMLError, error_line: int) -> int:
    """Return the line on which the key began of which the parser has looked for the colon in vain."""
    waited = error.context_mark is not None and "expected ':'" in (error.problem or "")
    return error.context_mark.line + 1 if error.context_mark is not None and waited else error_line


def _silent_after(found: Sequence[Trap], line: int) -> list[Finding]:
    """All traps, without the silent ones before `line`: those the parser has seen better."""
    return [trap.finding for trap in found if trap.stops or trap.line >= line]


def _distinct(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    by_place = {(finding.rule, finding.span.start): finding for finding in reversed(findings)}
    return tuple(sorted(by_place.values(), key=lambda finding: finding.place))


def _line_with_content_before(text: FileText, line: int) -> int:
    for number in range(min(line, len(text.lines)) - 1, 0, -1):
        if text.lines[number - 1].strip() and not text.lines[number - 1].lstrip().startswith("#"):
            return number
    return 1
