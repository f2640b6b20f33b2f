"""What changed in a programme between two versions of it: values with the words of then and of now.

Texts are compared sentence by sentence, as bare words: a trainer reads what is otherwise, and no more. What differs in
no word (a score, a limit) is said to be otherwise, without saying how.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from difflib import SequenceMatcher
from typing import Any

from kring.findings import Span
from kring.model.activities import Activity, ScriptLine
from kring.model.catalogue import Catalogue, SessionPlan
from kring.prose.plain_text import plain_text
from kring.prose.text import Prose
from kring.source import nodes
from kring.source.documents import Key
from kring.source.kinds import KINDS, MENU, Kind

_WORDS_OF = frozenset({"title", "goals", "item", "text", "label", "term", "low", "high", "unit", "when"})
"""Fields of bare words that people read; other bare words (a kind, a unit of time) are choices from a list."""

_SHEETS = tuple(kind for kind in MENU if KINDS[kind].in_programme and KINDS[kind].by_link)
"""What lies beside the sessions and has an address: homework, questionnaires and such."""

_SENTENCE = re.compile(r"(?<=[.?!:])\s+")

_VOICES = ("say", "do", "ask")

_FOR_THE_BOOK = frozenset({"keyword", "handout"})
"""Fields that lead to a place in a book, and change nothing of what happens: an index word, what a material is printed
from."""

_NOT_COMPARED = frozenset({"key", "id", "span", "node", "formerly", "use"})


@dataclass(frozen=True, slots=True)
class Words:
    """A text that was changed; "" where it was not there then, or is not there now. `voice` is that of a script."""

    before: str
    now: str
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """A thing that is new, gone, or otherwise. `how` is `added`, `removed` or `changed`.

    `minutes` are those of then and now, where they differ; `moved` says that it has another place in the order.
    """

    kind: str
    id: str
    title: str
    how: str
    minutes: tuple[int, int] | None = None
    moved: bool = False
    texts: tuple[Words, ...] = ()
    parts: tuple[Changed, ...] = ()


def changes(before: Catalogue, now: Catalogue, programme: str) -> tuple[Changed, ...]:
    """Return what changed: the safety protocol, the sessions in their order, then homework and other sheets."""
    old, new = before.plans[programme], now.plans[programme]
    found = [_compared("safety", _Safety(programme), old.programme.safety, new.programme.safety)]
    found += _sessions(old.sessions, new.sessions)
    for kind in _SHEETS:
        found += _entities(kind, before, now, programme)
    return tuple(each for each in found if each is not None)


def changed_steps(found: Iterable[Changed]) -> frozenset[tuple[str, str]]:
    """Return the steps that are new or otherwise now, each by the id of its session and its own."""
    return frozenset(
        (session.id, step.id)
        for session in found
        if session.kind == "session"
        for step in session.parts
        if step.how != "removed"
    )


@dataclass(frozen=True, slots=True)
class _Safety:
    id: str
    title: str = ""


def _sessions(before: tuple[SessionPlan, ...], now: tuple[SessionPlan, ...]) -> Iterator[Changed | None]:
    pairs = _pairs([plan.session for plan in before], [plan.session for plan in now], lambda each: each.key.id)
    plans = {id(plan.session): plan for plan in (*before, *now)}
    for old, new, moved in pairs:
        steps: tuple[Changed, ...] = ()
        if old is not None and new is not None:
            steps = tuple(_steps(plans[id(old)].activities, plans[id(new)].activities))
        yield _compared("session", new or old, old, new, moved=moved, parts=steps, without=frozenset({"agenda"}))


def _steps(before: tuple[Activity, ...], now: tuple[Activity, ...]) -> Iterator[Changed]:
    for old, new, moved in _pairs(before, now, lambda each: each.id):
        found = _compared("step", new or old, old, new, moved=moved)
        if found is not None:
            yield found


def _entities(kind: Kind, before: Catalogue, now: Catalogue, programme: str) -> Iterator[Changed | None]:
    def of(catalogue: Catalogue) -> list[Any]:
        keys = catalogue.entities.by_key
        wanted = catalogue.plans[programme]
        reached: dict[Key, None] = {key: None for key in keys if key.kind is kind and key.programme == programme}
        waiting: list[object] = [wanted]
        seen: set[Key] = set()
        while waiting:
            for key in catalogue.entities.meant(waiting.pop(0), programme):
                if key not in seen and key.kind is not Kind.PROGRAMME and key in keys:
                    seen.add(key)
                    waiting.append(keys[key])
                    reached |= {key: None} if key.kind is kind else {}
        return [keys[key] for key in sorted(reached, key=lambda key: key.id)]

    for old, new, _ in _pairs(of(before), of(now), lambda each: each.key.id):
        yield _compared(str(kind), new or old, old, new)


def _pairs(before: Iterable[Any], now: Iterable[Any], id_of: Any) -> Iterator[tuple[Any, Any, bool]]:
    """Yield things of then and now that are the same by id, in the order of now; what is gone comes last."""
    left = {id_of(each): each for each in before}
    order = list(left)
    matched = []
    for new in now:
        ids = (id_of(new), *getattr(new, "formerly", ()))
        name = next((each for each in ids if each in left), None)
        matched.append((name, left.pop(name) if name is not None else None, new))
    names = [name for name, _, _ in matched if name is not None]
    kept = [name for name in order if name in names]
    blocks = SequenceMatcher(None, kept, names, autojunk=False).get_matching_blocks()
    in_order = {kept[number] for block in blocks for number in range(block.a, block.a + block.size)}
    for name, old, new in matched:
        yield old, new, name is not None and name not in in_order
    for old in left.values():
        yield old, None, False


def _compared(
    kind: str,
    thing: Any,
    old: Any,
    new: Any,
    *,
    moved: bool = False,
    parts: tuple[Changed, ...] = (),
    without: frozenset[str] = frozenset(),
) -> Changed | None:
    """Return what is different; None where nothing is."""
    if old is None and new is None:
        return None
    id = thing.key.id if hasattr(thing, "key") else thing.id
    if old is None or new is None:
        return Changed(kind, id, thing.title, "added" if old is None else "removed")
    if not (moved or parts) and _bare(old, without) == _bare(new, without):
        return None
    minutes = (old.minutes, new.minutes) if getattr(old, "minutes", 0) != getattr(new, "minutes", 0) else None
    return Changed(kind, id, thing.title, "changed", minutes, moved, tuple(_words(old, new, without)), parts)


def _words(old: Any, new: Any, without: frozenset[str]) -> Iterator[Words]:
    """Yield the sentences that differ, beside those that stood in their place."""
    before, now = list(_texts(old, without)), list(_texts(new, without))
    for tag, a, b, c, d in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if tag != "equal":
            gone, come = before[a:b], now[c:d]
            yield Words(" ".join(text for _, text in gone), " ".join(text for _, text in come), (come or gone)[0][0])


def _texts(value: Any, without: frozenset[str] = frozenset()) -> Iterator[tuple[str, str]]:
    """Yield the sentences in a value that people read, each with its voice in a script."""
    if isinstance(value, Prose):
        yield from (("", sentence) for sentence in _SENTENCE.split(plain_text(value)))
    elif isinstance(value, ScriptLine):
        said = ((voice, getattr(value, voice)) for voice in _VOICES)
        yield from ((voice, each) for voice, text in said if text for each in _SENTENCE.split(plain_text(text)))
    elif isinstance(value, tuple) and not isinstance(value, Span | Key):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value) and not isinstance(value, nodes.Mapping):
        for field in fields(value):
            if field.name not in _NOT_COMPARED | without:
                held = getattr(value, field.name)
                yield from (("", each) for each in _bare_words(field.name, held))
                yield from _texts(held)


def _bare_words(name: str, held: Any) -> Iterator[str]:
    if name in _WORDS_OF:
        yield from (each for each in (held if isinstance(held, tuple) else (held,)) if isinstance(each, str))


def _bare(value: Any, without: frozenset[str] = frozenset()) -> Any:
    """Return a value without the places where it was written: equal where nothing was changed."""
    if isinstance(value, Prose):
        return value.text
    if isinstance(value, tuple) and not isinstance(value, Key):
        return tuple(_bare(item) for item in value)
    if is_dataclass(value) and not isinstance(value, nodes.Mapping):
        return tuple(
            _bare(getattr(value, field.name))
            for field in fields(value)
            if field.name not in {"span", "node", "formerly", "key"} | _FOR_THE_BOOK | without
        )
    return value
