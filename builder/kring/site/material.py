"""What we use of Material, and what not.

Its stylesheets become one file of ours, in a cascade layer: what stands in a layer loses against what stands in none,
whatever the selectors. Of Material's few `!important` rules none is about anything that we style: there a layer would
win. One file is one request, and its name changes with its content, so that a browser may keep it for ever. What a site
does not need stays out: source maps, Material's own icon and search, and types of scripts.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

SOURCE_MAP = re.compile(rb"\n*(?://# sourceMappingURL=\S*|/\*# sourceMappingURL=[^*]*\*/)\s*\Z")
NOT_NEEDED = (
    # Our own search has taken the place of the theme's and of its languages (800 kB).
    re.compile(r"assets/javascripts/(?:lunr|workers)/.*"),
    # What a type checker reads of the libraries.
    re.compile(r".*\.d\.ts"),
    # They stand in a file of ours (`base_styles`).
    re.compile(r"assets/stylesheets/(?:main|palette)\..*"),
    # The site has an icon of its own.
    re.compile(r"assets/images/favicon\.png"),
    re.compile(r".*\.map"),
)


def tidied(path: str, read: Callable[[], bytes]) -> bytes | None:
    """Return what the site serves of a file of the theme, or None where nothing refers to it."""
    if any(pattern.fullmatch(path) for pattern in NOT_NEEDED):
        return None
    data = read()
    return SOURCE_MAP.sub(b"\n", data) if path.endswith((".js", ".css")) else data


KINDS = ("main", "palette")
"""Material's stylesheets, in the order in which its own shell loads them."""

ENCODING = '@charset "UTF-8";'


@cache
def base_styles() -> tuple[str, bytes]:
    """Return the address and the bytes of the file, from the version of Material that is installed."""
    content = layered(files("material") / "templates/assets/stylesheets")
    return f"assets/stylesheets/material.{hashlib.sha256(content).hexdigest()[:8]}.min.css", content


def layered(folder: Traversable) -> bytes:
    """Return the stylesheets of Material that lie in `folder`, in a layer.

    Raises:
        ValueError: they have other names than we know, or cannot stand in a layer.

    """
    styles = "".join(_stylesheet(folder, kind) for kind in KINDS)
    if "@import" in styles:
        raise ValueError("Material's styles import others, which a layer cannot hold")
    return f"{ENCODING}\n@layer material {{\n{styles}}}\n".encode()


def _stylesheet(folder: Traversable, kind: str) -> str:
    found = [file for file in folder.iterdir() if file.name.startswith(f"{kind}.") and file.name.endswith(".css")]
    if len(found) != 1:
        raise ValueError(f"Material has {len(found)} stylesheets called {kind}, not one")
    return SOURCE_MAP.sub(b"", found[0].read_bytes()).decode().removeprefix(ENCODING).strip() + "\n"
