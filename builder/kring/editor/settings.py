"""How VS Code treats a folder of content: which schema belongs to which file, quiet formatting, Dutch spelling."""

from __future__ import annotations

from typing import Any

from kring.source.kinds import MARKDOWN_KINDS, Kind
from kring.source.paths import files_of

FOLDER = ".vscode/kring"
"""Where the schemas lie, from the root of the content."""

EXTENSIONS = (
    "redhat.vscode-yaml",
    "streetsidesoftware.code-spell-checker",
    "streetsidesoftware.code-spell-checker-dutch",
)
"""What VS Code proposes to install: the YAML server, and spelling in Dutch."""


def settings() -> dict[str, Any]:
    """Return the settings of the folder."""
    return {
        "yaml.schemas": {
            f"./{FOLDER}/{kind.value}.json": files_of(kind) for kind in Kind if kind not in MARKDOWN_KINDS
        },
        # Nothing is fetched from elsewhere, and nothing is told to anybody.
        "yaml.schemaStore.enable": False,
        "yaml.kubernetesCRDStore.enable": False,
        "redhat.telemetry.enabled": False,
        "yaml.customTags": [],
        "yaml.completion": True,
        "yaml.hover": True,
        "yaml.validate": True,
        "yaml.hoverSchemaSource": False,
        # A formatter would break lines of text anew, and show changes that nobody made.
        "yaml.format.enable": False,
        "editor.formatOnSave": False,
        "editor.wordWrap": "on",
        "editor.detectIndentation": False,
        "editor.insertSpaces": True,
        "editor.tabSize": 2,
        # Typographic quotes and dashes belong in Dutch texts.
        "editor.unicodeHighlight.ambiguousCharacters": False,
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True, "editor.quickSuggestions": _everywhere()},
        "[markdown]": {"editor.quickSuggestions": _everywhere()},
        "files.associations": {"*.yml": "yaml"},
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "files.trimTrailingWhitespace": True,
        "search.exclude": {FOLDER: True, "site": True},
        "cSpell.language": "nl,en",
    }


def extensions() -> dict[str, Any]:
    """Return which extensions VS Code proposes."""
    return {"recommendations": list(EXTENSIONS)}


def modeline(kind: Kind, path: str) -> str:
    """Return the first line with which any editor finds the schema of a file at `path` from the root."""
    return f"# yaml-language-server: $schema={'../' * path.count('/')}{FOLDER}/{kind.value}.json"


def _everywhere() -> dict[str, str]:
    return {"other": "on", "comments": "off", "strings": "on"}
