"""Texts of authors on their way into a book: where links lead on paper, and where images are found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from kring.model.reading import Module
from kring.prose.blocks import blocks, inline_blocks
from kring.prose.links import Link, Target
from kring.prose.targets import Scheme
from kring.prose.text import Prose
from kring.source.documents import Asset, Key
from kring.source.kinds import Kind

Inlines = list[dict[str, Any]]
"""Text within a line, as `kring.prose.blocks` describes it."""

OUTSIDE = (Scheme.HTTPS, Scheme.MAILTO, Scheme.TEL)

BETWEEN = "--"
"""Stands between the label of an entity and the slug of a heading in it; ids hold single hyphens only."""


def label_of(kind: str, id: str) -> str:
    """Return the name of the place in the book where an entity (or `term`) is printed."""
    return f"{kind}-{id}"


def link_to(label: str, text: str) -> Inlines:
    """Return a link to a place in this book; print adds the number of its page."""
    content = [{"type": "text", "text": text}]
    return [{"type": "link", "href": None, "label": label, "external": False, "content": content}]


@dataclass(frozen=True, slots=True)
class Texts:
    """Turns the texts of one programme, or of the library (`scope` None), into data for print."""

    scope: str | None
    modules: Mapping[Key, Module]
    assets: Mapping[tuple[str | None, str], Asset]

    def of(self, key: Key) -> Texts:
        """Return the same for the texts of an entity, whose ids are looked for where the entity lives."""
        return replace(self, scope=key.programme)

    def prose(self, text: Prose, within: str | None = None) -> dict[str, Any]:
        """Return a text of blocks. Links to its headings work if `within`, the label of its entity, is given."""
        id_prefix = f"{within}{BETWEEN}" if within else ""
        return {"type": "prose", "blocks": blocks(text, self.target, id_prefix=id_prefix)}

    def optional(self, text: Prose | None, within: str | None = None) -> dict[str, Any] | None:
        """Return a text that may be missing."""
        return None if text is None else self.prose(text, within)

    def inline(self, text: Prose) -> Inlines:
        """Return a text of a few sentences."""
        return inline_blocks(text, self.target)

    def module_step(self, module: str, step: str) -> tuple[Module, str, str] | None:
        """Return a module with title and address of one of its steps, or None where either is not there."""
        found = self._module(module)
        if found is None:
            return None
        return next(((found, s.title, s.url) for s in found.steps if s.id == step), None)

    def target(self, link: Link) -> Target | None:
        """Every link inside Kring leads to a place in the book; `resolve_links` drops those that are not in it."""
        if link.scheme in OUTSIDE:
            return Target(link.target, external=True)
        if link.scheme is Scheme.MEDIA:
            asset = self.assets.get((self.scope, link.target)) or self.assets.get((None, link.target))
            return Target(asset.path) if asset else None
        if link.step is not None:
            found = self.module_step(link.id, link.step)
            return Target(found[2], external=True) if found else None
        label = label_of(link.scheme, link.id)
        return Target(f"#{label}{BETWEEN}{link.anchor}" if link.anchor else f"#{label}")

    def _module(self, id: str) -> Module | None:
        return self.modules.get(Key(Kind.MODULE, id, self.scope)) or self.modules.get(Key(Kind.MODULE, id))
