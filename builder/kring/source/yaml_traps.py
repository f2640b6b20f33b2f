"""A scan of the lines of a YAML file that does not parse, for the traps that authors fall into.

libyaml stops at its first error; this scan knows just enough YAML (block texts, quotes, brackets,
comments, continued lines) to name every trap in the file at once. It runs only where the parser has
failed, so that a file that parses can get no false report from it.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator

from kring.findings import Finding
from kring.source import yaml_trap as silent
from kring.source.text import FileText, shown
from kring.source.yaml_brackets import bracket_traps
from kring.source.yaml_columns import Columns
from kring.source.yaml_scalars import interpret
from kring.source.yaml_trap import (
    BULLET,
    COMMENT,
    DASH,
    KEY,
    LINES_AHEAD,
    NOTHING_MORE,
    QUOTED,
    Slip,
    Step,
    Trap,
    field_slip,
    indent_of,
    trap,
)

_LEADING = re.compile(f"[ \t{silent.NO_BREAK_SPACES}]*")
_FIELD = re.compile(r"[a-z][a-z0-9_-]*:(?:[ \t]+|$)")
_FIELD_OF_ANY = re.compile(rf"(?:-[ \t]+)?{_FIELD.pattern}")
_LOOSE_KEY = re.compile(r"[A-Za-z0-9_][^:#\"'\[{]*:(?:[ \t]+|$)")
_BLOCK_HEADER = re.compile(r"[|>][-+1-9]*(?=\s|$)")
_COLON = re.compile(r":(?=[ \t]|$)")
_BAD_ESCAPE = re.compile(r"\\(?:u[dD][89a-fA-F][0-9a-fA-F]{2}|[^0abt\tnvfre \"/\\N_LPxuU])")
_APOSTROPHE_WORD = re.compile(r"'[A-Za-z]{1,2} +\S")
_PROPERTY = re.compile(r"([*&!])([A-Za-z0-9_-]+)(?=\s|$)")


def traps(text: FileText) -> Iterator[Trap]:
    """Yield the traps of the whole file, in order."""
    return _Scan(text).run()


class _Scan:
    """The place in the file, and what is open there. Lines and columns count from 0 inside this class."""

    def __init__(self, text: FileText) -> None:
        self.text = text
        self.lines = text.lines
        self.plain_parent: int | None = None  # column past which a line goes on with the plain text before it
        self.columns = Columns()

    def run(self) -> Iterator[Trap]:
        number = 0
        while number < len(self.lines):
            number = yield from self.line(number)

    def line(self, number: int) -> Step:
        line = self.lines[number]
        indent = _leading(line)
        if indent == len(line) or line[indent] == "#" or line.startswith(("---", "...", "%")):
            return number + 1
        yield from self.indentation(number, indent)
        set_in_well = not line[:indent].strip(" ")
        if self.goes_on(line, indent) and set_in_well:
            yield from self.plain(number, indent)
            return number + 1
        dashes, column = yield from self.dashes(number, indent, bullets=set_in_well)
        key = self.key(line, column, bool(dashes))
        slip = None if key else self.slip(number, column, dashed=bool(dashes))
        begins = column if key or slip else None
        if set_in_well and (dashes or slip or _FIELD.match(line, column)):
            parent = yield from self.standing(number, indent, dashes, begins)
        else:
            parent = begins if begins is not None else max(dashes, default=-1)
        if slip:
            yield Trap(slip.finding(self.text, number), far=True)
            column = slip.end
        elif not key and not dashes and set_in_well and self.lacks_colon(line, column):
            yield trap(self.text, "yaml/missing-colon", number, column, len(line[column:].rstrip()))
        elif key:
            column = key.end()
            if line.startswith("- ", column):
                yield trap(self.text, "yaml/dash-after-colon", number, column)
                return number + 1
        self.plain_parent = None
        self.columns.awaits = not set_in_well or line[column : column + 1] in ("", "#", "&", "!")
        following = yield from self.value(number, column, parent)
        if not set_in_well:
            self.plain_parent = None  # how far this line is set in says nothing about the next
        return following

    def standing(self, number: int, indent: int, dashes: list[int], key: int | None) -> Step:
        """Take in where a line stands; return the column past which the lines below it belong to it."""
        if dashes and self.columns.has_no_list_for(dashes[0]):
            yield trap(self.text, "yaml/item-among-fields", number, dashes[0])
        astray = self.columns.meet(dashes, key, self.following(number))
        if astray is None:
            return key if key is not None else max(dashes, default=-1)
        if astray.is_news:
            yield self.wrong_indentation(number, indent, astray.neighbours)
        return self.columns.open[-1][0]  # where it counts as standing

    def goes_on(self, line: str, indent: int) -> bool:
        """Return whether a line goes on with the plain text before it, rather than being a field set in too far."""
        if self.plain_parent is None or indent <= self.plain_parent:
            return False
        return not (_FIELD_OF_ANY.match(line, indent) and self.columns.has_fields_at(self.plain_parent))

    def lacks_colon(self, line: str, column: int) -> bool:
        """Return whether a text stands where only a field can stand."""
        return self.columns.has_fields_at(column) and line[column] not in "\"'[{|>@`%*&!,]}?"

    def dashes(self, number: int, column: int, *, bullets: bool) -> Generator[Trap, None, tuple[list[int], int]]:
        """Return the columns of the dashes in front of a line, and where that which follows them begins."""
        line, dashes = self.lines[number], list[int]()
        if bullets and (bullet := self.bullet(line, column)):
            mark = bullet[0].strip()
            yield trap(self.text, "yaml/other-bullet", number, column, len(mark), mark=mark)
            dashes.append(column)
            column = bullet.end()
        while match := DASH.match(line, column):
            dashes.append(column)
            column = match.end()
        return dashes, column

    def bullet(self, line: str, column: int) -> re.Match[str] | None:
        """Return what stands for a dash and a space: beside the dashes of a list, or before a field."""
        mark = BULLET.match(line, column) if line[column] != "*" else None  # YAML has a meaning for the star
        if mark is None or self.columns.has_dashes_at(column):
            return mark
        return mark if line[column] != "-" and _FIELD.match(line, mark.end()) else None

    def following(self, number: int) -> int:
        """Return how far the next line that holds something is set in; -1 where there is none nearby."""
        line = self.next_line(number)
        return indent_of(line) if line else -1

    def next_line(self, number: int) -> str:
        """Return the next line that holds something; "" where there is none nearby."""
        ahead = self.lines[number + 1 : number + LINES_AHEAD]
        return next((line for line in ahead if line.strip() and not COMMENT.match(line.lstrip())), "")

    def slip(self, number: int, column: int, *, dashed: bool) -> Slip | None:
        """Return the slip in a field that stands where only a field can stand: beside or right above others."""
        slip = field_slip(self.lines[number], column)
        if slip is None or (not dashed and (self.columns.has_fields_at(column) or not self.columns.open)):
            return slip
        following = self.next_line(number)
        beside = indent_of(following) == column and (_FIELD.match(following, column) or field_slip(following, column))
        return slip if beside else None

    def wrong_indentation(self, number: int, indent: int, neighbours: int) -> Trap:
        facts = {"indent": str(indent), "neighbours": str(neighbours)}
        return Trap(Finding("yaml/wrong-indentation", self.text.span(number + 1, 1, max(indent, 1)), facts))

    def key(self, line: str, column: int, dashed: bool) -> re.Match[str] | None:
        if match := KEY.match(line, column):
            return match
        match = _LOOSE_KEY.match(line, column)
        # After a dash, words before a colon are rather the beginning of a text, unless a block follows.
        return (
            match
            if match and (not dashed or _BLOCK_HEADER.match(line, match.end()) or match.end() == len(line))
            else None
        )

    def indentation(self, number: int, indent: int) -> Iterator[Trap]:
        leading = self.lines[number][:indent]
        if "\t" in leading:
            yield trap(self.text, "yaml/tab-indentation", number, leading.index("\t"))
        elif leading.strip(" "):
            yield trap(self.text, "yaml/nbsp-indentation", number, indent - len(leading.lstrip(" ")))

    def value(self, number: int, column: int, parent: int) -> Step:
        rest = self.lines[number][column:]
        first = rest[:1]
        if first in ("", "#"):
            yield from self.nothing(number, column, parent)
        elif first in "|>":
            return (yield from self.block(number, column, parent))
        elif first in "\"'":
            return (yield from self.quoted(number, column, parent))
        elif first in "[{":
            return (yield from bracket_traps(self.text, number, column, parent))
        elif first in "@`%*&!,]}":
            yield from self.special(number, column)
            self.plain_parent = parent if parent >= 0 else column
        else:
            # A text without dash or key stands where a field should: what follows is not part of it.
            self.plain_parent = parent if parent >= 0 else column
            yield from self.plain(number, column)
        return number + 1

    def nothing(self, number: int, column: int, parent: int) -> Iterator[Trap]:
        following = next((line for line in self.lines[number + 1 : number + LINES_AHEAD] if line.strip()), "")
        if indent_of(following) <= parent and not following.lstrip().startswith("- "):
            for finding in silent.hash_that_cuts(self.text, number + 1, column):
                yield Trap(finding, stops=False)

    def plain(self, number: int, column: int) -> Iterator[Trap]:
        line = self.lines[number]
        comment = COMMENT.search(line, column)
        end = len(line[: comment.start()].rstrip()) if comment else len(line.rstrip())
        value = line[column:end]
        if colon := _COLON.search(value):
            yield trap(self.text, "yaml/colon-in-text", number, column + colon.start())
        if isinstance(interpret(value), str):
            for finding in silent.hash_that_cuts(self.text, number + 1, end + 1):
                yield Trap(finding, stops=False)
        if value:
            for finding in silent.typographic_quotes(self.text, number + 1, column + 1, value):
                yield Trap(finding, stops=False)

    def special(self, number: int, column: int) -> Iterator[Trap]:
        line = self.lines[number]
        if line.startswith("**", column):
            yield trap(self.text, "yaml/starts-with-markup", number, column, 2, markup="**")
        elif not (word := _PROPERTY.match(line, column)):
            yield trap(self.text, "yaml/special-first-character", number, column, character=line[column])
        elif word[1] == "!":
            yield Trap(
                Finding("yaml/tag", self.text.span(number + 1, column + 1, len(word[0])), {"tag": shown(word[0])}),
                stops=False,
            )
        else:
            rule = "yaml/alias" if word[1] == "*" else "yaml/anchor"
            goes_on = rule == "yaml/alias" and bool(line[word.end() :].strip())
            length = len(word[0]) if rule == "yaml/alias" else 1
            yield Trap(Finding(rule, self.text.span(number + 1, column + 1, length), {"name": shown(word[2])}), goes_on)

    def block(self, number: int, column: int, parent: int) -> Step:
        line = self.lines[number]
        header = _BLOCK_HEADER.match(line, column)
        after = line[header.end() if header else column + 1 :]
        if not header or (after.strip() and not after.lstrip().startswith("#")):
            yield trap(
                self.text, "yaml/text-after-block-mark", number, len(line) - len(after.lstrip()), mark=line[column]
            )
        number += 1
        indent = 0
        while number < len(self.lines):
            line = self.lines[number]
            leading = _leading(line)
            spaces = len(line) - len(line.lstrip(" "))
            if spaces < len(line):
                if spaces < (indent or parent + 2) and leading > max(spaces, parent):
                    yield from self.indentation(number, leading)
                elif spaces <= parent or (line[spaces] == "#" and spaces < indent):
                    break
                elif spaces < indent:
                    yield trap(self.text, "yaml/block-outdented", number, spaces)
                indent = indent or spaces
            number += 1
        return number

    def quoted(self, number: int, column: int, parent: int) -> Step:
        line = self.lines[number]
        quote = line[column]
        self.plain_parent = parent
        if closed := QUOTED[quote].match(line, column):
            after = line[closed.end() :]
            if not NOTHING_MORE.match(after):
                yield trap(
                    self.text, "yaml/text-after-quote", number, column, closed.end() - column, quoted=shown(closed[0])
                )
            elif quote == '"':
                yield from self.escapes(number, column, closed[0])
            return number + 1
        joined = line[column:]
        for last in range(number + 1, min(number + LINES_AHEAD, len(self.lines))):
            following = self.lines[last]
            if following.strip() and indent_of(following) <= parent:
                break
            joined += "\n" + following
            if quote in following and (end := _closing(quote, joined)):
                if not joined[end:].strip():
                    return last + 1
                break
        facts = {"quote": quote}
        if _APOSTROPHE_WORD.match(line, column):
            facts |= _between_double_quotes(line, column)
        yield Trap(Finding("yaml/unclosed-quote", self.text.span(number + 1, column + 1), facts), far=True)
        return number + 1

    def escapes(self, number: int, column: int, quoted: str) -> Iterator[Trap]:
        # Pairs of backslashes first, so that the second of a pair does not begin an escape.
        for match in _BAD_ESCAPE.finditer(quoted.replace("\\\\", "  ")):
            yield trap(
                self.text, "yaml/bad-escape", number, column + match.start(), len(match[0]), escape=shown(match[0])
            )


def _between_double_quotes(line: str, column: int) -> dict[str, str]:
    """Return how a line whose text begins with an apostrophe ('s Avonds) is written well, if it can be shown."""
    better = f'{line[:column].lstrip()}"{line[column:].rstrip()}"'
    if any(character in line[column:] for character in '"\\#') or shown(better) != better:
        return {"apostrophe": "'"}
    return {"better": better}


def _leading(line: str) -> int:
    match = _LEADING.match(line)
    return match.end() if match else 0


def _closing(quote: str, text: str) -> int:
    """Return the place just past the closing quote of `text`, 0 where there is none."""
    match = QUOTED[quote].match(text)
    return match.end() if match else 0
