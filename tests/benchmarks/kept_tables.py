"""Tables of measurements: in Markdown, each kept between its two marks in README.md beside this file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

README = Path(__file__).with_name("README.md")


def in_markdown(lines: Iterable[Sequence[str]]) -> str:
    """Return a table of these lines; the second says how columns are aligned."""
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def between(name: str) -> re.Pattern[str]:
    """Return what stands between the marks called `name`."""
    return re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- end of {name} -->)", re.DOTALL)


def keep(name: str, text: str) -> None:
    """Put `text` between the marks called `name`, in the place of what stood there."""
    README.write_text(between(name).sub(lambda _: text, README.read_text(encoding="utf-8")), encoding="utf-8")
