"""What a book of one programme is written from, and the sections that both books have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kring.editions import participant as p
from kring.model.programmes import Phase, Programme
from kring.model.reach import references, terms
from kring.model.reading import Term
from kring.model.values import Ref
from kring.pages.words import Words
from kring.print import parts, reading
from kring.print.parts import Part
from kring.print.texts import Texts, label_of
from kring.prose.text import Prose
from kring.source.documents import Key
from kring.source.kinds import Kind

HELP = label_of("help", "help")


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

    def terms(self, values: Iterable[object]) -> tuple[Term, ...]:
        """Return the terms to which texts in `values` link, and those to which their own texts link."""
        by_id = {term.id: term for term in self.glossary}
        wanted: set[str] = set()
        waiting = [id for value in values for id in terms(value)]
        while waiting:
            id = waiting.pop()
            if id in by_id and id not in wanted:
                wanted.add(id)
                waiting += terms(by_id[id])
        return tuple(term for term in self.glossary if term.id in wanted)

    def session_name(self, number: int, label: str | None) -> str:
        """Return how a session is called: its label, or its number."""
        return label or self.words("session.number", n=number)

    def chapter(self, title: str, content: Iterable[Part], label: str | None = None) -> Part:
        """Return a chapter; `title` is a key of the words."""
        return parts.section(self.words(title), content, label=label, new_page=True)

    def sheets(
        self, title: str, sheets: Iterable[Part], about: str | None = None, *, to_copy: bool = False
    ) -> Iterator[Part]:
        """Yield a chapter of sheets, unless there are none. The first stands right under the title.

        Those to copy have their pages to themselves: the title then keeps to the margin.
        """
        if found := list(sheets):
            opening = [parts.paragraph(self.words(about))] if about else []
            first = {**found[0], "new_page": False}
            yield parts.section(self.words(title), [*opening, first, *found[1:]], new_page=True, banner=to_copy)

    def section(self, title: str, content: Iterable[Part], *, listed: bool = True) -> Iterator[Part]:
        """Yield a section, unless it would be empty; `title` is a key of the words."""
        if found := list(content):
            yield parts.section(self.words(title), found, listed=listed)

    def text_section(self, title: str, text: Prose | None, *, listed: bool = True) -> Iterator[Part]:
        """Yield a section of one text, unless it is missing."""
        yield from self.section(title, reading.optional(text, self.texts), listed=listed)

    def see(self, refs: Iterable[Ref]) -> Iterator[Part]:
        """Yield a list of where in the book the entities stand that are referred to."""
        found = [(ref, entity) for ref in refs if (entity := self.find(ref)) is not None]
        if found:
            yield parts.items(
                "bullet",
                (
                    [
                        *parts.plain(f"{self.words(f'kind.{ref.kind}')}: "),
                        *parts.link_to(label_of(ref.kind, ref.id), entity.title),
                    ]
                    for ref, entity in found
                ),
            )

    def phase(self, title: str, phase: Phase | None) -> Iterator[Part]:
        """Yield what happens before, between or after the sessions."""
        if phase is not None:
            refs = (*phase.questionnaires, *phase.articles, *phase.homework, *phase.modules)
            yield from self.section(title, [self.texts.prose(phase.text), *self.see(refs)])

    def group_agreements(self) -> Iterator[Part]:
        """Yield what the group agrees on."""
        agreements = self.programme.group_agreements
        if agreements:
            content = parts.items("bullet", (self.texts.inline(text) for text in agreements))
            yield from self.section("programme.agreements", [content])

    def help_chapter(self, label: str | None) -> Part:
        """Return what to do when it is too much, on a page of its own."""
        block = reading.help_block(self.help, self.library_texts, self.words)
        return parts.section(self.help.title, block, label=label, new_page=True)

    def colophon(self) -> Iterator[Part]:
        """Yield evidence, rights, authors and change log."""
        programme, words = self.programme, self.words
        yield from self.section(
            "programme.evidence",
            [*reading.optional(programme.evidence, self.texts), *reading.citations(programme.citations)],
        )
        rights = programme.rights
        rows = [
            (words("sheet.fact.owner"), rights.owner if rights else None),
            (words("sheet.fact.licence"), rights.licence if rights else None),
            (words("programme.authors"), ", ".join(programme.authors)),
        ]
        disclaimer = reading.optional(rights.disclaimer if rights else None, self.texts)
        yield from self.section(
            "programme.rights", [parts.facts((name, value) for name, value in rows if value), *disclaimer]
        )
        yield from self.section("programme.changes", reading.change_log(programme.change_log, self.texts, words))
