"""One page for the site engine: front matter for the theme, then the body as one HTML block."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from kring.pages.contents import Heading
from kring.site.markup import as_markup


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page file. `title`, `description` and `toc` are plain text, `body` is finished HTML.

    `body` is one `<div>` element without blank lines; line breaks that carry meaning (in `<pre>` and
    `<textarea>`) stand in it as `&#10;`. `section` marks the page of a section of the navigation;
    `search=False` keeps the page out of the search index.

    Raises:
        ValueError: `body` is not of that shape.

    """

    title: str
    body: str
    description: str = ""
    toc: tuple[Heading, ...] = ()
    section: bool = False
    search: bool = True
    block: str = field(init=False, compare=False)
    """The body as it stands in the file."""

    def __post_init__(self) -> None:
        block = self.body.strip()
        if not (block.startswith("<div") and block.endswith("</div>")):
            raise ValueError("the body of a page is one <div> element")
        if any(not line.strip(" \t") for line in block.split("\n")):
            raise ValueError("the body of a page has no blank lines")
        # The engine turns tabs into spaces before it looks at HTML; as a reference a tab survives.
        object.__setattr__(self, "block", block.replace("\t", "&#9;"))

    def matter(self) -> dict[str, Any]:
        """Return the front matter, as the theme reads it."""
        matter: dict[str, Any] = {"title": as_markup(self.title)}
        if self.description:
            matter["description"] = as_markup(self.description)
        if self.toc:
            matter["toc"] = [
                {"title": as_markup(heading.title), "id": as_markup(heading.id), "level": heading.level}
                for heading in self.toc
            ]
        if self.section:
            matter["section"] = True
        if not self.search:
            matter["search"] = {"exclude": True}
        return matter

    def text(self) -> str:
        """Return the text of the file."""
        # A width without end keeps each value on one line, so that no text can look like the closing `---`.
        front = yaml.safe_dump(self.matter(), allow_unicode=True, sort_keys=False, width=float("inf"))
        return f"---\n{front}---\n\n{self.block}\n"
