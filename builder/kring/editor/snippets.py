"""Snippets: pieces to put in by a short word. Written once, given to VS Code and to the YAML server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from kring.source.kinds import MARKDOWN_KINDS, Kind


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of YAML or Markdown, with `${1:…}` where the author fills in.

    It is a whole file of kind `file`; or an item of the list that `at` leads to (kind, then names); or, with
    neither, a piece of a Markdown text.
    """

    name: str
    prefix: str
    description: str
    body: str
    file: Kind | None = None
    at: tuple[str, ...] = ()

    @property
    def language(self) -> str:
        """The kind of document in which VS Code offers it."""
        return "yaml" if self.at or (self.file is not None and self.file not in MARKDOWN_KINDS) else "markdown"


@cache
def snippets() -> tuple[Snippet, ...]:
    """Return all snippets, in the order of their file."""
    text = resources.files("kring.editor").joinpath("snippets.yml").read_text(encoding="utf-8")
    return tuple(
        Snippet(
            piece["name"],
            piece["prefix"],
            piece["description"],
            piece["body"],
            Kind(piece["file"]) if "file" in piece else None,
            tuple(piece.get("list", ())),
        )
        for piece in yaml.load(text, Loader=yaml.CSafeLoader)
    )


def proposals(kind: Kind, path: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return the snippets for items of the list at `path`, as the YAML server proposes them.

    A list that is the same in several kinds (`fields`, `script`) has the same snippets in all of them.
    """
    return [
        # After the fields, which fit everywhere: a snippet is for a new item.
        {
            "label": snippet.prefix,
            "description": snippet.description,
            "sortText": f"~{snippet.prefix}",
            "body": _parts(item),
        }
        for snippet in snippets()
        if snippet.at and _is_same_list(kind, path, snippet)
        for item in yaml.load(snippet.body, Loader=yaml.CSafeLoader)
    ]


def for_vs_code() -> dict[str, Any]:
    """Return all snippets as the file `kring.code-snippets` holds them."""
    return {
        snippet.name: {
            "scope": snippet.language,
            "prefix": snippet.prefix,
            "description": snippet.description,
            "body": snippet.body.rstrip("\n").split("\n"),
        }
        for snippet in snippets()
    }


SHARED = frozenset({"fields", "script", "pitfalls", "materials"})
"""Lists whose items look the same wherever they stand."""


def _is_same_list(kind: Kind, path: tuple[str, ...], snippet: Snippet) -> bool:
    home, *names = snippet.at
    return path[-1] == names[-1] if names[-1] in SHARED else (kind.value, *path) == (home, *names)


def _parts(value: Any, depth: int = 1) -> Any:
    """Return `value` with blocks of text as they are written: the server puts texts in as they are."""
    if isinstance(value, dict):
        return {key: _parts(part, depth + 1) for key, part in value.items()}
    if isinstance(value, list):
        return [_parts(part, depth + 1) for part in value]
    if isinstance(value, str) and value.endswith("\n"):
        return "|" + "".join(_indented(value, depth))
    return value


def _indented(text: str, depth: int) -> Iterator[str]:
    return (f"\n{'  ' * depth}{line}" for line in text.splitlines())
