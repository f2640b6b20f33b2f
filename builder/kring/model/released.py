"""A release and the catalogue: what a release of a programme holds, and the catalogue that one it holds becomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kring.findings import Finding
from kring.model.catalogue import Catalogue, resolve
from kring.model.entities import gather
from kring.model.programmes import Programme
from kring.model.reach import media
from kring.schema.validate import validate
from kring.source.documents import Document, Release, Sources
from kring.source.kinds import Kind
from kring.source.read import read_text
from kring.source.releases import edition_code, hashes, key_at


@dataclass(frozen=True, slots=True)
class Released:
    """What a release says, by the rules of today. `catalogue` is None where a text in it breaks one."""

    release: Release
    catalogue: Catalogue | None
    findings: tuple[Finding, ...]


def release_of(catalogue: Catalogue, programme: Programme, texts: Mapping[str, str]) -> Release:
    """Return the release of a programme as it is now: all of its own, and what it takes from the library.

    `texts` are the files of the sources. The glossary and the help block stand in every book, so both belong to it.
    """
    entities, id = catalogue.entities, programme.key.id
    own = [key for key in entities.by_key if key.programme == id]
    found = dict.fromkeys([*own, *(each.key for each in (catalogue.glossary, catalogue.help) if each is not None)])
    waiting = list(found)
    while waiting:
        entity = entities.by_key.get(waiting.pop())
        new = [key for key in entities.meant(entity, id) if key not in found and key.kind is not Kind.PROGRAMME]
        found |= dict.fromkeys(new)
        waiting += new
    paths = sorted({entities.documents[key].path for key in found if key in entities.documents})
    names = {name for key in found if key in entities.by_key for name in media(entities.by_key[key])}
    shown = {asset.path: asset for name in names if (asset := entities.asset(name, id)) is not None}
    shown |= {asset.path: asset for asset in entities.assets.values() if asset.programme == id}
    assets = tuple(shown[path] for path in sorted(shown))
    held = {path: texts[path] for path in paths}
    date = max(change.date for change in programme.change_log)
    path = f"programs/{id}/releases/{programme.version}.json"
    return Release(path, id, programme.version, date, edition_code(held, hashes(assets)), held, assets)


def released(release: Release, sound: Iterable[Document] = ()) -> Released:
    """Return what a release says: read, validated and resolved as sources are.

    `sound` are documents of today without a mistake: where a text is theirs still, it needs not be read again.
    """
    documents: list[Document] = []
    today = {document.path: document for document in sound}
    findings: list[Finding] = []
    texts: dict[str, str] = {}
    for path, text in sorted(release.texts.items()):
        key = key_at(path)
        assert key is not None, "a release is read with the paths of content alone"
        if path in today and today[path].text == text:
            documents.append(today[path])
            texts[path] = text
            continue
        document, wrong, texts[path] = read_text(key, path, text.encode())
        found = (*wrong, *(validate(document) if document is not None else ()))
        findings += found
        if document is not None and not found:
            documents.append(document)
    if findings:
        return Released(release, None, tuple(findings))
    sources = Sources(tuple(documents), release.assets, (), frozenset(), texts, tuple(texts))
    catalogue = resolve(gather(sources, documents))
    return Released(release, catalogue if release.programme in catalogue.plans else None, ())
