"""What references that lead nowhere may mean: something under another name, or a file that is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter
from types import MappingProxyType

from kring.checks.renamed import renamed
from kring.checks.written import targets
from kring.findings import MOST_SHOWN
from kring.model.catalogue import Catalogue
from kring.model.configuration import SiteConfig
from kring.model.entities import Entities
from kring.model.reading import Glossary, Help
from kring.model.values import Ref
from kring.nearest import near_facts
from kring.source.documents import Key
from kring.source.kinds import KINDS, Kind
from kring.source.names import is_id
from kring.source.paths import path_of

Lost = tuple[Kind, str, str | None]
"""A reference that leads nowhere: the kind and the id of what it refers to, and the programme it stands in."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What is known of a reference that leads nowhere: the facts of its finding, and what it may have meant."""

    facts: Mapping[str, str]
    meant: Key | None

    def renamed(self, key: Key) -> Lead:
        """Return that it may be called `key` now."""
        return replace(self, facts={**self.facts, "now": key.id}, meant=key)


@lru_cache(maxsize=1)
def leads(catalogue: Catalogue) -> Mapping[Lost, Lead]:
    """Return what is known of every reference that leads nowhere."""
    lost = {(ref.kind, ref.id, key.programme): ref for key, _, ref, target in targets(catalogue) if target is None}
    # To look for one takes a while: where there are more than are shown of a file, the others get their turn later.
    looked_for = [*lost][:MOST_SHOWN]
    found = {each: Lead(_facts(ref, each[2]), None) for each, ref in lost.items()}
    found |= {each: _lead(lost[each], each[2], catalogue.entities) for each in looked_for}
    astray = [each for each in looked_for if found[each].meant is None and is_id(each[1])]
    return MappingProxyType(found | {each: found[each].renamed(key) for each, key in _renamed(astray, catalogue)})


@lru_cache(maxsize=1)
def in_use(catalogue: Catalogue) -> frozenset[Key]:
    """Return the keys of the entities that something else refers to."""
    orders = ((plan.id, entry.session.id) for plan in catalogue.plans.values() for entry in plan.programme.sessions)
    used = {Key(Kind.SESSION, id, programme) for programme, id in orders}
    for key, _, _, found in targets(catalogue):
        # A session is of use in the order of its programme alone: a link leads nowhere without it.
        if found is not None and found != key and found.kind is not Kind.SESSION:
            # Where a programme's own hides one of the library, that is the mistake to mend first.
            used |= {found, Key(found.kind, found.id)}
    return frozenset(used)


def _lead(ref: Ref, programme: str | None, entities: Entities) -> Lead:
    """Return what a reference may have meant, and why that cannot be."""
    facts = _facts(ref, programme)
    broken = sorted(entities.broken, key=lambda key: (key.kind, key.programme or "", key.id))
    # A file whose name cannot be an id is nothing to propose: it has to be renamed first.
    known = [key for key in (*entities.by_key, *broken) if is_id(key.id)]
    if ref.kind is Kind.SESSION and Key(ref.kind, ref.id) in entities.documents:
        return Lead(facts | {"shared": ref.id}, None)
    elsewhere = next((key for key in known if (key.kind, key.id) == (ref.kind, ref.id)), None)
    if elsewhere is not None:
        return Lead(facts | {"programme": elsewhere.programme or ""}, elsewhere)
    in_reach = [key for key in known if _reaches(programme, key)]
    alike = [key for key in in_reach if key.kind is ref.kind]
    former = next((key for key in alike if ref.id in _former_ids(key, entities)), None)
    if former is not None:
        return Lead(facts | {"renamed": former.id}, former)
    other = next((key for key in in_reach if key.id == ref.id and KINDS[key.kind].by_link), None)
    if other is not None:
        return Lead(facts | {"other": other.kind}, other)
    near = near_facts(ref.id, (key.id for key in alike if not _other_number(ref.id, key.id)))
    if near:
        return Lead(facts | near, next(key for key in alike if key.id == near["nearby"]))
    return Lead(facts | ({} if is_id(ref.id) else {"not_an_id": ref.id}), None)


def _facts(ref: Ref, programme: str | None) -> dict[str, str]:
    return {"id": ref.id, "file": _file_of(ref, programme), "kind": ref.kind}


def _renamed(astray: list[Lost], catalogue: Catalogue) -> Iterator[tuple[Lost, Key]]:
    """Yield those that may be called otherwise now, with what they may be."""
    if not astray or catalogue.entities.broken:
        return
    used = in_use(catalogue)
    idle = [key for key in catalogue.entities.by_key if KINDS[key.kind].by_field and key not in used and is_id(key.id)]
    yield from renamed(astray, idle, lambda lost, key: key.kind is lost[0] and _reaches(lost[2], key), itemgetter(1))


def _reaches(programme: str | None, key: Key) -> bool:
    return key.programme in (None, programme) or key.kind is Kind.PROGRAMME


def _other_number(one: str, other: str) -> bool:
    """Tell whether both names hold numbers, and not the same: `sessie-2` is never what `sessie-1` is called."""
    numbers, others = ([int(number) for number in re.findall("[0-9]+", name)] for name in (one, other))
    return bool(numbers and others) and numbers != others


def _former_ids(key: Key, entities: Entities) -> tuple[str, ...]:
    entity = entities.by_key.get(key)
    return () if isinstance(entity, SiteConfig | Glossary | Help | None) else entity.formerly


def _file_of(ref: Ref, programme: str | None) -> str:
    """Return the file that would make a reference right."""
    spec = KINDS[ref.kind]
    if ref.span.path.startswith("content/"):
        programme = None  # what a session of the library refers to must be there for each programme that takes it up
    home = programme or (None if spec.in_library else "…")
    return path_of(Key(ref.kind, ref.id, home if spec.in_programme else None))
