"""What authors allow at one place, with a reason: `# kring: allow RULE because REASON` above it or at its end.

Above a line or at its end, a comment allows what is reported at that line and in the text that stands at it;
at the top of a file also what is reported of the file as a whole; in the front matter of Markdown, where prose
has no comments, all of the file.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kring.findings import Edit, Finding, Position, Span
from kring.nearest import nearest
from kring.rules import RULES
from kring.source.comments import Comment, comments, nodes_below
from kring.source.documents import Document
from kring.source.nodes import Scalar
from kring.source.text import shown

_WORD = "kring:"
_ADDRESSED = re.compile(rf"{_WORD}\s*(.*)", re.IGNORECASE)
_ALLOWED = re.compile(r"allow\s+(?P<rule>\S+)(?:\s+(?:because|want)\s+(?P<reason>\S.*))?", re.IGNORECASE)
_AROUND_A_NAME = "`'\"[](),:;"
"""Signs in which somebody who copies the name of a rule may catch it."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """What one comment allows: a rule at some lines of a file, and why."""

    rule: str
    reason: str
    comment: Span
    lines: range
    whole_file: bool
    """Whether it also holds for what is reported of the file as a whole."""

    def covers(self, finding: Finding) -> bool:
        """Tell whether a finding is of this rule and at this place."""
        if finding.rule != self.rule or finding.span.path != self.comment.path:
            return False
        return finding.span.start.line in self.lines or (self.whole_file and _is_whole_file(finding.span))


@dataclass(frozen=True, slots=True)
class Suppressions:
    """What the comments of all documents allow, and what is wrong with those comments."""

    allowed: tuple[Suppression, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Unsuppressed:
    """Findings after the comments have been heard: those that stay, and those that are allowed, with what does so."""

    kept: tuple[Finding, ...]
    allowed: tuple[tuple[Finding, Suppression], ...]


def suppressions(documents: Iterable[Document]) -> Suppressions:
    """Return what the comments of documents allow."""
    allowed: list[Suppression] = []
    wrong: list[Finding] = []
    for document in documents:
        for comment in comments(document, _WORD):
            match _read(comment):
                case Finding() as finding:
                    wrong.append(finding)
                case rule, reason:
                    allowed.append(_suppression(document, comment, rule, reason))
                case None:
                    pass
    return Suppressions(tuple(allowed), tuple(wrong))


def unsuppressed(findings: Iterable[Finding], allowed: Iterable[Suppression]) -> Unsuppressed:
    """Take from the findings those that a comment allows."""
    by_place: dict[tuple[str, str], list[Suppression]] = {}
    for suppression in allowed:
        by_place.setdefault((suppression.comment.path, suppression.rule), []).append(suppression)
    kept: list[Finding] = []
    taken: list[tuple[Finding, Suppression]] = []
    for finding in findings:
        at_hand = by_place.get((finding.span.path, finding.rule), ())
        heard = next((suppression for suppression in at_hand if suppression.covers(finding)), None)
        if heard is None:
            kept.append(finding)
        else:
            taken.append((finding, heard))
    return Unsuppressed(tuple(kept), tuple(taken))


def unused(
    allowed: Iterable[Suppression],
    used: Iterable[Suppression],
    texts: Mapping[str, str],
    *,
    unasked: Container[str] = (),
) -> Iterator[Finding]:
    """Yield the comments that allow nothing.

    `texts` are the files in which they stand, by path; nothing is said of rules that were not asked (`unasked`).
    """
    in_use = set(used)
    for suppression in allowed:
        if suppression not in in_use and suppression.rule not in unasked:
            edit = _without(texts[suppression.comment.path].split("\n"), suppression.comment)
            yield Finding("suppression/unused", suppression.comment, {"rule": suppression.rule}, edits=(edit,))


def _read(comment: Comment) -> tuple[str, str] | Finding | None:
    """Return the rule and the reason of a comment, what is wrong with it, or None where it is not for Kring."""
    addressed = _ADDRESSED.match(comment.words)
    if addressed is None:
        return None
    said = _ALLOWED.match(addressed[1])
    if said is None:
        return Finding("suppression/not-understood", comment.span, {"found": shown(addressed[1])})
    rule = said["rule"].strip(_AROUND_A_NAME)
    if rule not in RULES:
        near = nearest(rule, (known.id for known in RULES.values() if known.may_be_allowed))
        return Finding(
            "suppression/unknown-rule", comment.span, {"rule": shown(rule)} | ({"nearby": near} if near else {})
        )
    if not RULES[rule].may_be_allowed:
        return Finding("suppression/fixed-rule", comment.span, {"rule": rule})
    if said["reason"] is None:
        return Finding("suppression/no-reason", comment.span, {"rule": rule})
    return rule, said["reason"].strip()


def _suppression(document: Document, comment: Comment, rule: str, reason: str) -> Suppression:
    lines = document.text.split("\n")
    if document.body is not None:
        return Suppression(rule, reason, comment.span, range(1, len(lines) + 1), whole_file=True)
    number = comment.span.start.line
    line = _next_line(lines, number) if comment.alone else number
    texts = [node.span for node in nodes_below(document.root) if isinstance(node, Scalar)]
    at_line = [span for span in texts if span.start.line <= line <= span.end.line]
    first = min([line, *(span.start.line for span in at_line)])
    last = max([line, *(span.end.line for span in at_line)])
    at_top = comment.alone and all(_is_nothing(each) for each in lines[: number - 1])
    return Suppression(rule, reason, comment.span, range(first, last + 1), whole_file=at_top)


def _next_line(lines: list[str], number: int) -> int:
    """Return the line after `number` that holds something; one past the end where none does."""
    below = range(number + 1, len(lines) + 1)
    return next((line for line in below if not _is_nothing(lines[line - 1])), len(lines) + 1)


def _is_nothing(line: str) -> bool:
    """Tell whether a line is empty or a comment."""
    return not line.strip() or line.lstrip().startswith("#")


def _is_whole_file(span: Span) -> bool:
    return span.start == span.end == Position()


def _without(lines: list[str], comment: Span) -> Edit:
    """Return the edit that takes a comment away, with its line where it has that for itself."""
    number = comment.start.line
    before = lines[number - 1][: comment.start.column - 1].rstrip()
    alone = not before and number < len(lines)
    end = Position(number + 1, 1) if alone else comment.end
    return Edit(Span(comment.path, Position(number, len(before) + 1), end), "")
