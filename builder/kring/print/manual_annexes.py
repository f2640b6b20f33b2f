"""The manual's annexes: the participants' sheets, what facilitators must know of them, and where it all comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kring.editions import participant as p
from kring.editions.facilitator import FacilitatorEdition
from kring.model.catalogue import ProgrammePlan
from kring.model.questionnaires import Questionnaire
from kring.model.reading import Article, Handout, Module
from kring.model.sessions import Homework
from kring.print import parts, reading
from kring.print.forms import form
from kring.print.manuscript import Manuscript
from kring.print.parts import Part
from kring.print.scoring_notes import scoring_notes
from kring.print.texts import label_of
from kring.prose.blocks import blocks
from kring.prose.pieces import FACILITATOR


def annexes(edition: FacilitatorEdition, plan: ProgrammePlan, book: Manuscript) -> Iterator[Part]:
    """Yield the annexes; one that would be empty is left out."""
    reached = book.reached(plan.sessions)
    words, texts = book.words, book.texts
    whole = edition.catalogue.entities.by_key
    handouts = (reading.handout(entity, texts, words) for entity in reached if isinstance(entity, Handout))
    yield from book.sheets("session.handouts", handouts, to_copy=True)
    homework = (_homework(e, whole.get(e.key), book) for e in reached if isinstance(e, p.Homework))
    yield from book.sheets("annex.homework", homework, "annex.homework_about")
    questionnaires = (_questionnaire(e, whole.get(e.key), book) for e in reached if isinstance(e, p.Questionnaire))
    yield from book.sheets("annex.questionnaires", questionnaires, to_copy=True)
    diaries = (_diary(entity, book) for entity in reached if isinstance(entity, p.Diary))
    yield from book.sheets("nav.diary", diaries, "annex.diaries_about")
    articles = (_article(e, whole.get(e.key), book) for e in reached if isinstance(e, p.Article))
    yield from book.sheets("annex.articles", articles, "annex.articles_about")
    modules = (reading.module(entity, texts, words) for entity in reached if isinstance(entity, Module))
    yield from book.sheets("nav.module", modules, "annex.modules_about")
    if explained := book.terms((plan, *reached, book.help)):
        yield book.chapter("glossary.title", reading.glossary(explained, book.library_texts))
    yield book.chapter("colophon.title", book.colophon())


def _homework(sheet: p.Homework, whole: object, book: Manuscript) -> Part:
    """Return a homework sheet, with why no session reviews it if that is so."""
    part = reading.homework(sheet, book.texts, book.words, new_page=False)
    if isinstance(whole, Homework) and whole.not_reviewed_because is not None:
        part["parts"].append(parts.small(book.words("homework.not_reviewed", reason=whole.not_reviewed_because)))
    return part


def _questionnaire(sheet: p.Questionnaire, whole: object, book: Manuscript) -> Part:
    """Return a questionnaire as participants see it, with how it is scored behind it."""
    part = reading.questionnaire(sheet, sheet.title, label_of(sheet.key.kind, sheet.key.id), book.texts, book.words)
    if isinstance(whole, Questionnaire):
        part["parts"].append(
            parts.section(book.words("questionnaire_fac.scoring"), scoring_notes(whole, book), new_page=True)
        )
    return part


def _diary(entity: p.Diary, book: Manuscript) -> Part:
    fields = form(entity.fields, book.texts.of(entity.key), book.words)
    return parts.section(
        entity.title,
        [*reading.diary(entity, book.texts, book.words), fields],
        label=label_of(entity.key.kind, entity.key.id),
    )


def _article(entity: p.Article, whole: object, book: Manuscript) -> Part:
    """Return what an article is about, with the facilitators' remarks in it; participants have the article itself."""
    content: list[Part] = [parts.paragraph(entity.summary)]
    if isinstance(whole, Article):
        remarks = _remarks(blocks(whole.body, book.texts.of(entity.key).target))
        content += [parts.prose(remarks)] if remarks else []
        if whole.review is not None:
            due = book.words.date(whole.review.review_due)
            content.append(parts.small(book.words("article.review", by=whole.review.reviewed_by, due=due)))
    return parts.section(entity.title, content, label=label_of(entity.key.kind, entity.key.id))


def _remarks(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [block for block in found if block["type"] == "container" and block["name"] == FACILITATOR]
