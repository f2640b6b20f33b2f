"""What participants read and fill in, as parts of a book: the same in the workbook and in the manual's annexes."""

from __future__ import annotations

from collections.abc import Iterable

from kring.editions.participant import Article, Diary, Help, Homework, Organisation, Questionnaire
from kring.model.activities import ModuleStep
from kring.model.programmes import Change, Citation
from kring.model.reading import Handout, Media, Module, Number, Term
from kring.pages.words import Words
from kring.print import parts
from kring.print.forms import date_form, form, question_form
from kring.print.parts import Inlines, Part
from kring.print.texts import Texts, label_of
from kring.prose.text import Prose


def optional(text: Prose | None, texts: Texts) -> list[Part]:
    """Return a text that may be missing."""
    return [texts.prose(text)] if text is not None else []


def plain_language(text: Prose | None, texts: Texts, words: Words, within: str | None = None) -> list[Part]:
    """Return the variant in plainer words, if there is one."""
    return (
        [parts.panel("plain", words("common.in_plain_words"), [texts.prose(text, within)])] if text is not None else []
    )


def article(entity: Article, texts: Texts, words: Words) -> Part:
    """Return an article with its media, sources and plainer variant."""
    texts, label = texts.of(entity.key), label_of(entity.key.kind, entity.key.id)
    return parts.section(
        entity.title,
        [
            parts.small(entity.summary),
            texts.prose(entity.body, label),
            *plain_language(entity.plain_language, texts, words, f"{label}-plain"),
            *(_media(media, texts, words) for media in entity.media),
            *_sources(entity.sources, texts, words),
        ],
        label=label,
        new_page=True,
    )


def _media(media: Media, texts: Texts, words: Words) -> Part:
    kind = words(f"media.{media.kind}")
    where = parts.link_out(media.url, kind) if media.url else parts.plain(words("media.on_site", kind=kind))
    return parts.panel(
        "note",
        media.title,
        [parts.paragraph(where), parts.small(words("article.transcript")), texts.prose(media.transcript)],
    )


def _sources(sources: tuple[Prose, ...], texts: Texts, words: Words) -> list[Part]:
    if not sources:
        return []
    return [parts.lead_in(words("article.sources")), parts.items("source", (texts.inline(s) for s in sources))]


def handout(entity: Handout, texts: Texts, words: Words, remark: str | None = None) -> Part:
    """Return a hand-out on a page of its own; `remark` stands under its title."""
    texts, label = texts.of(entity.key), label_of(entity.key.kind, entity.key.id)
    fill_in = [form(entity.fields, texts, words)] if entity.fields else []
    remarks = [parts.paragraph(parts.strong(remark))] if remark else []
    content = [*remarks, parts.small(entity.summary), texts.prose(entity.body, label), *fill_in]
    return parts.section(entity.title, content, label=label, new_page=True)


def homework(entity: Homework, texts: Texts, words: Words, *, new_page: bool = True) -> Part:
    """Return a homework sheet: why, what to do, and a form to fill in by pen."""
    texts, label = texts.of(entity.key), label_of(entity.key.kind, entity.key.id)
    fill_in = [form(entity.fields, texts, words)] if entity.fields else []
    return parts.section(
        entity.title,
        [
            parts.small(words("homework.time", time=words.minutes(entity.minutes))),
            texts.prose(entity.why, label),
            *plain_language(entity.plain_language, texts, words),
            parts.panel(
                "reader",
                words("homework.steps"),
                [parts.items("number", (texts.inline(step) for step in entity.steps))],
            ),
            *module_step(entity.module_step, texts, words),
            *fill_in,
        ],
        label=label,
        kicker=words("kind.homework"),
        new_page=new_page,
    )


def module_step(step: ModuleStep | None, texts: Texts, words: Words) -> list[Part]:
    """Return where a step of an online module is found, if there is one."""
    found = texts.module_step(step.module, step.step) if step else None
    if found is None:
        return []
    module, title, address = found
    where = words("module.step", module=module.title, provider=module.provider)
    return [parts.paragraph([*parts.strong(f"{where} "), *parts.link_out(address, title)])]


def questionnaire(entity: Questionnaire, title: str, label: str | None, texts: Texts, words: Words) -> Part:
    """Return a questionnaire to fill in; `title` says for which occasion."""
    texts = texts.of(entity.key)
    about = [
        (words("questionnaire.minutes"), words.minutes(entity.minutes) if entity.minutes else None),
        (words("questionnaire.recall_period"), entity.recall_period),
    ]
    return parts.section(
        title,
        [
            texts.prose(entity.introduction),
            parts.facts((name, value) for name, value in about if value),
            date_form(words("questionnaire.filled_in_on"), words),
            question_form(entity, texts, words),
            *optional(entity.score_meaning, texts),
            parts.small(words("questionnaire.from", source=entity.source)),
        ],
        label=label,
        new_page=True,
    )


def diary(entity: Diary, texts: Texts, words: Words) -> list[Part]:
    """Return the introduction of a diary."""
    texts = texts.of(entity.key)
    often = words(f"diary.{entity.how_often}")
    minutes = words("diary.minutes", minutes=words.minutes(entity.minutes)) if entity.minutes else ""
    return [parts.small(" ".join(filter(None, (often, minutes)))), texts.prose(entity.introduction)]


def module(entity: Module, texts: Texts, words: Words) -> Part:
    """Return an online module with its steps and where they are found."""
    texts, label = texts.of(entity.key), label_of(entity.key.kind, entity.key.id)
    columns = [(words("module.step_title"), 3), (words("session.minutes"), 0), (words("module.address"), 5)]
    rows: list[list[str | Inlines]] = [
        [step.title, str(step.minutes or "–"), parts.link_out(step.url, shown(step.url))] for step in entity.steps
    ]
    by = parts.plain(f"{words('module.by', provider=entity.provider)} ")
    return parts.section(
        entity.title,
        [
            parts.paragraph([*by, *parts.link_out(entity.url, shown(entity.url))]),
            *optional(entity.about, texts),
            parts.table(columns, rows),
        ],
        label=label,
    )


def glossary(terms: Iterable[Term], texts: Texts) -> list[Part]:
    """Return the words that are explained."""
    entries = [
        {"title": term.term, "label": label_of("term", term.id), "text": texts.inline(term.text)} for term in terms
    ]
    return [{"type": "terms", "terms": entries}]


def help_block(block: Help, texts: Texts, words: Words) -> list[Part]:
    """Return what to do when it is too much, with the numbers."""
    columns = [(words("help.who"), 4), (words("help.number"), 2), (words("help.hours"), 3)]
    rows: list[list[str | Inlines]] = [
        [_who(number), parts.strong(number.number), number.hours] for number in block.numbers
    ]
    return [texts.prose(block.what_to_do), parts.table(columns, rows)]


def _who(number: Number) -> Inlines:
    site = [{"type": "break"}, *parts.link_out(number.url, shown(number.url))] if number.url else []
    return [*parts.plain(number.label), *site]


def contact(organisation: Organisation, texts: Texts, words: Words) -> list[Part]:
    """Return how to reach the organisation."""
    rows: list[tuple[str, str | Inlines]] = [
        (words("contact.organisation"), organisation.name),
        (words("contact.email"), parts.link_out(f"mailto:{organisation.email}", organisation.email)),
    ]
    if organisation.telephone:
        rows.append((words("contact.telephone"), organisation.telephone))
    for name, address in (("contact.site", organisation.address), ("contact.website", organisation.url)):
        if address:
            rows.append((words(name), parts.link_out(address, shown(address))))
    text = [parts.paragraph(texts.inline(organisation.contact_text))] if organisation.contact_text else []
    return [*text, parts.facts(rows)]


def shown(address: str) -> str:
    """Return an address as people read it on paper."""
    return address.removeprefix("https://").removesuffix("/")


def citations(found: Iterable[Citation]) -> list[Part]:
    """Return publications, each with where to find it."""
    rows: list[Inlines] = []
    for citation in found:
        address = f"https://doi.org/{citation.doi}" if citation.doi else citation.url
        where = [*parts.plain(" "), *parts.link_out(address, shown(address))] if address else []
        rows.append([*parts.plain(citation.text), *where])
    return [parts.items("source", rows)] if rows else []


def change_log(changes: Iterable[Change], texts: Texts, words: Words) -> list[Part]:
    """Return the change log, newest first as it is written."""
    return [
        part
        for change in changes
        for part in (
            parts.lead_in(words("programme.version", version=change.version, date=words.date(change.date))),
            parts.items("bullet", (texts.inline(text) for text in change.changes)),
        )
    ]
