"""The dialect itself: which Markdown is read, and the tokens that a text yields."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_block.table import escapedSplit, getLine
from markdown_it.rules_inline import StateInline, autolink, html_inline, image, link
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

InlineRule = Callable[[StateInline, bool], bool]

NESTING_READ = 60
"""Deeper than this the parser drops text. `check` reports far shallower nesting (`depth.DEEPEST`), so none is lost."""

_LINE_BREAK = re.compile(r"\r\n?|\n")


def source_lines(text: str) -> list[str]:
    """Cut a text into lines as the parser does (not at form feeds and the like, as `splitlines` would)."""
    return _LINE_BREAK.split(text)


def new_parser(*, raw_html: bool = False) -> MarkdownIt:
    """Return a parser of the dialect: CommonMark with tables and footnotes.

    With `raw_html` it recognises HTML, so that it can be reported; what is rendered never comes from such a parser.
    Link addresses are left exactly as they were written: `kring.prose.targets` judges them.
    """
    options = {"html": raw_html, "maxNesting": NESTING_READ, "inline_definitions": True, "store_labels": True}
    parser = MarkdownIt("commonmark", options).enable("table").use(footnote_plugin, inline=False, move_to_end=False)
    parser.validateLink = _take_any  # type: ignore[method-assign,assignment]
    parser.normalizeLink = _as_written  # type: ignore[method-assign]
    parser.normalizeLinkText = _as_written  # type: ignore[method-assign,assignment]
    # Joining would hide which characters were written as an entity or with a backslash.
    parser.disable("text_join")
    parser.block.ruler.at("table", _measured_table, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.at("link", _placed(link))
    parser.inline.ruler.at("image", _placed(image))
    parser.inline.ruler.at("autolink", _placed(autolink))
    parser.inline.ruler.at("html_inline", _placed(html_inline))
    parser.inline.ruler.at("footnote_ref", _placed(footnote_ref))
    return parser


def _take_any(_url: str) -> bool:
    return True


def _as_written(url: str) -> str:
    return url


def _placed(rule: InlineRule) -> InlineRule:
    """Let an inline rule note where its construct stands in the content (`meta["from"]`, `meta["to"]`)."""

    def placed(state: StateInline, silent: bool) -> bool:
        start = state.pos
        before = len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            opening = next(token for token in state.tokens[before:] if token.type != "text")
            opening.meta["from"] = start
            opening.meta["to"] = state.pos
        return True

    return placed


def _measured_table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read a table, and note what the parser drops: cells beyond the header (`meta["cells"]`), and columns."""
    before = len(state.tokens)
    if not table(state, start_line, end_line, silent):
        return False
    starts: list[int] = []
    for token in state.tokens[before:]:
        if token.type == "tr_open" and token.map:
            starts = _cell_starts(state, token.map[0])
            token.meta["cells"] = len(starts)
        elif token.type == "inline" and starts:
            # A row may have fewer cells than the header; the parser adds empty ones.
            token.meta["column"] = starts.pop(0)
    return True


def _cell_starts(state: StateBlock, line: int) -> list[int]:
    """Return the columns (from 0, in the whole line) at which the cells of a table row begin."""
    written = getLine(state, line)
    row = written.strip(" \t")
    # Unescaped pipes part the cells; `escapedSplit` takes the backslash of an escaped one away.
    at = state.bMarks[line] + state.tShift[line] + len(written) - len(written.lstrip(" \t"))
    at -= state.src.rfind("\n", 0, at) + 1
    starts: list[int] = []
    cells = escapedSplit(row)
    for number, cell in enumerate(cells):
        at_edge = number in (0, len(cells) - 1)
        if cell or not at_edge:
            starts.append(at + len(cell) - len(cell.lstrip(" \t")))
        at += len(cell) + cell.count("|") + 1
    return starts


_PARSER = new_parser()
_PARSER_THAT_SEES_HTML = new_parser(raw_html=True)


@lru_cache(maxsize=256)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text without containers. They are shared: do not change them."""
    return tuple(_PARSER.parse(text))


def tokens_with_html(text: str) -> tuple[Token, ...]:
    """Return the tokens as they would be if raw HTML were allowed: only to find it."""
    return tuple(_PARSER_THAT_SEES_HTML.parse(text))
