"""Which folder was probably meant where a root holds no content of Kring. Looks at the disk; reads no file."""

from __future__ import annotations

import os
from pathlib import Path

from kring.rules.rule import Phrase

CONFIGURATION = "site_config.yml"
_FIXED = (CONFIGURATION, "content", "programs")

_NOT_A_ROOT = Phrase(
    "In de map ‘{}’ staat geen inhoud van Kring: daar horen site_config.yml, content/ en programs/ te staan.",
    "The folder ‘{}’ holds no content of Kring: site_config.yml, content/ and programs/ belong there.",
)
_MEANT = Phrase("Bedoel je --root {}?", "Did you mean --root {}?")
_ELSEWHERE = Phrase(
    "Ga naar de map waarin ze staan, of noem die met --root MAP.",
    "Go to the folder that holds them, or name it with --root FOLDER.",
)


def advice_on(root: Path, language: str) -> str | None:
    """Return what to say of a root in which nothing of Kring stands; None where something does."""
    if any((root / name).exists() for name in _FIXED):
        return None
    meant = _meant(root)
    told = _NOT_A_ROOT.in_language(language).format(root.resolve())
    way = _MEANT.in_language(language).format(meant) if meant is not None else _ELSEWHERE.in_language(language)
    return f"{told} {way}"


def way_to(root: Path) -> str:
    """Return the way from where the command was given to `root`, with forward slashes; "" where it is given there."""
    try:
        way = os.path.relpath(root)
    except ValueError:  # another drive of Windows: there is no way
        return ""
    return "" if way == "." else Path(way).as_posix()


def _meant(root: Path) -> str | None:
    """Return the nearest folder above, or the only one right below, that holds a configuration."""
    here = root.resolve()
    above = next((folder for folder in here.parents if (folder / CONFIGURATION).is_file()), None)
    if above is not None:
        return way_to(above)
    try:
        below = [folder for folder in here.iterdir() if (folder / CONFIGURATION).is_file()]
    except OSError:
        return None
    return way_to(below[0]) if len(below) == 1 else None
