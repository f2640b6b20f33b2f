"""The text of one page file: front matter for the theme, then the body as one HTML block."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from kring.pages.contents import Heading
from kring.site.markup import as_markup


def page_text(
    title: str,
    body: str,
    *,
    description: str = "",
    toc: Sequence[Heading] = (),
    section: bool = False,
    search: bool = True,
) -> str:
    """Return the text of a page file. `title`, `description` and `toc` are plain text, `body` is finished HTML.

    `body` is one `<div>` element without blank lines; line breaks that carry meaning (in `<pre>` and
    `<textarea>`) stand in it as `&#10;`. `section` marks the page of a section of the navigation;
    `search=False` keeps the page out of the search index.

    Raises:
        ValueError: `body` is not of that shape.

    """
    block = body.strip()
    if not (block.startswith("<div") and block.endswith("</div>")):
        raise ValueError("the body of a page is one <div> element")
    if any(not line.strip(" \t") for line in block.split("\n")):
        raise ValueError("the body of a page has no blank lines")
    matter: dict[str, object] = {"title": as_markup(title)}
    if description:
        matter["description"] = as_markup(description)
    if toc:
        matter["toc"] = [
            {"title": as_markup(heading.title), "id": as_markup(heading.id), "level": heading.level} for heading in toc
        ]
    if section:
        matter["section"] = True
    if not search:
        matter["search"] = {"exclude": True}
    # A width without end keeps each value on one line, so that no text can look like the closing `---`.
    front = yaml.safe_dump(matter, allow_unicode=True, sort_keys=False, width=float("inf"))
    # The engine turns tabs into spaces before it looks at HTML; as a reference a tab survives.
    return f"---\n{front}---\n\n" + block.replace("\t", "&#9;") + "\n"


def body_of(text: str) -> str:
    """Return the body of a page file that `page_text` wrote."""
    return text.partition("\n---\n\n")[2].removesuffix("\n")
