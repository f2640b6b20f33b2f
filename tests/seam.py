"""The seam between our HTML and the engine: each body must come out byte for byte as it went in."""

from __future__ import annotations

from pathlib import Path


def body_of(text: str) -> str:
    """Return the body of a page file."""
    return text.partition("\n---\n\n")[2].removesuffix("\n")


def built_file(page: str) -> str:
    """Return where the engine puts the page file `page` (`a/b.md` → `a/b/index.html`)."""
    stem = page.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        return f"{stem}.html"
    return f"{stem}/index.html"


def altered_pages(docs: Path, site: Path, *, taken_out: str = "\0") -> list[str]:
    """Return the page files whose body, less what an engine takes out, does not stand unaltered in the built page."""
    altered = []
    for path in sorted(docs.rglob("*.md")):
        page = path.relative_to(docs).as_posix()
        built = site / built_file(page)
        body = body_of(path.read_bytes().decode()).replace(taken_out, "").encode()
        if not body or not built.is_file() or body not in built.read_bytes():
            altered.append(page)
    return altered
