"""Plain words: what participants read is short and known, and no week asks far more than the others."""

from __future__ import annotations

import math
from collections.abc import Iterator

from kring.findings import Finding
from kring.language.norms import Norms, norms_by_file
from kring.language.passages import Passage, passages
from kring.language.readability import class_of
from kring.language.remarks import Look, Remark, first_line, is_own_wording, remarks, too_hard
from kring.language.workload import Week, Workload, workload
from kring.model.catalogue import Catalogue
from kring.prose.faults.fault import shown
from kring.source.documents import Document


def plain_words(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield sentences that are long or passive, words to avoid, and texts that are hard as a whole."""
    for key, asked in norms_by_file(catalogue).items():
        yield from _remarked(catalogue.entities.documents[key], asked)


def heavy_weeks(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield weeks that ask more at home than the programme allows, or far more than its other weeks."""
    for plan in catalogue.plans.values():
        asked = workload(plan, catalogue.entities)
        for week in asked.peaks:
            entry = next(each.entry for each in plan.sessions if each.session.key == week.meeting.key)
            place = catalogue.entities.place(plan.programme.key, "session", within=entry.span)
            yield Finding("language/heavy-week", place, _week_facts(week, asked))


def _remarked(document: Document, asked: Norms) -> Iterator[Finding]:
    for passage in passages(document):
        if is_own_wording(document.key.kind, passage):
            yield from (_finding(remark) for remark in remarks(passage, asked))
            yield from _hard_text(passage, asked)


def _finding(remark: Remark) -> Finding:
    match remark.look:
        case Look.LONG:
            facts = {"words": str(remark.count), "most": str(remark.limit)}
            return Finding("language/long-sentence", remark.span, facts)
        case Look.PASSIVE:
            return Finding("language/passive", remark.span, {"found": remark.about})
        case Look.JARGON:
            return Finding("language/jargon", remark.span, {"word": shown(remark.words), "say": shown(remark.about)})


def _hard_text(passage: Passage, asked: Norms) -> Iterator[Finding]:
    ease = too_hard(passage, asked)
    if ease is not None:
        least = f"{asked.reading_ease_min:.0f}"
        facts = {"ease": str(math.floor(ease)), "least": least, "class": class_of(ease)}
        yield Finding("language/hard-text", first_line(passage), facts)


def _week_facts(week: Week, asked: Workload) -> dict[str, str]:
    facts = {
        "minutes": str(week.home),
        "most": str(asked.limit),
        "reading": str(week.period.reading),
        "homework": str(week.period.homework),
        "screen": str(week.period.screen),
        "usual": str(asked.usual),
    }
    return facts if asked.own_limit else facts | {"compared": "yes"}
