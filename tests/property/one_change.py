"""One change to a valid document, of any kind that a hand, an editor or a merge can make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from random import Random
from typing import Any

from tests.every_field.files import Content, Data, File, holder, put, take
from tests.every_field.schema_parts import walk
from tests.payloads import PAYLOADS

SIGNS = (
    *"\t \u00a0:-?#&*!|>%@`\"'{}[],.~^\\/<=+$_0a\r\n",
    *(
        "\ufeff",
        "\u2028",
        "\u202e",
        "\u200b",
        "\u00ad",
        "\0",
        "\x07",
        "\x85",
        "\ufffe",
        "“",
        "é",
        "e\u0301",
        "\U0001f600",
        "漢",
    ),
    *(
        "\n\n",
        "\n---\n",
        "\n...\n",
        "\n:::\n",
        "\n::: facilitator\n",
        "\n# ",
        ": ",
        "- ",
        " #",
        "::",
        "'s ",
        "**",
        "[x](",
    ),
    *(
        "&#x1F600;",
        "&lt;",
        "](article:x)",
        "![](media:x.svg)",
        "[^x]",
        "# kring: allow ",
        "<b>",
        "10:30",
        "ja",
        "{{ x }}",
    ),
)
"""What may slip in."""

VALUES: tuple[Data, ...] = (
    *(None, True, False, 0, 1, -1, 2, 3, 10**6, 10**18, 0.1, -0.5, 1e300, 1e-300),
    *("", " ", "x", "woord", "Een zin. En nog een.", "0", "true", "null", "~", "10:30", "2026-02-30", "9999-12-31"),
    *(
        "article:kort",
        "alles",
        "https://example.org",
        "een-id",
        "x" * 400,
        "\U0001f600",
        "a\n\nb",
        "| a |\n|---|\n| b |",
    ),
    *([], [1], ["x"], ["x", "x"], [[]], [{}], {}, {"id": "x"}, {"x": {"y": "z"}}, {"kind": "choice"}),
)
"""What may stand somewhere instead of what should."""

OnData = Callable[[Content, File, Random], None]
OnText = Callable[[str, Random], str]


def leave_out(content: Content, file: File, random: Random) -> None:
    """Leave a field or an item out."""
    take(file.data, _somewhere(file, random))


def rename(content: Content, file: File, random: Random) -> None:
    """Give a field another name: one that is misspelt, or that stands elsewhere."""
    steps = _field(file, random)
    *outer, name = steps
    group = holder(file.data, outer)
    other = random.choice(
        [f"{name}s", str(name)[:-1], str(name).upper(), _field(file, random)[-1], "id", "kind", "use"]
    )
    renamed = {(other if key == name else key): value for key, value in group.items()}
    group.clear()
    group.update(renamed)


def write_otherwise(content: Content, file: File, random: Random) -> None:
    """Write something else in the place of a value."""
    put(file.data, _somewhere(file, random), deepcopy(random.choice([*VALUES, random.choice(PAYLOADS)])))


def write_what_stands_elsewhere(content: Content, file: File, random: Random) -> None:
    """Write the value of another place, of this or another file, in the place of a value."""
    other = random.choice(list(content.files.values()))
    put(file.data, _somewhere(file, random), deepcopy(holder(other.data, _somewhere(other, random))))


def swap(content: Content, file: File, random: Random) -> None:
    """Let two values change places."""
    one, other = _somewhere(file, random), _somewhere(file, random)
    if one[: len(other)] == other or other[: len(one)] == one:
        return
    value = holder(file.data, one)
    put(file.data, one, holder(file.data, other))
    put(file.data, other, value)


def repeat(content: Content, file: File, random: Random) -> None:
    """Put the same item into a list once more."""
    lists = [place for place in walk(file.kind, file.data) if isinstance(place.value, list) and place.value]
    if lists:
        items = random.choice(lists).value
        items.insert(random.randrange(len(items) + 1), random.choice(items))


def insert(content: Content, file: File, random: Random) -> None:
    """Put something else into a list."""
    lists = [place for place in walk(file.kind, file.data) if isinstance(place.value, list)]
    if lists:
        items = random.choice(lists).value
        items.insert(random.randrange(len(items) + 1), deepcopy(random.choice(VALUES)))


def add_a_field(content: Content, file: File, random: Random) -> None:
    """Write a field of another place, or of no place, in a group of fields."""
    groups = [place for place in walk(file.kind, file.data) if isinstance(place.value, dict)]
    other = _field(file, random)
    name = random.choice([other[-1], "xyzzy", "formerly", "shown_if", "options", "override", "reviews", "min", "is"])
    random.choice(groups).value[name] = deepcopy(random.choice([*VALUES, holder(file.data, other)]))


ON_DATA: tuple[OnData, ...] = (
    *(leave_out, rename, write_otherwise, write_what_stands_elsewhere, swap, repeat, insert, add_a_field),
)


def slip_in(text: str, random: Random) -> str:
    """Let one sign, or a few, slip in somewhere."""
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(SIGNS) + text[at:]


def lose(text: str, random: Random) -> str:
    """Lose a sign."""
    at = random.randrange(len(text))
    return text[:at] + text[at + 1 :]


def change_a_sign(text: str, random: Random) -> str:
    """Type another sign."""
    at = random.randrange(len(text))
    return text[:at] + random.choice(SIGNS) + text[at + 1 :]


def indent(text: str, random: Random) -> str:
    """Indent a line more, less, or with something else."""
    lines = text.split("\n")
    number = random.randrange(len(lines))
    bare = lines[number].lstrip(" ")
    spaces = len(lines[number]) - len(bare)
    lead = random.choice(
        [" " * (spaces + 1), " " * (spaces + 2), " " * max(0, spaces - 1), "", "\t", "\u00a0" * spaces]
    )
    lines[number] = lead + bare
    return "\n".join(lines)


def lose_a_line(text: str, random: Random) -> str:
    """Lose a line."""
    lines = text.split("\n")
    del lines[random.randrange(len(lines))]
    return "\n".join(lines)


def repeat_a_line(text: str, random: Random) -> str:
    """Have a line twice."""
    lines = text.split("\n")
    lines.insert(random.randrange(len(lines) + 1), random.choice(lines))
    return "\n".join(lines)


def swap_lines(text: str, random: Random) -> str:
    """Let two lines change places."""
    lines = text.split("\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def join_lines(text: str, random: Random) -> str:
    """Lose the break between two lines."""
    lines = text.split("\n")
    number = random.randrange(len(lines))
    return "\n".join([*lines[:number], " ".join(lines[number : number + 2]), *lines[number + 2 :]])


def cut_off(text: str, random: Random) -> str:
    """Lose all that follows, as after a copy that broke off."""
    return text[: random.randrange(len(text))]


def merge(text: str, random: Random) -> str:
    """Leave the marks of a merge in a text."""
    lines = text.split("\n")
    at = random.randrange(len(lines))
    marks = ["<<<<<<< HEAD", lines[at], "=======", random.choice(lines), ">>>>>>> other"]
    return "\n".join([*lines[:at], *marks, *lines[at + 1 :]])


ON_TEXT: tuple[OnText, ...] = (
    *(slip_in, slip_in, lose, change_a_sign, indent, indent),
    *(lose_a_line, repeat_a_line, swap_lines, join_lines, cut_off, merge),
)


def changed(content: Content, texts: Mapping[str, str], path: str, seed: int) -> tuple[str, str]:
    """Return the name of a change and the text that it makes of the file at `path`."""
    random = Random(seed)
    if random.random() < 0.5:
        way = random.choice(ON_TEXT)
        return way.__name__, way(texts[path], random)
    on_data = random.choice(ON_DATA)
    copy = content.copy()
    on_data(copy, copy.files[path], random)
    return on_data.__name__, copy.files[path].text


def _somewhere(file: File, random: Random) -> tuple[Any, ...]:
    """Return a place in a file."""
    return random.choice([place.steps for place in walk(file.kind, file.data) if place.steps])


def _field(file: File, random: Random) -> tuple[Any, ...]:
    """Return the place of a field."""
    places = [place.steps for place in walk(file.kind, file.data)]
    return random.choice([steps for steps in places if steps and isinstance(steps[-1], str)])
