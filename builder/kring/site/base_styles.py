"""Material's stylesheets as one file of ours, in a cascade layer: what our own say holds, however plainly they say it.

What stands in a layer loses against what stands in none, whatever the selectors. Of Material's few `!important` rules
none is about anything that we style: there a layer would win. One file is one request, and its name changes with its
content, so that a browser may keep it for ever.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from kring.site.tidy import SOURCE_MAP

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
