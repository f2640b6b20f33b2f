"""No file takes long: whatever stands in it very many times, it is checked soon or refused by a limit with a name."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kring.findings import MOST_SHOWN
from kring.pipeline import Checked, check
from kring.source.read import MAX_LINES, MAX_SIGNS, SIGNS
from kring.source.read_bytes import MAX_CONTENT

ARTICLE = "content/articles/zwaar.md", "---\ntitle: Zwaar\nsummary: Veel van iets.\n---\n\n"
MODULE = "content/modules/zwaar.yml", "title: Zwaar\nprovider: Iemand\nsteps:\n"
SESSION = "programs/klein-begin/sessions/beginnen.yml", "title: Beginnen\nminutes: 30\ngoals: [Een stap.]\narticles:\n"
CONFIG = "site_config.yml", "programmes:\n"

TOO_MANY = {"file/too-many-lines", "file/too-many-signs"}
MOST_WORK = 24
"""How many times as long as an ordinary text of the largest size a file may take: 3 seconds, where that takes 0.13."""

FAMILIES: dict[str, tuple[tuple[str, str], str]] = {
    "open links": (ARTICLE, "[a](b"),
    "open images": (ARTICLE, "!["),
    "links that end nowhere": (ARTICLE, "]("),
    "footnotes that are not there": (ARTICLE, "[^{n}] "),
    "links to what is not there": (ARTICLE, "[a](article:weg-{n})\n\n"),
    "links to headings": (ARTICLE, "## K {n}\n\n[a](article:zwaar#k-{n})\n\n"),
    "equal headings": (ARTICLE, "## Kop\n\n"),
    "bare items": (ARTICLE, "-\n"),
    "stress that goes on": (ARTICLE, "*a **b "),
    "tags": (ARTICLE, "a <b>x</b> "),
    "one very long word": (ARTICLE, "a@b"),
    "brackets in an address": (ARTICLE, "("),
    "words to avoid": (ARTICLE, "Dit is een interventie en wordt gedaan.\n\n"),
    "items without a value": (MODULE, "  -\n"),
    "unknown fields": (MODULE, "  k{n}: a\n"),
    "one field again and again": (MODULE, "title: a\n"),
    "lines set in with a tab": (MODULE, "\ta: b\n"),
    "lines without a colon": (MODULE, "woord\n"),
    "typographic quotes": (MODULE, "  - “a”\n"),
    "references that lead nowhere": (SESSION, "  - weg-{n}\n"),
    "one reference again and again": (SESSION, "  - weg\n"),
    "programmes that are not there": (CONFIG, "  - weg-{n}\n"),
}
"""What is written → the file in which it stands (path and first lines), and the text that is repeated."""


def repeated(unit: str, times: int) -> str:
    return "".join(unit.format(n=number) for number in range(times))


def times_within_limits(head: str, unit: str) -> int:
    """Return how often `unit` may stand in a file that begins with `head`."""
    room = [(MAX_CONTENT - len(head)) // (len(unit) + 6)]
    room += [(MAX_LINES - head.count("\n") - 1) // unit.count("\n")] if "\n" in unit else []
    room += [MAX_SIGNS // unit.count(sign) for sign in SIGNS if sign in unit]
    return min(room)


def cost(root: Path, path: str, text: str) -> tuple[float, Checked]:
    """Return the processor time of a check with a file of this text, and what it said."""
    file = root / path
    before = file.read_bytes() if file.exists() else None
    file.write_text(text, encoding="utf-8")
    start = time.process_time()
    checked = check(root)
    spent = time.process_time() - start
    file.unlink()
    if before is not None:
        file.write_bytes(before)
    return spent, checked


@pytest.fixture
def ordinary(minimal_root: Path) -> Callable[[], float]:
    """Return what measures how long this machine, as busy as it is, takes over an ordinary text of the largest size."""
    path, head = ARTICLE

    def measure() -> float:
        # Another one each time: what was found in a text is kept.
        words = f"Elke week kies je {time.time_ns()} keer een stap die je helpt. "
        paragraph = words * 8 + "\n\n"
        return cost(minimal_root, path, head + paragraph * ((MAX_CONTENT - len(head)) // len(paragraph)))[0]

    return measure


@pytest.mark.parametrize("name", FAMILIES)
def test_a_file_just_within_the_limits_is_checked_soon(
    name: str, minimal_root: Path, ordinary: Callable[[], float]
) -> None:
    (path, head), unit = FAMILIES[name]
    text = head + repeated(unit, times_within_limits(head, unit))
    spent, checked = cost(minimal_root, path, text)
    assert TOO_MANY.isdisjoint(finding.rule for finding in checked.findings)
    if spent > 1:  # below that it is soon, however busy the machine is
        assert spent < MOST_WORK * ordinary()


@pytest.mark.parametrize("name", FAMILIES)
def test_a_file_of_the_largest_size_is_checked_soon_or_refused(
    name: str, minimal_root: Path, ordinary: Callable[[], float]
) -> None:
    (path, head), unit = FAMILIES[name]
    text = head + repeated(unit, (MAX_CONTENT - len(head)) // (len(unit) + 6))
    spent, checked = cost(minimal_root, path, text)
    rules = {finding.rule for finding in checked.findings if finding.span.path == path}
    beyond = len(text.split("\n")) > MAX_LINES or any(text.count(sign) > MAX_SIGNS for sign in SIGNS)
    assert TOO_MANY.isdisjoint(rules) != beyond
    if spent > 1:
        assert spent < MOST_WORK * ordinary()


def test_of_one_file_no_more_is_said_than_somebody_reads(minimal_root: Path) -> None:
    path, head = ARTICLE
    for times in (MOST_SHOWN, MOST_SHOWN + 1):
        _, checked = cost(minimal_root, path, head + "[a](article:weg)\n\n" * times)
        found = [finding.rule for finding in checked.findings if finding.span.path == path]
        assert found.count("reference/dangling") == MOST_SHOWN
        assert found.count("file/too-many-findings") == (times > MOST_SHOWN)
        assert not checked.sound


def test_errors_are_named_before_warnings(minimal_root: Path) -> None:
    path, head = ARTICLE
    warnings = "Dit is een interventie.\n\n" * (MOST_SHOWN + 1)
    _, checked = cost(minimal_root, path, f"{head}{warnings}[a](article:weg)\n")
    found = [finding.rule for finding in checked.findings if finding.span.path == path]
    assert "reference/dangling" in found
    assert "file/too-many-findings" in found
