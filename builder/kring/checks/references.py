"""Whatever is referred to is there: entities, steps of modules, terms, headings and media files."""

from __future__ import annotations

from collections.abc import Iterator

from kring.checks.kind_names import kind_facts
from kring.checks.written import targets, written_parts
from kring.findings import Finding, Span
from kring.model.activities import ModuleStep
from kring.model.catalogue import Catalogue
from kring.model.configuration import SiteConfig
from kring.model.entities import Entities
from kring.model.reach import KIND_OF_SCHEME, linked
from kring.model.reading import Article, Glossary, Handout, Help, Module, Page
from kring.model.values import Ref
from kring.nearest import near_facts
from kring.prose.headings import headings
from kring.prose.links import Link
from kring.prose.targets import Scheme
from kring.source.documents import Key
from kring.source.kinds import FOLDERS, IN_LIBRARY, IN_PROGRAMME, MARKDOWN_KINDS, Kind
from kring.source.names import is_id

GLOSSARY = Key(Kind.GLOSSARY, Kind.GLOSSARY.value)


def dangling(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield references and links to entities that are not there, or cannot be reached from where they stand."""
    entities = catalogue.entities
    for key, part, ref, target in targets(catalogue):
        if target is None:
            place = entities.place(key, "module", within=part.span) if isinstance(part, ModuleStep) else part.span
            yield Finding("reference/dangling", place, why_dangling(ref, key.programme, entities))


def unknown_steps(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield references and links to steps that their module does not have."""
    entities = catalogue.entities
    for key, part in written_parts(catalogue):
        match part:
            case ModuleStep():
                module_id, step, place = part.module, part.step, entities.place(key, "step", within=part.span)
            case Link(step=str() as step):
                module_id, place = part.id, part.span
            case _:
                continue
        module = entities.find(Ref(Kind.MODULE, module_id, place), key.programme)
        if isinstance(module, Module):
            steps = [known.id for known in module.steps]
            if step not in steps:
                facts = {"id": step, "module": module_id} | near_facts(step, steps)
                yield Finding("reference/no-such-step", place, facts, (module.span,))


def unknown_terms(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield links to terms that the glossary does not explain."""
    if GLOSSARY in catalogue.entities.broken:
        return
    terms = [term.id for term in catalogue.glossary.terms] if catalogue.glossary else []
    for _, part in written_parts(catalogue):
        if isinstance(part, Link) and part.scheme is Scheme.TERM and part.target not in terms:
            yield Finding("reference/no-such-term", part.span, {"id": part.target} | near_facts(part.target, terms))


def unknown_headings(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield links to a heading that is not in the text of the page they lead to."""
    for key, part in written_parts(catalogue):
        if not (isinstance(part, Link) and part.anchor and part.scheme in KIND_OF_SCHEME):
            continue
        target = catalogue.entities.find(linked(part), key.programme)
        if target is None:
            continue
        facts = {"anchor": part.anchor, "id": part.id} | kind_facts(target.key.kind)
        if not isinstance(target, Article | Handout | Page):
            yield Finding("reference/no-such-heading", part.span, facts | {"without": part.id})
            continue
        slugs = [heading.slug for heading in catalogue.entities.memory(headings, target.body)]
        if part.anchor not in slugs:
            known = {"known": ", ".join(f"#{slug}" for slug in slugs)} if slugs else {}
            yield Finding("reference/no-such-heading", part.span, facts | near_facts(part.anchor, slugs) | known)


def missing_media(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield media files that are shown but are not there. Those that could not be read have a finding already."""
    entities = catalogue.entities
    for key, name, place in media_in_use(catalogue):
        folders = [_media_folder(programme) for programme in (key.programme, None)]
        if entities.asset(name, key.programme) or any(f"{folder}/{name}" in entities.unread for folder in folders):
            continue
        names = [known for programme, known in entities.assets if programme in (None, key.programme)]
        same = next((known for known in names if known.casefold() == name.casefold()), None)
        facts = {"name": name, "folder": folders[0]} | ({"same": same} if same else near_facts(name, names))
        yield Finding("reference/no-such-media", place, facts)


def media_in_use(catalogue: Catalogue) -> Iterator[tuple[Key, str, Span]]:
    """Yield each use of a media file: the entity that uses it, the name of the file, and the place."""
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


def why_dangling(ref: Ref, programme: str | None, entities: Entities) -> dict[str, str]:
    """Return the facts of a dangling reference: what it may have meant, and why that cannot be."""
    facts = {"id": ref.id, "file": _file_of(ref, programme)} | kind_facts(ref.kind)
    broken = sorted(entities.broken, key=lambda key: (key.kind, key.programme or "", key.id))
    # A file whose name cannot be an id is nothing to propose: it has to be renamed first.
    known = [key for key in (*entities.by_key, *broken) if is_id(key.id)]
    elsewhere = next((key for key in known if (key.kind, key.id) == (ref.kind, ref.id)), None)
    if elsewhere is not None:
        return facts | {"programme": elsewhere.programme or ""}
    in_reach = [key for key in known if key.programme in (None, programme) or ref.kind is Kind.PROGRAMME]
    renamed = next((key for key in in_reach if key.kind is ref.kind and ref.id in _former_ids(key, entities)), None)
    if renamed is not None:
        return facts | {"renamed": renamed.id}
    other = next((key for key in in_reach if key.id == ref.id and key.kind in KIND_OF_SCHEME.values()), None)
    if other is not None:
        names = kind_facts(other.kind)
        return facts | {"other_nl": names["kind_nl"], "other_en": names["kind_en"]}
    near = near_facts(ref.id, (key.id for key in in_reach if key.kind is ref.kind))
    return facts | (near or ({} if is_id(ref.id) else {"not_an_id": ref.id}))


def _former_ids(key: Key, entities: Entities) -> tuple[str, ...]:
    entity = entities.by_key.get(key)
    return () if isinstance(entity, SiteConfig | Glossary | Help | None) else entity.formerly


def _file_of(ref: Ref, programme: str | None) -> str:
    """Return the file that would make a reference right."""
    if ref.kind is Kind.PROGRAMME:
        return f"programs/{ref.id}/programme.yml"
    folder = next(name for name, kind in FOLDERS.items() if kind is ref.kind)
    ending = ".md" if ref.kind in MARKDOWN_KINDS else ".yml"
    if folder in IN_PROGRAMME and (programme is not None or folder not in IN_LIBRARY):
        return f"programs/{programme or '…'}/{folder}/{ref.id}{ending}"
    return f"content/{folder}/{ref.id}{ending}"


def _media_folder(programme: str | None) -> str:
    return f"programs/{programme}/media" if programme else "content/media"
