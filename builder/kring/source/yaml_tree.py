"""YAML text to a positioned tree, from the events of libyaml's parser.

Events rather than libyaml's own composer: they show anchors, aliases and tags, expand nothing, and
need no recursion, so that neither an alias bomb nor deep nesting can hurt.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from kring.findings import Finding, Position, Span
from kring.source import yaml_silent_traps as traps
from kring.source.decode import CONTROL
from kring.source.nodes import Entry, Mapping, Node, Scalar, Sequence, Style
from kring.source.text import FileText, character_code, shown
from kring.source.yaml_scalars import Doubt, interpret

MAX_DEPTH = 50
"""How deep lists and mappings may be nested; content needs about ten."""

_STYLES = {"'": Style.QUOTED, '"': Style.QUOTED, "|": Style.LITERAL, ">": Style.FOLDED}


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

    start: Position
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
        self.root: Node | None = None
        self.sound = True
        self.findings: list[Finding] = []
        self.open: list[_Open] = []
        self.aliases: set[str] = set()

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
                    self.report("yaml/second-document", self.start(event), 3)
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
        start = self.start(event)
        if len(self.open) == MAX_DEPTH:
            self.report("yaml/too-deep", start, limit=str(MAX_DEPTH))
            return False
        self.open.append(_Open(start, bool(event.flow_style), is_mapping, start.column))
        return True

    def end(self, event: yaml.Event) -> None:
        done = self.open.pop()
        children: list[Node] = [entry.value for entry in done.entries.values()] if done.is_mapping else done.items
        # The end mark of a block stands at whatever follows it; what belongs to it ends with its last child.
        end = self.end_of(event) if done.flow or not children else children[-1].span.end
        span = Span(self.text.path, done.start, end)
        if not done.is_mapping:
            self.add(Sequence(tuple(done.items), span))
            return
        entries = tuple(done.entries.values())
        if self.open and not done.flow and len(entries) == 1:
            self.text_read_as_field(entries[0])
        self.add(Mapping(entries, span))

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
            self.report(
                "yaml/key-not-text", node.span.start, key=shown(self.text.lines[node.span.start.line - 1].strip())
            )
            into.key = ("", node.span)
        else:
            key, key_span = into.key
            into.key = None
            if key not in into.entries:
                into.entries[key] = Entry(key, key_span, node)

    def scalar(self, event: yaml.ScalarEvent) -> None:
        if event.tag is not None or event.anchor is not None:
            self.refuse_properties(event)
        start, end = self.start(event), self.end_of(event)
        into = self.open[-1] if self.open else None
        if into is not None and into.is_mapping and into.key is None:
            self.key(into, event.value, event.style, Span(self.text.path, start, end))
            return
        style = _STYLES.get(event.style or "", Style.PLAIN)
        if style is Style.PLAIN:
            self.add(self.plain(event.value, start, end, into))
        elif style is Style.QUOTED:
            self.add(self.quoted(event, start, end, into))
        else:
            self.add(self.block(event.value, style, start, end))

    def key(self, into: _Open, key: str, style: str | None, span: Span) -> None:
        if not style:
            if key == "<<":
                self.report("yaml/merge-key", span.start, 2)
            elif not isinstance(interpret(key), str):
                self.report("yaml/key-not-text", span.start, len(key), sound=True, key=shown(key))
            elif key[0] in traps.NO_BREAK_SPACES:
                self.report("yaml/nbsp-indentation", span.start)
        if (first := into.entries.get(key)) is not None:
            self.findings.append(Finding("yaml/duplicate-key", span, {"key": shown(key)}, (first.key_span,)))
        into.key = (key, span)
        if not into.flow:
            into.indent = span.start.column

    def plain(self, value: str, start: Position, end: Position, into: _Open | None) -> Scalar:
        span = Span(self.text.path, start, end)
        meaning = interpret(value)
        if isinstance(meaning, Doubt):
            facts = (
                {"value": shown(value)}
                if meaning.boolean is None
                else {"value": shown(value), "boolean": meaning.boolean}
            )
            self.findings.append(Finding(meaning.rule, span, facts))
            return Scalar(value, span)
        if isinstance(meaning, str):
            self.prose(value, start, end, into)
        elif value == "":
            self.nothing(start, into)
        return Scalar(meaning, span)

    def prose(self, value: str, start: Position, end: Position, into: _Open | None) -> None:
        text = self.text
        found = [
            *traps.hash_that_cuts(text, end.line, end.column),
            *traps.no_break_indentation(text, start.line, start.column, end.line),
        ]
        if into is not None and into.flow:
            if not into.is_mapping:
                prose = list(traps.prose_in_list(text, start.line, start.column, value))
                found += [] if into.holds_prose else prose
                into.holds_prose = into.holds_prose or bool(prose)
            if not found and not into.holds_prose:
                found += traps.question_mark_before_bracket(text, end.line, end.column, value)
        self.silent(found)
        self.findings += traps.typographic_quotes(text, start.line, start.column, value)

    def nothing(self, start: Position, into: _Open | None) -> None:
        """An empty value: right if nothing was written there, wrong if a comment or a comma took it away."""
        if into is None or not into.flow:
            self.silent([*traps.hash_that_cuts(self.text, start.line, start.column)])
        elif into.is_mapping and into.key is not None and self.text.before(start) != ":":
            key, span = into.key
            self.report("yaml/prose-in-brackets", span.start, len(key), value=shown(key))

    def quoted(self, event: yaml.ScalarEvent, start: Position, end: Position, into: _Open | None) -> Scalar:
        if end.line > start.line and into is not None and not into.flow:
            self.silent([*traps.quote_that_runs_on(self.text, start.line, start.column, end.line, into.indent + 1)])
        if event.style == '"' and (control := CONTROL.search(event.value)):
            self.report("file/control-character", start, sound=True, character=character_code(control.group()))
        return Scalar(event.value, Span(self.text.path, start, end), Style.QUOTED)

    def block(self, value: str, style: Style, start: Position, end: Position) -> Scalar:
        lines = self.text.lines
        last = min(end.line, len(lines))
        # libyaml ends a block at the next line that is not part of it.
        while last > start.line and ((last == end.line and end.column == 1) or not lines[last - 1].strip(" ")):
            last -= 1
        span = Span(self.text.path, start, Position(last, len(lines[last - 1]) + 1))
        return Scalar(value, span, style, self.text_start(value, start.line, last))

    def text_start(self, value: str, header: int, last: int) -> Position | None:
        """Where the first character of a block's text stands: the line after `|`, set in as far as the block is."""
        lines = self.text.lines
        number = next((number for number in range(header + 1, last + 1) if lines[number - 1].strip(" ")), None)
        if number is None:
            return None
        # Text may be set in further than its block: what is left of the indentation in the value is its own.
        first = next((line for line in value.split("\n") if line.strip(" ")), "")
        column = _indent(lines[number - 1]) - _indent(first) + 1
        return Position(header + 1, column)

    def alias(self, event: yaml.AliasEvent) -> None:
        start, end = self.start(event), self.end_of(event)
        name = event.anchor or ""
        if name not in self.aliases:
            self.aliases.add(name)
            self.report("yaml/alias", start, len(name) + 1, name=shown(name))
        self.sound = False
        self.add(Scalar(None, Span(self.text.path, start, end)))

    def refuse_properties(self, event: yaml.NodeEvent) -> None:
        """Report an anchor or a tag. The tree is right without them."""
        if event.anchor is not None:
            self.report("yaml/anchor", self.start(event), sound=True, name=shown(event.anchor))
        if getattr(event, "tag", None) is not None:
            start = self.start(event)
            line = self.text.lines[start.line - 1]
            # As it was written: libyaml spells `!!str` out.
            tag = line[line.find("!", start.column - 1) :].split()[0]
            self.report("yaml/tag", start, len(tag), sound=True, tag=shown(tag))

    def start(self, event: yaml.Event) -> Position:
        mark: Any = event.start_mark
        return Position(mark.line + 1, mark.column + 1) if mark.line < self.count else self.last

    def end_of(self, event: yaml.Event) -> Position:
        mark: Any = event.end_mark
        return Position(mark.line + 1, mark.column + 1) if mark.line < self.count else self.last


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
