"""What a period of a programme asks of participants: minutes of reading, homework, screens and meeting.

All minutes but those of reading are what authors wrote:

- **reading**: the session's own page (what to prepare, what the group did) and the articles that it gives, at the
  speed of `kring.prose.plain_text`. What the group reads together is part of the meeting. Homework pages are part of
  the homework. The plainer variant and the transcript of a recording stand beside other text, and are not counted.
- **homework**: the minutes of the homework that the session sets.
- **screen**: the steps of online modules that go with that homework, audio and video of those articles,
  questionnaires that fall after the session and are not filled in during it, and diaries from the session on.
- **meeting**: the minutes of the session.

Modules that a phase mentions without homework are for who wants them, and count nowhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kring.language.measure import counts
from kring.language.passages import Passage, passages
from kring.language.readability import Counts
from kring.model.activities import ModuleStep
from kring.model.catalogue import ProgrammePlan, SessionPlan
from kring.model.entities import Entities
from kring.model.programmes import Occasion, Phase
from kring.model.questionnaires import Diary, Questionnaire
from kring.model.reading import Article, Module
from kring.model.sessions import Homework
from kring.model.values import Ref
from kring.prose.plain_text import WORDS_A_MINUTE
from kring.source.documents import Document, Key
from kring.source.kinds import Kind

Wanted = TypeVar("Wanted")

DAYS_A_WEEK = 7

BESIDE = frozenset(("plain_language", "transcript"))
"""Fields whose text stands beside another one: nobody reads both."""
AT_HOME = ("title", "theme", "goals", "prepare", "recap")
"""Fields of a session that participants read by themselves; the agenda they go through together."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """The session with which a period begins; `label` stands for its number where there is one."""

    key: Key
    number: int
    label: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Period:
    """What a stretch of time asks, in minutes; `group` are those of the meeting with which it begins.

    `days` is how long it lasts, where that is known; `unknown` names what takes time of which nobody wrote how much.
    """

    reading: int
    homework: int
    screen: int
    group: int
    days: int | None
    unknown: tuple[str, ...]

    @property
    def home(self) -> int:
        """Minutes at home: everything but the meeting."""
        return self.reading + self.homework + self.screen

    @property
    def total(self) -> int:
        """All minutes."""
        return self.home + self.group


def before(plan: ProgrammePlan, entities: Entities) -> Period:
    """Return what comes before the first session."""
    due = [occasion for occasion in _occasions(plan) if occasion.before_first_session]
    return _Scope(plan.programme.key, entities).phase(plan.programme.phases.before, due, "before")


def after(plan: ProgrammePlan, entities: Entities) -> Period:
    """Return what comes after the last session, apart from what that session gave."""
    due = [occasion for occasion in _occasions(plan) if occasion.weeks_after_end is not None]
    return _Scope(plan.programme.key, entities).phase(plan.programme.phases.after, due, "after")


def between(plan: ProgrammePlan, entities: Entities) -> tuple[tuple[Meeting, Period], ...]:
    """Return what each session begins, until the next one; the last one is given a week."""
    scope = _Scope(plan.programme.key, entities)
    return tuple((_meeting(session), scope.session(plan, at)) for at, session in enumerate(plan.sessions))


def minutes(words: int) -> int:
    """Return how many minutes it takes to read so many words, rounded up."""
    return math.ceil(words / WORDS_A_MINUTE)


def is_beside(passage: Passage) -> bool:
    """Tell whether a text stands beside another one that says the same."""
    return not BESIDE.isdisjoint(passage.path)


def _occasions(plan: ProgrammePlan) -> tuple[Occasion, ...]:
    return plan.programme.measurement.occasions if plan.programme.measurement is not None else ()


def _meeting(session: SessionPlan) -> Meeting:
    return Meeting(session.session.key, session.number, session.entry.label, session.session.title)


def _read(found: Iterable[Passage]) -> Counts:
    return sum((counts(passage) for passage in found if not is_beside(passage)), Counts())


def read_whole(document: Document) -> Counts:
    """Return what is counted in all texts of a file."""
    return _read(passages(document))


def read_at_home(session: Document) -> Counts:
    """Return what is counted in the texts of a session that participants read at home."""
    return _read(passage for passage in passages(session) if passage.path[0] in AT_HOME)


@dataclass(frozen=True, slots=True)
class _Scope:
    """The programme whose references are followed."""

    key: Key
    entities: Entities

    def session(self, plan: ProgrammePlan, at: int) -> Period:
        session = plan.sessions[at]
        following = plan.sessions[at + 1].entry.days_after_previous if at + 1 < len(plan.sessions) else None
        days = DAYS_A_WEEK if following is None else following
        articles = list(self._found(session.session.articles, Article))
        sums = _Sums()
        self._homework(session.homework, sums)
        self._media(articles, sums)
        self._questionnaires(_due_after(session, _occasions(plan)), sums)
        for earlier in plan.sessions[: at + 1]:
            self._diaries(earlier.session.diaries, days, sums)
        own = read_at_home(self.entities.documents[session.session.key])
        words = (own + self._words(articles)).words
        return Period(minutes(words), sums.homework, sums.screen, session.session.minutes, days, sums.names)

    def phase(self, phase: Phase | None, occasions: Sequence[Occasion], name: str) -> Period:
        sums = _Sums()
        refs = [ref for occasion in occasions for ref in occasion.questionnaires]
        words = Counts()
        if phase is not None:
            articles = list(self._found(phase.articles, Article))
            self._homework(self._found(phase.homework, Homework), sums)
            self._media(articles, sums)
            refs = [*phase.questionnaires, *refs]
            own = (each for each in passages(self.entities.documents[self.key]) if each.path[:2] == ("phases", name))
            words = _read(own) + self._words(articles)
        self._questionnaires(refs, sums)
        return Period(minutes(words.words), sums.homework, sums.screen, 0, None, sums.names)

    def _homework(self, found: Iterable[Homework], sums: _Sums) -> None:
        for homework in found:
            sums.homework += homework.minutes
            if homework.module_step is not None:
                self._module_step(homework.module_step, sums)

    def _module_step(self, step: ModuleStep, sums: _Sums) -> None:
        module = self.entities.find(Ref(Kind.MODULE, step.module, step.span), self.key.id)
        if isinstance(module, Module):
            for candidate in module.steps:
                if candidate.id == step.step:
                    sums.add(candidate.minutes, candidate.title)

    def _media(self, articles: Iterable[Article], sums: _Sums) -> None:
        for article in articles:
            for medium in article.media:
                sums.add(medium.minutes, medium.title)

    def _questionnaires(self, refs: Iterable[Ref], sums: _Sums) -> None:
        for questionnaire in self._found(dict.fromkeys(refs), Questionnaire):
            sums.add(questionnaire.minutes, questionnaire.title)

    def _diaries(self, refs: Iterable[Ref], days: int, sums: _Sums) -> None:
        for diary in self._found(refs, Diary):
            times = days if diary.how_often == "daily" else days / DAYS_A_WEEK
            sums.add(None if diary.minutes is None else math.ceil(diary.minutes * times), diary.title)

    def _words(self, articles: Iterable[Article]) -> Counts:
        return sum((read_whole(self.entities.documents[article.key]) for article in articles), Counts())

    def _found(self, refs: Iterable[Ref], wanted: type[Wanted]) -> Iterator[Wanted]:
        entities = (self.entities.find(ref, self.key.id) for ref in refs)
        return (entity for entity in entities if isinstance(entity, wanted))


def _due_after(session: SessionPlan, occasions: Sequence[Occasion]) -> Iterator[Ref]:
    """Yield the questionnaires of the occasions after a session that are not filled in during it."""
    during = {ref.id for step in session.activities for ref in step.questionnaires}
    for occasion in occasions:
        if occasion.after_session is not None and occasion.after_session.id == session.session.key.id:
            yield from (ref for ref in occasion.questionnaires if ref.id not in during)


@dataclass(slots=True)
class _Sums:
    """Minutes that are being added up, and the names of what has none."""

    homework: int = 0
    screen: int = 0
    names: tuple[str, ...] = ()

    def add(self, minutes: int | None, name: str) -> None:
        if minutes is None:
            self.names = (*self.names, name)
        else:
            self.screen += minutes
