"""How the values in findings are phrased: each form that a template may name behind a fact, `{deliveries:choices}`.

Findings know no language. A fact is text, a number or a key (of a kind, a field, a fault); where it is several of
these, each stands on a line of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kring.rules.domain_language import EASE
from kring.rules.domain_media import IMAGE_FAULTS, MEDIA, RECORDING_FAULTS
from kring.rules.output import OUTPUTS
from kring.rules.questionnaire_parts import PARTS
from kring.rules.rule import Phrase
from kring.rules.schema_values import BOUNDS
from kring.rules.source_disk import system_reason
from kring.rules.verification import ANSWERS
from kring.schema.wording import expected, listed, named, title_words, value_words
from kring.source.kinds import KINDS, Kind

_BESIDES_KINDS = {"media": ("mediabestand", "media file"), "term": ("begrip", "term")}
"""What belongs to no kind of file, and can be referred to all the same."""


def phrased(form: str, value: str) -> Phrase:
    """Return a value of a finding in both languages, in one of the forms that templates name."""
    return FORMS[form](value)


def _same(text: str) -> Phrase:
    return Phrase(text, text)


def _kind(value: str) -> Phrase:
    return Phrase(*(_BESIDES_KINDS.get(value) or KINDS[Kind(value)].names))


def _the_kind(value: str) -> Phrase:
    name = _kind(value)
    neuter = value in _BESIDES_KINDS or KINDS[Kind(value)].neuter
    return Phrase(f"{'het' if neuter else 'de'} {name.nl}", f"the {name.en}")


def _choices(lines: str) -> Phrase:
    """Return what fixed values are called in a sentence."""
    return _both([value_words(value) for value in lines.split("\n")], ", ".join)


def _value(value: str) -> Phrase:
    """Return a fixed value as an author writes it."""
    return Phrase(*named(value))


def _values(lines: str) -> Phrase:
    return _both([named(value) for value in lines.split("\n")], listed)


def _both(words: list[tuple[str, str]], joined: Callable[[list[str]], str]) -> Phrase:
    return Phrase(joined([nl for nl, _ in words]), joined([en for _, en in words]))


def _types(lines: str) -> Phrase:
    """Return the types that a value may have; behind the word `enum`, the fixed values that it may be."""
    first, *rest = lines.split("\n")
    if first == "enum":
        return Phrase(f"één van: {listed(rest)}", f"one of: {listed(rest)}")
    return Phrase(*expected([first, *rest]))


def _found(found: str) -> Phrase:
    """Return what stands somewhere: the type of a value, and behind it the value."""
    kind, _, value = found.partition(" ")
    match kind:
        case "null":
            return Phrase("niets", "nothing")
        case "boolean":
            return Phrase(f"{value} (ja of nee)", f"{value} (yes or no)")
        case "number":
            return Phrase(f"het getal {value}", f"the number {value}")
        case "string":
            return Phrase(f"de tekst ‘{value}’", f"the text ‘{value}’")
        case _:
            return Phrase(*expected(kind))


def _place(place: str) -> Phrase:
    """Return a place in a file: `item` or `value`, and the name of the field."""
    kind, _, field = place.partition(" ")
    if kind == "item":
        return Phrase(f"In de lijst `{field}`", f"An item of the list `{field}`")
    return Phrase(f"Bij `{field}`", f"`{field}`")


def _called(field: str) -> Phrase:
    """Return the title of a field between brackets, where it says more than its name: the name, then the title."""
    name, _, title = field.partition(" ")
    nl, en = (f" ({words})" if words.casefold().replace(" ", "_") != name else "" for words in title_words(title))
    return Phrase(nl, en)


def _fields(lines: str) -> Phrase:
    """Return fields to choose from, as they are written: on each line one, and behind it its title."""
    fields = [line.partition(": ") for line in lines.split("\n")]
    *others, last = [(f"`{name}: …` ({title_words(title)[0]})", f"`{name}: …`") for name, _, title in fields]
    nl, en = (", ".join(words) for words in zip(*others, strict=True)) if others else ("", "")
    return Phrase(f"{nl} of {last[0]}", f"{en} or {last[1]}") if others else Phrase(*last)


def _lines(lines: str) -> Phrase:
    """Return lines to write below one another."""
    written = [f"`{line}`" for line in lines.split("\n")]
    return Phrase(", en daaronder ".join(written), ", and below it ".join(written))


def _bound(bound: str) -> Phrase:
    """Return how far a number may go: the keyword of the schema, and the limit."""
    keyword, _, limit = bound.partition(" ")
    return Phrase(*(f"{words} {limit}" for words in (BOUNDS[keyword].nl, BOUNDS[keyword].en)))


def _places(lines: str) -> Phrase:
    """Return in which groups a field is known: on each line a kind and its file (where it is another one), and fields."""
    return _both([_known_in(*line.split(" ")) for line in lines.split("\n")], "; ".join)


def _known_in(kind: str, file: str, *fields: str) -> tuple[str, str]:
    under = " → ".join(f"`{field}`" for field in fields)
    if not kind:
        return f"onder {under}", f"under {under}"
    nl, en = (f"{name} (`{file}`)" for name in KINDS[Kind(kind)].names)
    return (f"{nl}, onder {under}", f"{en}, under {under}") if under else (nl, en)


def _spaces(count: str) -> Phrase:
    return Phrase("1 spatie", "1 space") if count == "1" else Phrase(f"{count} spaties", f"{count} spaces")


def _move(column: str) -> Phrase:
    """Return how a line comes to begin behind so many spaces."""
    if column == "0":
        return Phrase("Haal de spaties ervoor weg", "Take the spaces before it away")
    spaces = _spaces(column)
    return Phrase(f"Zet er {spaces.nl} voor", f"Put {spaces.en} before it")


def _decimal(number: str) -> Phrase:
    return Phrase(number.replace(".", ","), number)


def _score(number: str) -> Phrase:
    return _same(number) if number else Phrase("geen score", "no score")


def _answer(answer: str) -> Phrase:
    """Return what a host answers: the number of a status, or what is wrong."""
    return Phrase(f"antwoord {answer}", f"answer {answer}") if answer.isdecimal() else ANSWERS[answer]


def _status(answer: str) -> Phrase:
    return _same(f"status {answer}") if answer.isdecimal() else ANSWERS[answer]


def _header(value: str) -> Phrase:
    return _same(value) if value else Phrase("niets", "nothing")


def _fault(faults: Mapping[str, Phrase]) -> Callable[[str], Phrase]:
    """Return how a fault is phrased: its key, and behind it the detail that its phrase may name."""

    def phrase(fault: str) -> Phrase:
        key, _, detail = fault.partition(" ")
        return Phrase(faults[key].nl.format(detail=detail), faults[key].en.format(detail=detail))

    return phrase


FORMS: Mapping[str, Callable[[str], Phrase]] = MappingProxyType(
    {
        "kind": _kind,
        "the_kind": _the_kind,
        "choices": _choices,
        "value": _value,
        "values": _values,
        "types": _types,
        "found": _found,
        "place": _place,
        "called": _called,
        "fields": _fields,
        "lines": _lines,
        "bound": _bound,
        "places": _places,
        "spaces": _spaces,
        "move": _move,
        "decimal": _decimal,
        "score": _score,
        "part": PARTS.__getitem__,
        "ease": EASE.__getitem__,
        "medium": MEDIA.__getitem__,
        "image": _fault(IMAGE_FAULTS),
        "recording": _fault(RECORDING_FAULTS),
        "output": OUTPUTS.__getitem__,
        "answer": _answer,
        "status": _status,
        "header": _header,
        "system": system_reason,
    }
)
"""Form → how a value is phrased in it."""
