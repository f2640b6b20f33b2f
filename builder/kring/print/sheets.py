"""What participants read and fill in, as values: the same in the workbook and in the manual. Drawn by `sheets.typ`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kring.editions.participant import Article, Diary, Help, Homework, Organisation, Questionnaire
from kring.model.activities import ModuleStep
from kring.model.reading import Cards, Handout, Media, Module, Term
from kring.pages.words import Words
from kring.print.forms import form, question_form
from kring.print.texts import Texts, label_of
from kring.prose.text import Prose

Values = dict[str, Any]


def worded(usual: Prose, plain: Prose | None, *, plainly: bool) -> Prose:
    """Return a text, or `plainly` the plainer one that says the same, where there is one."""
    return plain if plainly and plain is not None else usual


def article(entity: Article, texts: Texts, *, plainly: bool = False) -> Values:
    """Return an article with its media and sources."""
    texts, label = texts.of(entity.key), label_of(entity.key.kind, entity.key.id)
    return {
        "title": entity.title,
        "label": label,
        "summary": entity.summary,
        "body": texts.prose(worded(entity.body, entity.plain_language, plainly=plainly), label),
        "media": [_media(media, texts) for media in entity.media],
        "sources": [texts.inline(source) for source in entity.sources],
    }


def _media(media: Media, texts: Texts) -> Values:
    return {
        "title": media.title,
        "kind": media.kind,
        "url": media.url,
        "transcript": texts.prose(media.transcript),
    }


def handout(entity: Handout, texts: Texts, words: Words) -> Values:
    """Return a hand-out."""
    texts, label = texts.of(entity.key), label_of(entity.key.kind, entity.key.id)
    return {
        "title": entity.title,
        "label": label,
        "summary": entity.summary,
        "body": texts.prose(entity.body, label),
        "fields": form(entity.fields, texts, words),
        "cards": _cards(entity.cards, texts),
        "landscape": entity.landscape,
    }


def _cards(cards: Cards | None, texts: Texts) -> Values | None:
    if cards is None:
        return None
    items = [{"text": texts.prose(card.text), "back": texts.optional(card.back)} for card in cards.items]
    return {"size": cards.size, "items": items}


def homework(
    entity: Homework, texts: Texts, words: Words, not_reviewed_because: str | None = None, *, plainly: bool = False
) -> Values:
    """Return a homework sheet: why, what to do, and a form to fill in by pen."""
    texts, label = texts.of(entity.key), label_of(entity.key.kind, entity.key.id)
    return {
        "title": entity.title,
        "label": label,
        "minutes": entity.minutes,
        "why": texts.prose(worded(entity.why, entity.plain_language, plainly=plainly), label),
        "steps": [texts.inline(step) for step in entity.steps],
        "module_step": module_step(entity.module_step, texts),
        "fields": form(entity.fields, texts, words),
        "not_reviewed_because": not_reviewed_because,
    }


def module_step(step: ModuleStep | None, texts: Texts) -> Values | None:
    """Return where a step of an online module is found, if there is one."""
    found = texts.module_step(step.module, step.step) if step else None
    if found is None:
        return None
    module, title, address = found
    return {"module": module.title, "provider": module.provider, "title": title, "address": address}


def questionnaire(
    entity: Questionnaire,
    texts: Texts,
    words: Words,
    *,
    title: str = "",
    label: str = "",
    belongs_together: bool = False,
) -> Values:
    """Return a questionnaire to fill in; `title` says for which occasion, `label` is the place of that sheet.

    Those of several occasions `belongs_together`: a code of one's own says whose they are, without a name.
    """
    texts = texts.of(entity.key)
    return {
        "title": title or entity.title,
        "label": label or label_of(entity.key.kind, entity.key.id),
        "introduction": texts.prose(entity.introduction),
        "minutes": entity.minutes or None,
        "recall_period": entity.recall_period or None,
        "fields": question_form(entity, texts, words),
        "belongs_together": belongs_together,
        "score_meaning": texts.optional(entity.score_meaning),
        "source": entity.source,
    }


def diary(entity: Diary, texts: Texts, words: Words) -> Values:
    """Return a diary: its introduction and its form."""
    texts = texts.of(entity.key)
    return {
        "title": entity.title,
        "label": label_of(entity.key.kind, entity.key.id),
        "how_often": entity.how_often,
        "minutes": entity.minutes or None,
        "introduction": texts.prose(entity.introduction),
        "fields": form(entity.fields, texts, words),
    }


def module(entity: Module, texts: Texts) -> Values:
    """Return an online module with its steps and where they are found."""
    return {
        "title": entity.title,
        "label": label_of(entity.key.kind, entity.key.id),
        "provider": entity.provider,
        "url": entity.url,
        "about": texts.of(entity.key).optional(entity.about),
        "steps": [{"title": step.title, "minutes": step.minutes or None, "url": step.url} for step in entity.steps],
    }


def glossary(terms: Iterable[Term], texts: Texts) -> list[Values]:
    """Return the words that are explained."""
    return [{"title": term.term, "label": label_of("term", term.id), "text": texts.inline(term.text)} for term in terms]


def numbers_to_call(help: Help, asked: Iterable[object]) -> Values:
    """Return the numbers that stand by a question that must lead to help, where one of what is `asked` has any."""
    wanted = any(isinstance(each, Questionnaire) and each.critical_items for each in asked)
    return {"numbers": [{"name": number.label, "number": number.number} for number in help.numbers if wanted]}


def help_block(block: Help, texts: Texts) -> Values:
    """Return what to do when it is too much, with the numbers."""
    return {
        "title": block.title,
        "label": label_of("help", "help"),
        "what_to_do": texts.prose(block.what_to_do),
        "more": texts.optional(block.more),
        "numbers": [
            {"name": number.label, "url": number.url or None, "number": number.number, "hours": number.hours}
            for number in block.numbers
        ],
    }


def contact(organisation: Organisation, texts: Texts) -> Mapping[str, object]:
    """Return how to reach the organisation."""
    return {
        "name": organisation.name,
        "email": organisation.email,
        "telephone": organisation.telephone or None,
        "address": organisation.address or None,
        "url": organisation.url or None,
        "contact_text": texts.inline(organisation.contact_text) if organisation.contact_text else None,
    }
