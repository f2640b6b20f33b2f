"""Outputs whose wholeness a test can see at a glance, and what builds leave beside them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import kring
from kring.findings import Finding
from kring.publish.destination import Destination
from kring.publish.manifest import write_manifest
from kring.publish.staging import publish, staging

Tree = Callable[[Path], dict[str, bytes]]

IMPORTABLE = os.environ | {"PYTHONPATH": str(Path(kring.__file__).parents[1])}
"""The environment of a process of its own that imports the `kring` of these tests."""


def put(destination: Destination, text: str) -> tuple[Finding, ...]:
    """Publish an output of a few files that all hold `text`; return the warnings."""
    with staging(destination) as folder:
        (folder / "sub").mkdir()
        for name in ("index.html", "sub/a.html", "sub/b.html"):
            (folder / name).write_text(text, encoding="utf-8")
        write_manifest(folder, "participant")
        return publish(folder, destination)


def beside(destination: Destination) -> list[str]:
    """Return what lies beside the output and belongs to builds."""
    return sorted(path.name for path in destination.out.parent.iterdir() if "kring" in path.name)
