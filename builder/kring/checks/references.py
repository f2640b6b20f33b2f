"""Whatever is referred to is there: entities, steps of modules, terms, headings and media files."""

from __future__ import annotations

from collections.abc import Iterator

from kring.checks.lost import leads
from kring.checks.lost_media import lost_media, media_in_use
from kring.checks.written import targets, written_parts
from kring.findings import Finding
from kring.model.activities import ModuleStep
from kring.model.catalogue import Catalogue
from kring.model.reach import linked
from kring.model.reading import Article, Handout, Module, Page
from kring.model.values import Ref
from kring.nearest import near_facts
from kring.prose.headings import headings
from kring.prose.links import Link
from kring.prose.pieces import has_open_end
from kring.prose.targets import Scheme
from kring.source.documents import Key
from kring.source.kinds import Kind

GLOSSARY = Key(Kind.GLOSSARY, Kind.GLOSSARY.value)


def dangling(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield references and links to entities that are not there, or cannot be reached from where they stand."""
    entities = catalogue.entities
    for key, part, ref, target in targets(catalogue):
        if target is None:
            place = entities.place(key, "module", within=part.span) if isinstance(part, ModuleStep) else part.span
            facts = leads(catalogue)[ref.kind, ref.id, key.programme].facts
            yield Finding("reference/dangling", place, facts)


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
    slugs_in: dict[Key, list[str]] = {}
    for key, part in written_parts(catalogue):
        if not (isinstance(part, Link) and part.anchor and isinstance(part.scheme, Kind)):
            continue
        target = catalogue.entities.find(linked(part), key.programme)
        if target is None:
            continue
        facts = {"anchor": part.anchor, "id": part.id, "kind": target.key.kind}
        if not isinstance(target, Article | Handout | Page):
            yield Finding("reference/no-such-heading", part.span, facts | {"without": part.id})
            continue
        if target.key not in slugs_in:
            slugs_in[target.key] = [heading.slug for heading in headings(target.body)]
        slugs = slugs_in[target.key]
        if part.anchor not in slugs and not has_open_end(target.body):
            known = {"known": ", ".join(f"#{slug}" for slug in slugs)} if slugs else {}
            yield Finding("reference/no-such-heading", part.span, facts | near_facts(part.anchor, slugs) | known)


def missing_media(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield media files that are shown but are not there."""
    lost = lost_media(catalogue)
    for key, name, place in media_in_use(catalogue):
        if (name, key.programme) in lost:
            yield Finding("reference/no-such-media", place, lost[name, key.programme])
