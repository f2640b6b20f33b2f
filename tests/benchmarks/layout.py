"""What a generated root holds: programmes, sessions and everything around them, as ids and titles that link up.

Pages are HTML pages of both editions together, as the site plans count them: a session has three (its page, its
catch-up page and its guide), homework, an article or a hand-out two, an activity of the library one.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.benchmarks.words import OTHER

SESSIONS = 8
"""Sessions of a whole programme."""

SHARED_PAGES = 23
"""Pages that every root has: front pages, glossary, module, four pages, the library and its shared activities."""

SHARED_FILES = 16
"""Source files that every root has."""

SHARED_ACTIVITIES = 8
SHARED_TERMS = 12
TERMS_OF_A_PROGRAMME = 2


@dataclass(frozen=True, slots=True)
class Name:
    """Something with an id and a title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article with the headings of its sections; `image` is the file name of its picture, if it has one."""

    name: Name
    headings: tuple[str, ...]
    image: str | None


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme with all that belongs to it alone, and the exercises of the library that it takes up."""

    name: Name
    sessions: tuple[Name, ...]
    homework: tuple[Name, ...]
    articles: tuple[Article, ...]
    handouts: tuple[Name, ...]
    questionnaires: tuple[Name, ...]
    diary: Name
    exercises: tuple[Name, ...]
    terms: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole root. `activities` are the shared ones; `articles` are the library's."""

    programmes: tuple[Programme, ...]
    activities: tuple[Name, ...]
    articles: tuple[Article, ...]
    exercises: tuple[Name, ...]
    terms: tuple[Name, ...]
    module: Name


@dataclass(frozen=True, slots=True)
class Shape:
    """How much a programme of some number of sessions holds."""

    sessions: int

    @property
    def parts(self) -> int:
        """Articles, and hand-outs too: three for every four sessions."""
        return max(1, self.sessions * 3 // 4)

    @property
    def questionnaires(self) -> int:
        return 2 if self.sessions > 3 else 1

    @property
    def exercises(self) -> int:
        return max(1, self.sessions // 2)

    @property
    def files(self) -> int:
        """Source files: the programme, sessions, homework, articles, hand-outs, questionnaires, diary, exercises."""
        return 1 + self.sessions + (self.sessions - 1) + 2 * self.parts + self.questionnaires + 1 + self.exercises

    @property
    def pages(self) -> int:
        """Pages in both editions: nine about the programme, three a session, two of each part, one an exercise."""
        both = (self.sessions - 1) + 2 * self.parts + self.questionnaires + 1
        return 9 + 3 * self.sessions + 2 * both + self.exercises


@dataclass(frozen=True, slots=True)
class Size:
    """How many programmes, sessions in each, and articles and exercises of the library beside them."""

    programmes: int
    sessions: int
    articles: int
    exercises: int = 0


def size_in_pages(pages: int) -> Size:
    """Return the size of a root with exactly `pages` HTML pages over both editions."""
    sessions = _sessions([Shape(count).pages for count in range(2, SESSIONS + 1)], pages - SHARED_PAGES)
    programmes, rest = divmod(pages - SHARED_PAGES, Shape(sessions).pages)
    return Size(programmes, sessions, *divmod(rest, 2))


def size_in_files(files: int) -> Size:
    """Return the size of a root with exactly `files` source files (YAML and Markdown; images not counted)."""
    sessions = _sessions([Shape(count).files for count in range(2, SESSIONS + 1)], files - SHARED_FILES)
    return Size(*_with_rest(files - SHARED_FILES, Shape(sessions).files, sessions))


def _with_rest(files: int, each: int, sessions: int) -> tuple[int, int, int]:
    programmes, rest = divmod(files, each)
    return programmes, sessions, rest


def _sessions(costs: list[int], room: int) -> int:
    """Return how many sessions a programme gets: as many as fit, at least 2."""
    fitting = [sessions for sessions, cost in enumerate(costs, start=2) if cost <= room]
    if not fitting:
        raise ValueError("too small: a root needs room for a programme of two sessions")
    return max(fitting)


def lay_out(size: Size, seed: int) -> Layout:
    """Return the layout of a root of some size; the same for the same seed."""
    names = _Names(random.Random(f"layout {seed}"))
    return Layout(
        programmes=tuple(_programme(Shape(size.sessions), names) for _ in range(size.programmes)),
        activities=names.several(SHARED_ACTIVITIES),
        articles=tuple(names.article(number) for number in range(size.articles)),
        exercises=names.several(size.exercises),
        terms=names.several(SHARED_TERMS, words=1),
        module=names.name(2),
    )


def _programme(shape: Shape, names: _Names) -> Programme:
    return Programme(
        name=names.name(3),
        sessions=names.several(shape.sessions),
        homework=names.several(shape.sessions - 1),
        articles=tuple(names.article(number) for number in range(shape.parts)),
        handouts=names.several(shape.parts),
        questionnaires=names.several(shape.questionnaires),
        diary=names.name(2),
        exercises=names.several(shape.exercises),
        terms=names.several(TERMS_OF_A_PROGRAMME, words=1),
    )


class _Names:
    """Makes names; a number behind each id keeps them apart."""

    def __init__(self, chance: random.Random) -> None:
        self.random = chance
        self.made = 0

    def name(self, words: int) -> Name:
        self.made += 1
        picked = self.random.sample(OTHER, words)
        return Name(f"{'-'.join(picked)}-{self.made}", f"{' '.join(picked).capitalize()} {self.made}")

    def several(self, count: int, words: int = 3) -> tuple[Name, ...]:
        return tuple(self.name(words) for _ in range(count))

    def article(self, number: int) -> Article:
        """Return an article; every second one has a picture."""
        name = self.name(4)
        headings = tuple(" ".join(self.random.sample(OTHER, 4)).capitalize() for _ in range(5))
        return Article(name, headings, f"{name.id}.svg" if number % 2 == 0 else None)
