"""Passive constructions in Dutch sentences, found by the forms of their verbs: rather too few than one too many.

Two constructions are known. `worden` with a past participle in the same clause: `het wordt gemaakt`, `dat gemaakt kan
worden`. And `zijn` with a participle and a `door` between them: `het is door de groep gemaakt`. Without `door`, `zijn`
with a participle says more often how something is or what somebody did (`ik ben gegaan`), so that is left alone.
Participles that are rather properties (`gespannen worden`, `verliefd worden`) are not counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kring.language.dutch import dutch

_WORDEN = frozenset(("word", "wordt", "worden", "werd", "werden"))
_ZIJN = frozenset(("ben", "bent", "is", "zijn", "was", "waren"))
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[.,;:!?…()–—]")
_BETWEEN_CLAUSES = frozenset(".,;:!?…()–—") | dutch("between_clauses")
_BEHIND_PARTICIPLE = _BETWEEN_CLAUSES | dutch("behind_participle")
_ARTICLES = dutch("articles")

_APART = (
    "(?:aan|achter|af|bij|binnen|door|in|klaar|langs|los|mee|na|neer|om|onder|op|over|samen|tegen|terug|thuis|toe|"
    "tussen|uit|vast|voor|voort|vrij|weg)?"
)
"""What stands before a verb and parts from it: `opgeschreven`, `voorbereid`."""
_GE = re.compile(rf"{_APART}ge\w{{2,}}(?:[dt]|en|aan|zien)")
_PREFIX = re.compile(rf"{_APART}(?:be|er|her|ont|ver)\w{{2,}}(?:d|[fkpsxe]t|cht)")
"""Not every -t: `zij vertelt` is no participle, `verpakt` is one."""
_WITHOUT_GE = dutch("participles_without_ge") | dutch("participles_with_other_prefix")
_MOVING = dutch("participles_of_moving")
_OTHER = dutch("no_participles") | dutch("properties")


def may_have_passives(text: str) -> bool:
    """Tell whether there can be a passive construction in a text; most have none, and this takes no time."""
    lower = text.lower()
    return "word" in lower or "werd" in lower or "door" in lower


def passives(sentence: str) -> Iterator[str]:
    """Yield the words of each passive construction in a sentence, as `wordt … gemaakt`."""
    if not may_have_passives(sentence):
        return
    tokens = _TOKEN.findall(sentence.lower())
    for at, token in enumerate(tokens):
        if token in _WORDEN:
            participle = _with_worden(tokens, at)
        elif token in _ZIJN:
            participle = _with_zijn(tokens, at)
        else:
            continue
        if participle is not None:
            yield _shown(tokens, at, participle)


def _with_worden(tokens: Sequence[str], at: int) -> int | None:
    """Return where the participle of a form of `worden` stands: right before it, or further on in its clause."""
    for before in range(at - 1, max(-1, at - 3), -1):
        if tokens[before] in _BETWEEN_CLAUSES:
            break
        if _is_participle(tokens, before) and all(
            tokens[between] in _BEHIND_PARTICIPLE for between in range(before + 1, at)
        ):
            return before
    return _further_on(tokens, at)


def _with_zijn(tokens: Sequence[str], at: int) -> int | None:
    participle = _further_on(tokens, at)
    if participle is None or tokens[participle] in _MOVING:
        return None
    return participle if "door" in tokens[at + 1 : participle + 2] else None


def _further_on(tokens: Sequence[str], at: int) -> int | None:
    for behind in range(at + 1, len(tokens)):
        if tokens[behind] in _BETWEEN_CLAUSES:
            return None
        if _is_participle(tokens, behind):
            return behind
    return None


def _is_participle(tokens: Sequence[str], at: int) -> bool:
    word = tokens[at]
    if word in _OTHER:
        return False
    if not (_GE.fullmatch(word) or _PREFIX.fullmatch(word) or word in _WITHOUT_GE):
        return False
    if at and tokens[at - 1] in _ARTICLES and not (at + 1 == len(tokens) or tokens[at + 1] in _BETWEEN_CLAUSES):
        return False
    return at + 1 == len(tokens) or tokens[at + 1] in _BEHIND_PARTICIPLE


def _shown(tokens: Sequence[str], verb: int, participle: int) -> str:
    first, last = sorted((verb, participle))
    between = " " if last == first + 1 else " … "
    return f"{tokens[first]}{between}{tokens[last]}"
