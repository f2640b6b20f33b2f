"""How a questionnaire is scored, as values: what facilitators read of it in the manual. Drawn by `scoring.typ`."""

from __future__ import annotations

from kring.model.programmes import Occasion
from kring.model.questionnaires import CriticalItem, Item, Questionnaire, Scale
from kring.print.manuscript import Manuscript
from kring.print.sheets import Values


def scoring_notes(questionnaire: Questionnaire, book: Manuscript) -> Values:
    """Return answers and their scores, the scales with bands, critical items, worked examples and rights."""
    words = book.words
    scored = [
        [{"text": o.text, "score": words.number(o.score)} for o in scale.options if o.score is not None]
        for scale in questionnaire.answer_scales
    ]
    examples = questionnaire.worked_examples if questionnaire.scales else ()
    return {
        "answers": [options for options in scored if options],
        "reversed": [_item_number(item.id, questionnaire) for item in questionnaire.items if item.reversed],
        "unscored": [_item_number(item.id, questionnaire) for item in questionnaire.items if not item.scored],
        "scales": [_scale(scale, questionnaire, book) for scale in questionnaire.scales],
        "critical": [
            {
                "number": _item_number(item.id, questionnaire),
                "text": item.text,
                "answers": _chosen(item, critical, questionnaire),
            }
            for critical in questionnaire.critical_items
            for item in questionnaire.items
            if item.id == critical.item
        ],
        "examples": [
            {
                "title": example.title,
                "scores": [_number(example.scores.get(scale.id), book) for scale in questionnaire.scales],
            }
            for example in examples
        ],
        "occasions": [occasion.title for occasion in _occasions(questionnaire, book)],
        "owner": questionnaire.owner or None,
        "permission": questionnaire.permission or None,
        "source": questionnaire.source or None,
    }


def _occasions(questionnaire: Questionnaire, book: Manuscript) -> list[Occasion]:
    """Return when the programme asks for it."""
    measurement = book.programme.measurement
    occasions = measurement.occasions if measurement else ()
    id = questionnaire.key.id
    return [occasion for occasion in occasions if any(ref.id == id for ref in occasion.questionnaires)]


def _scale(scale: Scale, questionnaire: Questionnaire, book: Manuscript) -> Values:
    texts = book.texts.of(questionnaire.key)
    return {
        "title": scale.title,
        "items": [_item_number(id, questionnaire) for id in scale.items],
        "method": scale.method,
        "multiplier": _number(scale.multiplier, book) if scale.multiplier != 1 else None,
        "missing": scale.missing,
        "least": scale.minimum_answered or len(scale.items),
        "direction": scale.direction,
        "reliable_change": _number(scale.reliable_change, book),
        "bands": [
            {
                "from": book.words.number(band.from_),
                "title": band.title,
                "advice": texts.inline(band.advice) if band.advice is not None else [],
            }
            for band in scale.bands
        ],
        "bands_source": scale.bands_source or None,
        "norms": texts.optional(scale.norms),
    }


def _chosen(item: Item, critical: CriticalItem, questionnaire: Questionnaire) -> list[str]:
    """Return the answers to an item that are critical."""
    return [option.text for option in questionnaire.options_of(item) if option.id in critical.options]


def _number(value: float | None, book: Manuscript) -> str | None:
    return None if value is None else book.words.number(value)


def _item_number(id: str, questionnaire: Questionnaire) -> str:
    """Return the number of an item as it stands on the sheet."""
    return next((str(n) for n, item in enumerate(questionnaire.items, start=1) if item.id == id), id)
