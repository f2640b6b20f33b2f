"""What is asked of the texts of a file: by Kring, by the organisation, and by the programmes that lead to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from kring.language.wordlist import WordList, own_words, word_list
from kring.model.catalogue import Catalogue, ProgrammePlan
from kring.model.reach import references
from kring.model.wording import NOTHING_ASKED, Wording
from kring.source.documents import Key

SENTENCE_WORDS_MAX = 20
"""Words in a sentence. Advice on writing at level B1 asks for 10 to 15 on average and puts 15 to 20 with B2, so a
sentence of more than 20 is worth a second look. A working norm: research on Dutch (Land 2009; Kleijn 2018) finds that
short sentences alone do not make a text clearer, so a warning asks to look again and not to cut."""

EASY_SENTENCE_WORDS_MAX = 15
"""The same for texts marked as plainer words (A2), for which such advice asks for at most 10 on average."""

READING_EASE_MIN = 60.0
"""Flesch-Douma. Douma's class `normaal` begins here: what could be read after primary school in 1960."""


@dataclass(frozen=True, slots=True)
class Norms:
    """What texts may not exceed, and the words that should not be in them."""

    sentence_words_max: int
    reading_ease_min: float
    words: WordList


def norms(site: Wording, programme: Wording = NOTHING_ASKED) -> Norms:
    """Return what is asked where both say something: the programme, which knows its readers, comes first."""
    words = dict(own_words())
    for wording in (site, programme):
        for allowed in wording.allow:
            words.pop(_key(allowed), None)
        words |= {_key(avoided.word): avoided.say.strip() for avoided in wording.avoid}
    ease = site.reading_ease_min if programme.reading_ease_min is None else programme.reading_ease_min
    return Norms(
        programme.sentence_words_max or site.sentence_words_max or SENTENCE_WORDS_MAX,
        READING_EASE_MIN if ease is None else float(ease),
        word_list(MappingProxyType(words)),
    )


@lru_cache(maxsize=1)
def norms_by_file(catalogue: Catalogue) -> Mapping[Key, Norms]:
    """Return what is asked of each file. What several programmes share must suit the readers of each of them."""
    site = site_wording(catalogue)
    general = norms(site)
    own = {
        id: norms(site, plan.programme.reading)
        for id, plan in catalogue.plans.items()
        if plan.programme.reading != NOTHING_ASKED
    }
    asked = {key: own.get(key.programme or "", general) for key in catalogue.entities.by_key}
    if own:
        read = {id: read_in(plan, catalogue) for id, plan in catalogue.plans.items()}
        for key in asked:
            readers = [own.get(id, general) for id, keys in read.items() if key in keys]
            if key.programme is None and readers:
                asked[key] = _for_all(*readers)
    return MappingProxyType(asked)


def site_wording(catalogue: Catalogue) -> Wording:
    """Return what the organisation asks."""
    return catalogue.config.reading if catalogue.config is not None else NOTHING_ASKED


def read_in(plan: ProgrammePlan, catalogue: Catalogue) -> frozenset[Key]:
    """Return the keys of all that a programme leads to or takes up, itself included."""
    entities = catalogue.entities
    found: set[Key] = {plan.programme.key}
    waiting: list[object] = [plan.programme]
    while waiting:
        for ref in references(waiting.pop()):
            key = entities.key_of(ref, plan.id)
            if key is not None and key in entities.by_key and key not in found:
                found.add(key)
                waiting.append(entities.by_key[key])
    return frozenset(found)


def _for_all(*asked: Norms) -> Norms:
    if len(asked) == 1:
        return asked[0]
    words: dict[str, str] = {}
    for each in asked:
        words |= each.words.words
    return Norms(
        min(each.sentence_words_max for each in asked),
        max(each.reading_ease_min for each in asked),
        word_list(MappingProxyType(words)),
    )


def _key(word: str) -> str:
    return " ".join(word.lower().split())
