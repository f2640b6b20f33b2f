"""YAML text to a positioned tree, from the events of libyaml's parser.

Events rather than libyaml's own composer: they show anchors, aliases and tags, expand nothing, and
need no recursion, so that neither an alias bomb nor deep nesting can hurt.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, islice
from typing import Any

import yaml

from kring.findings import Finding, Position, Span
from kring.source import yaml_trap as traps
from kring.source.decode import CONTROL
from kring.source.nodes import Entry, Mapping, Node, Scalar, Sequence, Style
from kring.source.text import FileText, character_code, shown
from kring.source.yaml_scalars import Doubt, interpret

MAX_DEPTH = 50
"""How deep lists and mappings may be nested; content needs about ten."""

_BLOCKS = {"|": Style.LITERAL, ">": Style.FOLDED}


@dataclass(frozen=True, slots=True)
class Tree:
    """What was parsed: the node at the top (None for no content), whether it is what the author meant, and findings.

    `error` is where and why libyaml gave up.
    """

    root: Node | None
    sound: bool
    findings: tuple[Finding, ...]
    error: yaml.MarkedYAMLError | None = None


def parse(text: FileText) -> Tree:
    """Parse one YAML document."""
    builder = _Builder(text)
    error = None
    try:
        builder.run()
    except yaml.MarkedYAMLError as caught:
        error = caught
    return Tree(builder.root, builder.sound and error is None, tuple(builder.findings), error)


@dataclass(slots=True)
class _Open:
    """A list or mapping of which the end has not been seen yet."""

    at: Span
    """Where its beginning stands."""
    flow: bool
    is_mapping: bool
    indent: int
    """Column (from 1) that a line must pass to belong to the value that is being read."""
    items: list[Node] = field(default_factory=list)
    holds_prose: bool = False
    """Whether prose between brackets has been reported: once for each pair."""
    entries: dict[str, Entry] = field(default_factory=dict)
    key: tuple[str, Span] | None = None
    """The key whose value comes next."""


class _Builder:
    """Turns events into nodes; one per file."""

    def __init__(self, text: FileText) -> None:
        self.text = text
        # At the end of a file libyaml counts one line more than there is.
        self.count = len(text.lines)
        self.last = Position(self.count, len(text.lines[-1]) + 1)
        self.path = text.path
        self.root: Node | None = None
        self.sound = True
        self.findings: list[Finding] = []
        self.open: list[_Open] = []
        self.aliases: set[str] = set()
        # What is nowhere in a file need not be looked for at each of its values.
        self.has_hash = "#" in text.text
        self.has_no_break = any(space in text.text for space in traps.NO_BREAK_SPACES)

    def run(self) -> None:
        next_event = yaml.CBaseLoader(self.text.text).get_event
        documents = 0
        while True:
            event: Any = next_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self.scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if not self.begin(event, is_mapping=kind is yaml.MappingStartEvent):
                    return
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.end(event)
            elif kind is yaml.AliasEvent:
                self.alias(event)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.report("yaml/second-document", self.at(event).start, 3)
                    return
            elif kind is yaml.StreamEndEvent:
                return

    def report(self, rule: str, start: Position, length: int = 1, sound: bool = False, **facts: str) -> None:
        self.findings.append(Finding(rule, self.text.span(start.line, start.column, length), facts))
        self.sound = self.sound and sound

    def silent(self, found: list[Finding]) -> None:
        self.findings += found
        self.sound = self.sound and not found

    def begin(self, event: yaml.CollectionStartEvent, *, is_mapping: bool) -> bool:
        """Open a list or mapping; False where it is one too many."""
        self.refuse_properties(event)
        at = self.at(event)
        if len(self.open) == MAX_DEPTH:
            self.report("yaml/too-deep", at.start, limit=str(MAX_DEPTH))
            return False
        self.open.append(_Open(at, bool(event.flow_style), is_mapping, at.start.column))
        return True

    def end(self, event: yaml.Event) -> None:
        done = self.open.pop()
        children: list[Node] = [entry.value for entry in done.entries.values()] if done.is_mapping else done.items
        # The end mark of a block stands at whatever follows it; what belongs to it ends with its last child.
        last = self.at(event) if done.flow or not children else children[-1].span
        at = Span(self.path, done.at.start, last.end)
        if not done.is_mapping:
            self.add(Sequence(tuple(done.items), at))
            return
        entries = tuple(done.entries.values())
        if self.open and not done.flow and len(entries) == 1:
            self.text_read_as_field(entries[0])
        self.add(Mapping(entries, at))

    def text_read_as_field(self, entry: Entry) -> None:
        """`- Let op: dit` is one text to its author and a mapping to YAML. No field has a space in its name."""
        end = entry.key_span.end
        line = self.text.lines[end.line - 1]
        if " " in entry.key and isinstance(entry.value, Scalar) and line[end.column - 2] not in "\"'":
            colon = line.find(":", end.column - 1)
            self.report("yaml/colon-in-text", Position(end.line, colon + 1))

    def add(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        into = self.open[-1]
        if not into.is_mapping:
            into.items.append(node)
        elif into.key is None:
            start = node.span.start
            self.report("yaml/key-not-text", start, key=shown(self.text.lines[start.line - 1].strip()))
            into.key = ("", node.span)
        else:
            key, key_at = into.key
            into.key = None
            if key not in into.entries:
                into.entries[key] = Entry(key, key_at, node)

    def scalar(self, event: yaml.ScalarEvent) -> None:
        if event.tag is not None or event.anchor is not None:
            self.refuse_properties(event)
        at = self.at(event)
        into = self.open[-1] if self.open else None
        if into is not None and into.is_mapping and into.key is None:
            self.key(into, event.value, event.style, at)
        elif not event.style:
            self.add(self.plain(event.value, at, into))
        elif event.style in _BLOCKS:
            self.add(self.block(event.value, _BLOCKS[event.style], at))
        else:
            self.add(self.quoted(event, at, into))

    def key(self, into: _Open, key: str, style: str | None, at: Span) -> None:
        if not style:
            if key == "<<":
                self.report("yaml/merge-key", at.start, 2)
            elif not _is_text(key):
                self.report("yaml/key-not-text", at.start, len(key), sound=True, key=shown(key))
            elif key[0] in traps.NO_BREAK_SPACES:
                self.report("yaml/nbsp-indentation", at.start)
        if (first := into.entries.get(key)) is not None:
            next_item = self.begins_next_item(into, key, at)
            facts = {"key": shown(key)} | ({"dash": shown(key)} if next_item else {})
            self.findings.append(Finding("yaml/duplicate-key", at, facts, (first.key_span,)))
            if next_item:
                self.next_item(into, at)
        into.key = (key, at)
        if not into.flow:
            into.indent = at.start.column

    def begins_next_item(self, into: _Open, key: str, at: Span) -> bool:
        """Return whether a field that stands there twice is the one with which each item of a list begins.

        Then a dash was forgotten: all that follows belongs to the next item.
        """
        in_list = len(self.open) > 1 and not self.open[-2].is_mapping and not into.flow
        begins_line = not self.text.lines[at.start.line - 1][: at.start.column - 1].strip(" ")
        return in_list and begins_line and len(into.entries) > 1 and key == next(iter(into.entries))

    def next_item(self, into: _Open, at: Span) -> None:
        """Close an item, and take what follows for the next one."""
        entries = tuple(into.entries.values())
        at_hand = Span(self.path, into.at.start, entries[-1].value.span.end)
        self.open[-2].items.append(Mapping(entries, at_hand))
        into.at, into.entries = at, {}

    def plain(self, value: str, at: Span, into: _Open | None) -> Scalar:
        meaning = interpret(value)
        if isinstance(meaning, Doubt):
            facts = (
                {"value": shown(value)}
                if meaning.boolean is None
                else {"value": shown(value), "boolean": meaning.boolean}
            )
            self.findings.append(Finding(meaning.rule, at, facts))
            return Scalar(value, at)
        if isinstance(meaning, str):
            in_brackets = into is not None and into.flow
            if in_brackets or self.has_hash or self.has_no_break or value[0] in traps.OPENING_QUOTES:
                self.prose(value, at, into)
        elif value == "":
            self.nothing(at, into)
        return Scalar(meaning, at)

    def prose(self, value: str, at: Span, into: _Open | None) -> None:
        text = self.text
        (line, column), (last_line, last_column) = at.start, at.end
        found: list[Finding] = []
        if self.has_hash:
            found += traps.hash_that_cuts(text, last_line, last_column)
        if self.has_no_break:
            found += traps.no_break_indentation(text, line, column, last_line)
        if into is not None and into.flow:
            if not into.is_mapping:
                prose = list(traps.prose_in_list(text, line, column, value))
                found += [] if into.holds_prose else prose
                into.holds_prose = into.holds_prose or bool(prose)
            if not found and not into.holds_prose:
                found += traps.question_mark_before_bracket(text, last_line, last_column, value)
        if found:
            self.silent(found)
        if value[0] in traps.OPENING_QUOTES:
            self.findings += traps.typographic_quotes(text, line, column, value)

    def nothing(self, at: Span, into: _Open | None) -> None:
        """An empty value: right if nothing was written there, wrong if a comment or a comma took it away."""
        start = at.start
        if into is None or not into.flow:
            self.silent([*traps.hash_that_cuts(self.text, start.line, start.column)])
        elif into.is_mapping and into.key is not None and self.text.before(start) != ":":
            key, key_at = into.key
            self.report("yaml/prose-in-brackets", key_at.start, len(key), value=shown(key))

    def quoted(self, event: yaml.ScalarEvent, at: Span, into: _Open | None) -> Scalar:
        (line, column), last_line = at.start, at.end.line
        if last_line > line and into is not None and not into.flow:
            self.silent([*traps.quote_that_runs_on(self.text, line, column, last_line, into.indent + 1)])
        if event.style == '"' and (control := CONTROL.search(event.value)):
            self.report("file/control-character", at.start, sound=True, character=character_code(control.group()))
        return Scalar(event.value, at, Style.QUOTED)

    def block(self, value: str, style: Style, at: Span) -> Scalar:
        line, (last_line, last_column) = at.start.line, at.end
        lines = self.text.lines
        last = min(last_line, len(lines))
        # libyaml ends a block at the next line that is not part of it.
        while last > line and ((last == last_line and last_column == 1) or not lines[last - 1].strip(" ")):
            last -= 1
        until_end = Span(self.path, at.start, Position(last, len(lines[last - 1]) + 1))
        return Scalar(value, until_end, style, self.text_start(value, line, last))

    def text_start(self, value: str, header: int, last: int) -> Position | None:
        """Where the first character of a block's text stands: the line after `|`, set in as far as the block is."""
        lines = self.text.lines
        for number in range(header + 1, last + 1):
            if lines[number - 1].strip(" "):
                # Text may be set in further than its block: what is left of the indentation in the value is its own.
                begins = value[:1] not in {"", " ", "\n"}
                first = "" if begins else next((line for line in value.split("\n") if line.strip(" ")), "")
                return Position(header + 1, _indent(lines[number - 1]) - _indent(first) + 1)
        return None

    def alias(self, event: yaml.AliasEvent) -> None:
        at = self.at(event)
        name = event.anchor or ""
        if name not in self.aliases:
            self.aliases.add(name)
            self.report("yaml/alias", at.start, len(name) + 1, name=shown(name))
        self.sound = False
        self.add(Scalar(None, at))

    def refuse_properties(self, event: yaml.NodeEvent) -> None:
        """Report an anchor or a tag. The tree is right without them."""
        if event.anchor is not None:
            self.report("yaml/anchor", self.at(event).start, sound=True, name=shown(event.anchor))
        if getattr(event, "tag", None) is not None:
            start = self.at(event).start
            # As it was written: libyaml spells `!!str` out. An anchor may stand before it, on a line above even.
            lines = chain(
                [self.text.lines[start.line - 1][start.column - 1 :]], islice(self.text.lines, start.line, None)
            )
            tag = next(word for line in lines for word in line.split() if word.startswith("!"))
            self.report("yaml/tag", start, len(tag), sound=True, tag=shown(tag))

    def at(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        if end.line < self.count:
            begin = Position(start.line + 1, start.column + 1)
            return Span(self.path, begin, Position(end.line + 1, end.column + 1))
        if start.line < self.count:
            return Span(self.path, Position(start.line + 1, start.column + 1), self.last)
        return Span(self.path, self.last, self.last)


@lru_cache(maxsize=1024)
def _is_text(key: str) -> bool:
    return isinstance(interpret(key), str)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
