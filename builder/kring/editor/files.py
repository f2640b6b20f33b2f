"""The files that editors read: schemas with the ids that are there, settings and snippets. Writes to disk."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kring.editor.ids import IDS, published_ids
from kring.editor.published import published
from kring.editor.references import Targets, targets
from kring.editor.settings import FOLDER, extensions, settings
from kring.editor.snippets import for_vs_code
from kring.own_files import LinkInTheWay, below, link_to, make_folder, write_whole
from kring.source.kinds import Kind
from kring.source.read import read

OWN = (".vscode/settings.json", ".vscode/extensions.json")
"""Files that an organisation may make its own."""


def schema_files(found: Targets) -> dict[str, str]:
    """Return the schemas: file name → text."""
    files = {f"{kind.value}.json": _text(published(kind)) for kind in Kind}
    return files | {IDS: _text(published_ids(found))}


def editor_files(found: Targets) -> dict[str, str]:
    """Return all files of `.vscode/`: path from the root of the content → text."""
    return {
        ".vscode/settings.json": _text(settings()),
        ".vscode/extensions.json": _text(extensions()),
        ".vscode/kring.code-snippets": _text(for_vs_code()),
        **{f"{FOLDER}/{name}": text for name, text in schema_files(found).items()},
    }


def write_schemas(root: Path, folder: Path | None = None) -> tuple[Path, ...]:
    """Write the schemas with the ids of the content under `root`, and return the files that changed.

    They go to `folder`, or else to `.vscode/kring` of the root. Files that are right already stay as they are.
    """
    files = schema_files(targets(read(root)))
    if folder is None:
        return write_changed(root, {f"{FOLDER}/{name}": text for name, text in files.items()})
    if (link := link_to(folder, root)) is not None:
        raise LinkInTheWay(link)
    make_folder(folder)
    return write_changed(folder, files)


def write_editor_files(root: Path) -> tuple[Path, ...]:
    """Write all editor files of the content under `root`, and return those that changed.

    Settings belong to who works there: those that are there stay as they are.
    """
    files = editor_files(targets(read(root)))
    kept = {path for path in OWN if (root / path).exists()}
    return write_changed(root, {path: text for path, text in files.items() if path not in kept})


def write_changed(folder: Path, files: Mapping[str, str]) -> tuple[Path, ...]:
    """Write those of `files` (path from `folder` → text) that differ from what is there, and return their paths."""
    changed = []
    for name, text in files.items():
        file, data = below(folder, name), text.encode()
        if not file.is_file() or file.read_bytes() != data:
            changed.append(write_whole(folder, name, data))
    return tuple(changed)


def _text(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
