"""Media files that are shown but are not there: which one may have been meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import itemgetter
from types import MappingProxyType

from kring.checks.renamed import renamed
from kring.checks.written import written_parts
from kring.findings import Span
from kring.model.catalogue import Catalogue
from kring.model.media import SERVED, ending
from kring.model.reading import Article
from kring.nearest import near_facts
from kring.prose.links import Link
from kring.prose.targets import Scheme
from kring.source.documents import Asset, Key
from kring.source.kinds import Kind

Lost = tuple[str, str | None]
"""The name of a media file that is not there, and the programme in which it is shown."""

Facts = Mapping[str, str]

MEANT = frozenset({"same", "nearby", "now"})
"""The facts that hold the name of the file that may have been meant."""


@lru_cache(maxsize=1)
def lost_media(catalogue: Catalogue) -> Mapping[Lost, Facts]:
    """Return the facts of each media file that is not there. Those that could not be read have a finding already."""
    lost = {(name, key.programme) for key, name, _ in media_in_use(catalogue)}
    found = {each: _facts(*each, catalogue) for each in lost if not _is_there(*each, catalogue)}
    astray = [each for each, facts in found.items() if not facts.keys() & MEANT]
    return MappingProxyType(
        found | {each: found[each] | {"now": asset.name} for each, asset in _renamed(astray, catalogue)}
    )


def idle_media(catalogue: Catalogue) -> list[Asset]:
    """Return the media files that nothing shows."""
    # A file whose name differs only in case from one that is missing is the one that was meant.
    shown = {name.casefold() for _, name, _ in media_in_use(catalogue)}
    assets = catalogue.entities.assets.values()
    return [asset for asset in assets if asset.name.casefold() not in shown and ending(asset.name) in SERVED]


@lru_cache(maxsize=1)
def media_in_use(catalogue: Catalogue) -> tuple[tuple[Key, str, Span], ...]:
    """Return each use of a media file: the entity that uses it, the name of the file, and the place."""
    return tuple(_media_in_use(catalogue))


def _media_in_use(catalogue: Catalogue) -> Iterator[tuple[Key, str, Span]]:
    for key, part in written_parts(catalogue):
        if isinstance(part, Link) and part.scheme is Scheme.MEDIA:
            yield key, part.target, part.span
    for entity in catalogue.entities.of(Kind.ARTICLE):
        for media in entity.media if isinstance(entity, Article) else ():
            for field, name in (("file", media.file), ("captions", media.captions)):
                if name:
                    yield entity.key, name, catalogue.entities.place(entity.key, field, within=media.span)
    config = catalogue.config
    if config is not None and config.brand.icon:
        yield config.key, config.brand.icon, catalogue.entities.place(config.key, "brand", "icon")


def _is_there(name: str, programme: str | None, catalogue: Catalogue) -> bool:
    entities = catalogue.entities
    unread = (f"{_folder(each)}/{name}" in entities.unread for each in (programme, None))
    return entities.asset(name, programme) is not None or any(unread)


def _facts(name: str, programme: str | None, catalogue: Catalogue) -> dict[str, str]:
    names = [known for own, known in catalogue.entities.assets if own in (None, programme)]
    same = next((known for known in names if known.casefold() == name.casefold()), None)
    return {"name": name, "folder": _folder(programme)} | ({"same": same} if same else near_facts(name, names))


def _renamed(astray: list[Lost], catalogue: Catalogue) -> Iterator[tuple[Lost, Asset]]:
    """Yield those that may be called otherwise now, with what they may be."""
    idle = idle_media(catalogue) if astray and not catalogue.entities.broken else []
    yield from renamed(astray, idle, lambda lost, asset: _may_be(*lost, asset), itemgetter(0))


def _may_be(name: str, programme: str | None, asset: Asset) -> bool:
    return asset.programme in (None, programme) and ending(asset.name) == ending(name)


def _folder(programme: str | None) -> str:
    return f"programs/{programme}/media" if programme else "content/media"
