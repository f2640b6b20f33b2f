"""Where the theme lies: inside the installed package, or beside `builder/` in a clone."""

from __future__ import annotations

from pathlib import Path


def theme_folder() -> Path:
    """Return the folder with `pages/`, `site/`, `print/`, `fonts/` and `language/`."""
    installed = Path(__file__).parent / "_theme"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "theme"
