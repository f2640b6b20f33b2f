"""Where this Kring was installed from. Reads what pip wrote down about it."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution

from kring import __version__


def requirement() -> str:
    """Return what pip is to install to get this very Kring: from the same commit, or else this version."""
    return requirement_from(_origin())


def requirement_from(origin: str | None) -> str:
    """Return the requirement for what `direct_url.json` (PEP 610) says; a folder of this machine is of no use."""
    told = json.loads(origin) if origin else {}
    commit = told.get("vcs_info", {}).get("commit_id")
    if commit is not None and told["vcs_info"].get("vcs") == "git":
        return f"kring @ git+{told['url']}@{commit}"
    return f"kring=={__version__}"


def _origin() -> str | None:
    try:
        return distribution("kring").read_text("direct_url.json")
    except PackageNotFoundError:
        return None
