"""What the theme ships and a site does not need: source maps, its own icon and search, types of scripts."""

from __future__ import annotations

import re
from collections.abc import Callable

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
