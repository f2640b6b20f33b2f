"""How a questionnaire is scored, as facilitators read it in the manual."""

from __future__ import annotations

from collections.abc import Iterator

from kring.model.questionnaires import CriticalItem, Item, Questionnaire, Scale
from kring.print import parts
from kring.print.manuscript import Manuscript
from kring.print.parts import Inlines, Part
from kring.prose.text import Prose


def scoring_notes(questionnaire: Questionnaire, book: Manuscript) -> Iterator[Part]:
    """Yield answers and their scores, the scales with bands, critical items, worked examples and rights."""
    yield from book.section("scoring.answers", _answers(questionnaire, book))
    for scale in questionnaire.scales:
        yield parts.section(scale.title, _scale(scale, questionnaire, book))
    yield from book.section("questionnaire_fac.critical", _critical(questionnaire, book))
    yield from book.section("questionnaire_fac.examples", _examples(questionnaire, book))
    rows = [
        (book.words("sheet.fact.owner"), questionnaire.owner),
        (book.words("scoring.permission"), questionnaire.permission),
        (book.words("scoring.source"), questionnaire.source),
    ]
    yield from book.section("scoring.rights", [parts.facts((name, value) for name, value in rows if value)])


def _answers(questionnaire: Questionnaire, book: Manuscript) -> Iterator[Part]:
    words = book.words
    for scale in questionnaire.answer_scales:
        scored = [option for option in scale.options if option.score is not None]
        if scored:
            content = [words("scoring.answer", text=o.text, score=words.number(o.score or 0)) for o in scored]
            yield parts.paragraph(words("scoring.scores", answers=", ".join(content)))
    turned = [_item_name(item.id, questionnaire) for item in questionnaire.items if item.reversed]
    if turned:
        yield parts.paragraph(words("scoring.reversed", items=words.together(turned)))
    unscored = [_item_name(item.id, questionnaire) for item in questionnaire.items if not item.scored]
    if unscored:
        yield parts.paragraph(words("scoring.unscored", items=words.together(unscored)))


def _scale(scale: Scale, questionnaire: Questionnaire, book: Manuscript) -> Iterator[Part]:
    words = book.words
    items = words.together([_item_name(id, questionnaire) for id in scale.items])
    rows = [
        (words("scoring.items"), items),
        (words("scoring.method"), _method(scale, book)),
        (words("scoring.missing"), words(f"scoring.missing_{scale.missing}", least=_least(scale))),
        (words("scoring.direction"), words(f"questionnaire_fac.direction.{scale.direction}")),
        (
            words("scoring.reliable_change"),
            words.number(scale.reliable_change) if scale.reliable_change is not None else None,
        ),
    ]
    yield parts.facts((name, value) for name, value in rows if value)
    if scale.bands:
        columns = [
            (words("questionnaire_fac.column_from"), 0),
            (words("questionnaire_fac.column_band"), 2),
            (words("questionnaire_fac.column_advice"), 4),
        ]
        bands: list[list[str | Inlines]] = [
            [words.number(band.from_), band.title, _inline(band.advice, questionnaire, book)] for band in scale.bands
        ]
        yield parts.table(columns, bands)
    if scale.bands_source:
        yield parts.small(words("questionnaire_fac.bands_source", source=scale.bands_source))
    if scale.norms is not None:
        yield book.texts.of(questionnaire.key).prose(scale.norms)


def _method(scale: Scale, book: Manuscript) -> str:
    method = book.words(f"questionnaire_fac.method.{scale.method}")
    if scale.multiplier == 1:
        return method
    return f"{method}, {book.words('questionnaire_fac.multiplied', n=book.words.number(scale.multiplier))}"


def _least(scale: Scale) -> int:
    return scale.minimum_answered or len(scale.items)


def _critical(questionnaire: Questionnaire, book: Manuscript) -> Iterator[Part]:
    words = book.words
    lines = [
        words(
            "scoring.critical_item",
            item=_item_name(item.id, questionnaire),
            text=item.text,
            answers=words.either([words("form.quoted", text=text) for text in _chosen(item, critical, questionnaire)]),
        )
        for critical in questionnaire.critical_items
        for item in questionnaire.items
        if item.id == critical.item
    ]
    if lines:
        yield parts.items("bullet", lines)


def _chosen(item: Item, critical: CriticalItem, questionnaire: Questionnaire) -> list[str]:
    """Return the answers to an item that are critical."""
    scales = (scale.options for scale in questionnaire.answer_scales if scale.id == item.answer_scale)
    options = item.field.options if item.field is not None else next(scales)
    return [option.text for option in options if option.id in critical.options]


def _examples(questionnaire: Questionnaire, book: Manuscript) -> Iterator[Part]:
    """Yield what must come out of a few filled-in questionnaires."""
    words = book.words
    if not questionnaire.worked_examples or not questionnaire.scales:
        return
    columns = [(words("questionnaire_fac.column_example"), 4), *((scale.title, 2) for scale in questionnaire.scales)]
    rows = [
        [example.title, *(_score(example.scores.get(scale.id), book) for scale in questionnaire.scales)]
        for example in questionnaire.worked_examples
    ]
    yield parts.table(columns, rows)


def _score(score: float | None, book: Manuscript) -> str:
    return book.words("questionnaire_fac.no_score") if score is None else book.words.number(score)


def _item_name(id: str, questionnaire: Questionnaire) -> str:
    """Return the number of an item as it stands on the sheet."""
    return next((str(n) for n, item in enumerate(questionnaire.items, start=1) if item.id == id), id)


def _inline(text: Prose | None, questionnaire: Questionnaire, book: Manuscript) -> Inlines:
    return book.texts.of(questionnaire.key).inline(text) if text is not None else []
