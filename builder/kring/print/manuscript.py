"""What a book of one programme is written from, and the values that both books have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kring.editions import participant as p
from kring.model.programmes import Citation, Phase, Programme
from kring.model.reach import references, terms
from kring.model.reading import Term
from kring.model.values import Ref
from kring.pages.words import Words
from kring.print import sheets
from kring.print.sheets import Values
from kring.print.texts import Texts, label_of, link_to
from kring.source.documents import Key
from kring.source.kinds import Kind


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The programme with its sessions as participants see them, and what it leads to.

    In the manual, `programme` is the whole of it: its texts keep the facilitators' remarks.
    """

    programme: p.Programme | Programme
    sessions: tuple[p.Session, ...]
    organisation: p.Organisation
    help: p.Help
    entities: Mapping[Key, p.Entity]
    glossary: tuple[Term, ...]
    texts: Texts
    words: Words
    changed: frozenset[str] = frozenset()
    """The steps to mark as changed since a version, as `session.step`."""

    @property
    def library_texts(self) -> Texts:
        """The texts that belong to no programme: help block, glossary, organisation."""
        return self.texts.of(Key(Kind.HELP, ""))

    def find(self, ref: Ref) -> p.Entity | None:
        """Return what a reference of this programme leads to: its own first, then the library's."""
        own = self.entities.get(Key(ref.kind, ref.id, self.programme.key.id))
        return own or self.entities.get(Key(ref.kind, ref.id))

    def reached(self, *values: object) -> tuple[p.Entity, ...]:
        """Return all that the programme and `values` lead to, in the order in which they do; pages are left out."""
        found: dict[Key, p.Entity] = {}
        waiting: list[object] = [self.programme, self.sessions, *values]
        while waiting:
            for ref in references(waiting.pop(0)):
                entity = self.find(ref)
                if entity is not None and entity.key.kind is not Kind.PAGE and entity.key not in found:
                    found[entity.key] = entity
                    waiting.append(entity)
        return tuple(found.values())

    def terms(self, values: Iterable[object]) -> list[Values]:
        """Return the terms to which texts in `values` link, and those to which their own texts link."""
        by_id = {term.id: term for term in self.glossary}
        wanted: set[str] = set()
        waiting = [id for value in values for id in terms(value)]
        while waiting:
            id = waiting.pop()
            if id in by_id and id not in wanted:
                wanted.add(id)
                waiting += terms(by_id[id])
        return sheets.glossary((term for term in self.glossary if term.id in wanted), self.library_texts)

    def session_name(self, number: int, label: str | None) -> str:
        """Return how a session is called: its label, or its number."""
        return label or self.words("session.number", n=number)

    def see(self, refs: Iterable[Ref]) -> list[Values]:
        """Return where in the book the entities stand that are referred to."""
        found = ((ref, entity) for ref in refs if (entity := self.find(ref)) is not None)
        return [{"kind": ref.kind, "link": link_to(label_of(ref.kind, ref.id), entity.title)} for ref, entity in found]

    def values(self) -> Values:
        """Return what both books have: the help block, the organisation, and most of the programme."""
        programme, texts, rights = self.programme, self.texts, self.programme.rights
        return {
            "help": sheets.help_block(self.help, self.library_texts),
            "organisation": sheets.contact(self.organisation, self.library_texts),
            "programme": {
                "summary": texts.prose(programme.summary),
                "goals": list(programme.goals),
                "before": self._phase(programme.phases.before),
                "during": self._phase(programme.phases.during),
                "after": self._phase(programme.phases.after),
                "agreements": [texts.inline(text) for text in programme.group_agreements],
                "follow_up": texts.optional(programme.follow_up),
                "peer_contact": texts.optional(programme.peer_contact),
                "evidence": texts.optional(programme.evidence),
                "citations": list(_citations(programme.citations)),
                "owner": rights.owner if rights else None,
                "licence": rights.licence if rights else None,
                "disclaimer": texts.optional(rights.disclaimer if rights else None),
                "authors": list(programme.authors),
                "changes": [
                    {
                        "version": change.version,
                        "date": self.words.date(change.date),
                        "changes": [texts.inline(text) for text in change.changes],
                    }
                    for change in programme.change_log
                ],
            },
        }

    def _phase(self, phase: Phase | None) -> Values | None:
        if phase is None:
            return None
        refs = (*phase.questionnaires, *phase.articles, *phase.homework, *phase.modules)
        return {"text": self.texts.prose(phase.text), "see": self.see(refs)}


def _citations(citations: Iterable[Citation]) -> Iterator[Values]:
    for citation in citations:
        address = f"https://doi.org/{citation.doi}" if citation.doi else citation.url
        yield {"text": citation.text, "address": address or None}
