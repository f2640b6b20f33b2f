"""libyaml's own errors, each put into the nearest rule: what remains where no trap explains why it stopped."""

from __future__ import annotations

import re
from typing import Any

import yaml

from kring.findings import Finding
from kring.source.text import FileText, shown

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
