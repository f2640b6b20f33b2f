"""Other valid content for facilitators: longer, shorter, gone, in another order, with other choices and numbers.

Each function returns a copy of content in which everything that participants may see is as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from random import Random

from tests.every_field.files import Content, Data, File, holder, put, take
from tests.every_field.schema_parts import Place, accepts, walk
from tests.oracles.facilitators_content import ARTICLE, planted

Change = Callable[[Content], Content]

QUESTIONNAIRE = "content/questionnaires/vragen.yml"

NEEDED = {
    "homework.not_reviewed_because",
    "programme.facilitators.reason",
    "programme.no_personal_goal_because",
    "programme.sign_off",
    "questionnaire.owner",
    "questionnaire.permission",
    "session.agenda.reviews",
    "session.agenda.override.reviews",
}
"""Facilitators' fields that this content cannot do without: the checks ask for them."""

SCORING = ("answer_scales.options.score", "items.reversed", "items.scored", "scales", "worked_examples")
"""What hangs together in a questionnaire, so that no part of it can be changed alone."""

FORMS = ("2031-12-24", "08:05", "https://heel-ergens-anders.example.org", "https://example.org/anders")
"""Other texts for fields with a form of their own."""

LONG = "Veel meer woorden, met nadruk en een getal: 12. " * 5

REMARK = """\
::: facilitator
Eerst dit: [kort](article:kort), [prikkels](term:prikkels), met een noot.[^klein]

[^klein]: Een andere noot, onder hetzelfde woord.

1. Een lijst

| Wat   | Wanneer |
| ----- | ------- |
| lezen | straks  |

![Dezelfde kaart](media:kaart.svg)
:::
"""


def with_canaries(content: Content) -> Content:
    """Write longer texts; add entities, media, remarks, comments, drafts, and programmes that stand in no site."""
    return planted(content).content


def bare(content: Content) -> Content:
    """Leave everything out that facilitators can do without."""
    copy = content.copy()
    for file in copy.files.values():
        for place in reversed(theirs(file)):
            if place.optional and not _is_needed(place):
                take(file.data, place.steps)
    return without_remarks(copy)


def otherwise(content: Content) -> Content:
    """Make other choices, and write other numbers, dates and much longer texts."""
    copy = content.copy()
    for file in copy.files.values():
        for place in theirs(file):
            _change(file, place, other(place))
    return with_other_scoring(copy)


def shorter(content: Content) -> Content:
    """Make every text one word."""
    copy = content.copy()
    for file in copy.files.values():
        for place in theirs(file):
            if place.part.takes_any_words:
                put(file.data, place.steps, "Zo")
    return copy


def more_of_everything(content: Content) -> Content:
    """Put two more items before each in a list, so that the last comes first."""
    copy = content.copy()
    for file in copy.files.values():
        for place in reversed(theirs(file)):
            if isinstance(place.value, list) and _may_grow(place):
                more = [deepcopy(place.value[-1]), *deepcopy(place.value), *reversed(place.value)]
                put(file.data, place.steps, more)
    return copy


def rearranged(content: Content) -> Content:
    """Turn the order of all fields in a file around, and of facilitators' lists."""
    copy = content.copy()
    for file in copy.files.values():
        for place in theirs(file):
            if isinstance(place.value, list) and _may_turn(place):
                place.value.reverse()
    files = {path: replace(file, data=_turned(file.data)) for path, file in reversed(copy.files.items())}
    return replace(copy, files=files)


def with_remarks(content: Content) -> Content:
    """Put remarks at the top, in the middle and at the end, with words, notes and pictures like the article's own."""
    article = content.files[ARTICLE]
    paragraphs = _body_without_remarks(article).split("\n\n## ")
    body = "\n" + f"\n{REMARK}\n## ".join([f"{REMARK}{paragraphs[0]}\n", *(f"{part}\n" for part in paragraphs[1:])])
    return content.with_files(replace(article, body=f"{body}\n{REMARK}{REMARK.rstrip()}"))


def without_remarks(content: Content) -> Content:
    """Take the remarks out of the articles."""
    with_body = [file for file in content.files.values() if file.body is not None]
    return content.with_files(*(replace(file, body=_body_without_remarks(file)) for file in with_body))


def with_other_scoring(content: Content) -> Content:
    """Score the questionnaire in quite another way."""
    copy = content.copy()
    data = copy.files[QUESTIONNAIRE].data
    for option, score in zip(data["answer_scales"][0]["options"], (10, 5, 1), strict=True):
        option["score"] = score
    for item in data["items"]:
        item["reversed"], item["scored"] = False, item["id"] == "zwaar"
    data["scales"] = [
        {"id": id, "title": title, "items": ["zwaar"], "method": "mean", "missing": "refuse", "direction": worse}
        for id, title, worse in (("aaa", "Last", "higher_is_worse"), ("zzz", "Ook last", "higher_is_better"))
    ]
    data["worked_examples"] = [
        {"title": "Heel vaak", "answers": {"zwaar": "vaak"}, "scores": {"aaa": 1, "zzz": 1}},
        {"title": "Nooit", "answers": {"zwaar": "nooit"}, "scores": {"aaa": 10}},
    ]
    return copy


CHANGES: tuple[Change, ...] = (
    with_canaries,
    bare,
    otherwise,
    shorter,
    more_of_everything,
    rearranged,
    with_remarks,
    with_other_scoring,
)


def at_random(content: Content, seed: int) -> Content:
    """Change each facilitators' field in another way, or not at all."""
    random = Random(seed)
    copy = content.copy()
    for file in copy.files.values():
        for place in reversed(theirs(file)):
            _change_at_random(file, place, random)
    for change in random.sample((with_remarks, without_remarks, with_other_scoring, rearranged), k=2):
        copy = change(copy)
    return copy


def theirs(file: File) -> list[Place]:
    """Return every value in a file that only facilitators may see, the outer before the inner."""
    places = list(walk(file.kind, file.data))
    others = [place.steps for place in places if place.part.audience != "facilitator"]
    shared = {steps[:length] for steps in others for length in range(len(steps))}
    return [place for place in places if place.part.audience == "facilitator" and place.steps not in shared]


def other(place: Place) -> Data:
    """Return another valid value for one that is no list or mapping; the same where there is none."""
    return next((value for value in _others(place) if value != place.value and _fits(place, value)), place.value)


def _others(place: Place) -> Iterator[Data]:
    match place.value:
        case bool():
            yield not place.value
        case int() | float():
            # What is the least may not become more than the most.
            yield 1 if place.part.path.endswith(("minutes_min", ".min")) else place.value + 3
        case str() if "enum" in place.part.schema:
            yield from reversed(place.part.schema["enum"])
        case str() if place.part.takes_any_words:
            yield from (LONG, LONG[:100])
        case str():
            yield from FORMS


def _fits(place: Place, value: Data) -> bool:
    return accepts(place.part.schema, value)


def _change(file: File, place: Place, value: Data) -> None:
    """Write another value, unless that would pull apart what hangs together."""
    if not isinstance(place.value, dict | list) and not _is_scoring(place) and "x-ref" not in place.part.schema:
        put(file.data, place.steps, value)


def _change_at_random(file: File, place: Place, random: Random) -> None:
    way = random.choice(("keep", "change", "leave out", "turn around", "grow"))
    if way == "change":
        _change(file, place, other(place))
    elif way == "leave out" and place.optional and not _is_needed(place) and not _is_scoring(place):
        if not _is_last(file, place):
            take(file.data, place.steps)
    elif isinstance(place.value, list):
        if way == "turn around" and _may_turn(place):
            holder(file.data, place.steps).reverse()
        elif way == "grow" and _may_grow(place):
            put(file.data, place.steps, [*holder(file.data, place.steps), *deepcopy(place.value)])


def _is_last(file: File, place: Place) -> bool:
    """Tell whether nothing else is left in the list: some may not be empty."""
    within = holder(file.data, place.steps[:-1])
    return isinstance(within, list) and len(within) == 1


def _is_needed(place: Place) -> bool:
    return place.part.path.startswith(tuple(NEEDED))


def _is_scoring(place: Place) -> bool:
    return place.part.path.startswith(tuple(f"questionnaire.{part}" for part in SCORING))


def _may_grow(place: Place) -> bool:
    """Tell whether a list may hold the same thing twice."""
    with_ids = any(isinstance(item, dict) and "id" in item for item in place.value)
    limited = {"uniqueItems", "maxItems", "x-ref"} & place.part.schema.keys()
    return not with_ids and not limited and not _is_scoring(place)


def _may_turn(place: Place) -> bool:
    """Tell whether the order in a list is free. Bands go up."""
    return not place.part.path.endswith(".bands")


def _turned(data: Data) -> Data:
    if isinstance(data, dict):
        return {key: _turned(value) for key, value in reversed(data.items())}
    return [_turned(item) for item in data] if isinstance(data, list) else data


def _body_without_remarks(file: File) -> str:
    return re.sub(r"^::: facilitator$.*?^:::$\n?", "", file.body or "", flags=re.MULTILINE | re.DOTALL)
