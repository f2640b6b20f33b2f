"""A programme's language at a glance: figures of each page that participants read, and what is worth a second look."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from kring.findings import Span
from kring.language.measure import counts
from kring.language.norms import Norms, norms_by_file, read_in, site_wording
from kring.language.passages import Passage, passages
from kring.language.periods import Meeting, is_beside, minutes
from kring.language.readability import Counts, class_of
from kring.language.remarks import Look, is_own_wording, remarks
from kring.language.wordlist import own_words
from kring.language.workload import Workload, workload
from kring.model.activities import Use
from kring.model.catalogue import Catalogue, ProgrammePlan, SessionPlan
from kring.model.wording import Avoided
from kring.source import nodes
from kring.source.documents import Key
from kring.source.kinds import MENU, Kind

ORDER = (Kind.PROGRAMME, *(kind for kind in MENU if kind is not Kind.ACTIVITY))
"""Kinds of page, in the order in which those that belong to no session are listed. An activity is read in a session."""


@runtime_checkable
class Titled(Protocol):
    """What has a page that is called something."""

    @property
    def title(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Figures:
    """What is counted in a page, or in several: words, sentences, minutes of reading and reading ease.

    `ease` is None where there are too few words to say; `is_hard`: it is below what is asked.
    """

    words: int
    sentences: int
    words_per_sentence: float | None
    minutes: int
    ease: float | None
    ease_class: str | None
    is_hard: bool


@dataclass(frozen=True, slots=True)
class PageFigures:
    """A page that participants read. `catch_up`: the one for who missed the session, not the session's own."""

    key: Key
    title: str
    catch_up: bool
    figures: Figures


@dataclass(frozen=True, slots=True)
class Group:
    """The pages of a week, and their figures together; `meeting` is None for pages that belong to no session."""

    meeting: Meeting | None
    pages: tuple[PageFigures, ...]
    figures: Figures


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or word to look at again, and the page on which it stands.

    `about` are the words of a passive, or what to say instead; `count` the words of a long sentence.
    """

    key: Key
    title: str
    look: Look
    words: str
    about: str
    count: int


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the page about language and workload shows. `kring_words` is how many words Kring itself lists."""

    workload: Workload
    groups: tuple[Group, ...]
    sentences: tuple[Sentence, ...]
    sentence_words_max: int
    reading_ease_min: float
    avoid: tuple[Avoided, ...]
    allow: tuple[str, ...]
    kring_words: int

    def looked_at(self, look: str) -> tuple[Sentence, ...]:
        """Return what is worth a second look for one reason."""
        return tuple(sentence for sentence in self.sentences if sentence.look == look)


def overview(plan: ProgrammePlan, catalogue: Catalogue, shown: Container[Key]) -> Overview:
    """Return the language of a programme. `shown` holds the keys of the pages that participants have."""
    pages = _Pages(plan, catalogue, shown)
    groups = tuple(pages.groups())
    wordings = (plan.programme.reading, site_wording(catalogue))
    asked = pages.asked(plan.programme.key)
    return Overview(
        workload(plan, catalogue.entities),
        groups,
        tuple(pages.sentences(dict.fromkeys(page.key for group in groups for page in group.pages))),
        asked.sentence_words_max,
        asked.reading_ease_min,
        tuple(avoided for wording in wordings for avoided in wording.avoid),
        tuple(dict.fromkeys(word for wording in wordings for word in wording.allow)),
        len(own_words()),
    )


@dataclass(frozen=True, slots=True)
class _Pages:
    plan: ProgrammePlan
    catalogue: Catalogue
    shown: Container[Key]

    def asked(self, key: Key) -> Norms:
        return norms_by_file(self.catalogue)[key]

    def groups(self) -> Iterator[Group]:
        listed: set[Key] = set()
        for session in self.plan.sessions:
            given = [*session.session.articles, *session.session.homework]
            found = (self.catalogue.entities.key_of(ref, self.plan.id) for ref in given)
            keys = [key for key in found if key is not None and key in self.shown]
            listed.update(keys)
            meeting = Meeting(session.session.key, session.number, session.entry.label, session.session.title)
            yield self._group(meeting, [*self._of_session(session), *self._of(keys)])
        rest = [key for key in read_in(self.plan, self.catalogue) if key.kind in ORDER and key not in listed]
        rest = [key for key in rest if key in self.shown or key == self.plan.programme.key]
        rest.sort(key=lambda key: (ORDER.index(key.kind), self._title(key), key.id))
        yield self._group(None, list(self._of(rest)))

    def sentences(self, keys: Iterable[Key]) -> Iterator[Sentence]:
        """Yield each sentence once: an activity of the library may be on several pages."""
        seen: set[Span] = set()
        for key in keys:
            for file, passage in self._written(key):
                if is_own_wording(file.kind, passage) and passage.span not in seen:
                    seen.add(passage.span)
                    for remark in remarks(passage, self.asked(file)):
                        yield Sentence(key, self._title(key), remark.look, remark.words, remark.about, remark.count)

    def _group(self, meeting: Meeting | None, pages: list[tuple[PageFigures, Counts]]) -> Group:
        together = sum((found for _, found in pages), Counts())
        figures = _figures(together, self.asked(self.plan.programme.key))
        return Group(meeting, tuple(page for page, _ in pages), figures)

    def _of(self, keys: Iterable[Key]) -> Iterator[tuple[PageFigures, Counts]]:
        return (self._page(key, key_passages) for key in keys for key_passages in [list(self._written(key))])

    def _of_session(self, session: SessionPlan) -> Iterator[tuple[PageFigures, Counts]]:
        key = session.session.key
        written = list(self._written(key))
        yield self._page(key, [(file, passage) for file, passage in written if passage.path[0] != "catch_up"])
        missed = [(file, passage) for file, passage in written if passage.path[0] == "catch_up"]
        if missed:
            yield self._page(key, missed, catch_up=True)

    def _page(
        self, key: Key, written: Iterable[tuple[Key, Passage]], *, catch_up: bool = False
    ) -> tuple[PageFigures, Counts]:
        found = sum((counts(passage) for _, passage in written if not is_beside(passage)), Counts())
        return PageFigures(key, self._title(key), catch_up, _figures(found, self.asked(key))), found

    def _written(self, key: Key) -> Iterator[tuple[Key, Passage]]:
        """Yield the passages of a page, each with the key of the file in which it is written."""
        entities = self.catalogue.entities
        yield from ((key, passage) for passage in passages(entities.documents[key]))
        session = next((each for each in self.plan.sessions if each.session.key == key), None)
        for use in (item for item in session.session.agenda if isinstance(item, Use)) if session else ():
            library = entities.key_of(use.use, self.plan.id)
            override = use.node.get("override")
            replaced = {entry.key for entry in override.entries} if isinstance(override, nodes.Mapping) else set()
            if library is not None and library in entities.documents:
                taken = (each for each in passages(entities.documents[library]) if each.path[0] not in replaced)
                yield from ((library, passage) for passage in taken)

    def _title(self, key: Key) -> str:
        found = self.catalogue.entities.by_key[key]
        assert isinstance(found, Titled)
        return found.title


def _figures(found: Counts, asked: Norms) -> Figures:
    ease = found.ease
    return Figures(
        found.words,
        found.sentences,
        found.words_per_sentence,
        minutes(found.words),
        ease,
        None if ease is None else class_of(ease),
        is_hard=ease is not None and ease < asked.reading_ease_min,
    )
