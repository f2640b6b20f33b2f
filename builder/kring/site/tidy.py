"""What the theme ships and a site does not need: source maps, its own icon, search languages never loaded."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

SOURCE_MAP = re.compile(rb"\n*(?://# sourceMappingURL=\S*|/\*# sourceMappingURL=[^*]*\*/)\s*\Z")


def tidy(site: Path) -> None:
    """Remove from a built site what nothing on it refers to."""
    # Configuration asks for no stemmer, so the search worker loads none of these (800 kB).
    shutil.rmtree(site / "assets/javascripts/lunr", ignore_errors=True)
    # The site has an icon of its own.
    (site / "assets/images/favicon.png").unlink(missing_ok=True)
    for path in sorted(site.rglob("*.map")):
        path.unlink()
    for path in sorted([*site.rglob("*.js"), *site.rglob("*.css")]):
        text = path.read_bytes()
        if b"sourceMappingURL" in text:
            path.write_bytes(SOURCE_MAP.sub(b"\n", text))
