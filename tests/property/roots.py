"""A valid root to change files in, and what must be true of whatever is checked there."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import TESTS
from tests.every_field.files import Content, read_content
from tests.every_field.rendering import bodies
from tests.every_field.written import as_authors_write, media

from kring.cache import Cache
from kring.findings import Position, Span
from kring.pipeline import Checked, check
from kring.print.books import books_of
from kring.rules.phrasing import hint, message
from kring.source.excerpt import excerpt


@dataclass(frozen=True)
class Root:
    """A valid root to break things in: where it stands, what it holds, and its files as they were written."""

    folder: Path
    content: Content
    texts: Mapping[str, str]
    cache: Cache = field(default_factory=Cache)

    def check(self) -> Checked:
        """Check the root as it stands."""
        return check(self.folder, cache=self.cache)

    def check_with(self, path: str, data: bytes) -> Checked:
        """Check the root with something else in one file, and look again into that file alone."""
        file = self.folder / path
        file.write_bytes(data)
        try:
            return self.check()
        finally:
            file.write_bytes(self.texts[path].encode())


def every_field(folder: Path) -> Root:
    """Write the content with every field."""
    for path, data in {**{path: text.encode() for path, text in as_authors_write().items()}, **media()}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return root_of(folder)


def real_content(folder: Path) -> Root:
    """Copy the programmes of this repository."""
    for name in ("content", "programs"):
        shutil.copytree(TESTS.parent / name, folder / name)
    shutil.copy(TESTS.parent / "site_config.yml", folder)
    return root_of(folder)


def root_of(folder: Path) -> Root:
    """Return a root that must be valid."""
    checked = check(folder)
    assert checked.sound, [f"{finding.span} {finding.rule}" for finding in checked.findings]
    return Root(folder, read_content(folder), checked.texts)


def can_be_read(checked: Checked, where: str) -> None:
    for finding in checked.findings:
        for span in (finding.span, *finding.related, *(edit.span for edit in finding.edits)):
            assert stands_inside(span, checked.texts), f"{where}: {finding.rule} at {span}"
        for language in ("nl", "en"):
            assert message(finding, language), where
            assert hint(finding, language), where
        excerpt(checked.texts.get(finding.span.path, "").split("\n"), finding.span)


def stands_inside(span: Span, texts: Mapping[str, str]) -> bool:
    """Tell whether a span lies inside its file. Of what is no text, only the whole can be meant."""
    if span.path not in texts:
        return span == Span(span.path)
    lines = texts[span.path].split("\n")
    return span.start <= span.end and all(is_inside(position, lines) for position in (span.start, span.end))


def is_inside(position: Position, lines: list[str]) -> bool:
    return 1 <= position.line <= len(lines) and 1 <= position.column <= len(lines[position.line - 1]) + 1


def can_be_shown(checked: Checked, *, to_print: bool) -> None:
    for plan in checked.plans.values():
        assert all(bodies(plan).values())
        for book in books_of(plan).values():
            assert book.data
            if to_print:
                assert book.pdf().startswith(b"%PDF")
