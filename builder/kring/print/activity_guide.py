"""One step of a session in the manual: its clock time, what to say, do and ask, and what to watch for."""

from __future__ import annotations

from collections.abc import Iterator

from kring.model.activities import Activity, Material, ScriptLine
from kring.model.catalogue import SessionPlan, Step
from kring.model.sessions import Homework
from kring.print import parts, reading
from kring.print.manuscript import Manuscript
from kring.print.parts import Part, row
from kring.print.texts import label_of
from kring.prose.text import Prose


def step_label(step: Step, plan: SessionPlan) -> str:
    """Return the name of the place in the book where a step is printed."""
    return label_of("step", f"{plan.session.key.id}.{step.activity.id}")


def activity_guide(step: Step, plan: SessionPlan, book: Manuscript) -> Part:
    """Return everything about one step."""
    activity, words = step.activity, book.words
    return {
        "type": "activity",
        "title": activity.title,
        "label": step_label(step, plan),
        "clock": step.clock or words("guide.after_start", n=step.offset),
        "minutes": words.minutes(activity.minutes),
        "priority": activity.priority,
        "priority_name": words(f"priority.{activity.priority}"),
        "facts": list(_facts(activity, book)),
        "rows": list(_rows(activity, plan, book)),
    }


def _facts(activity: Activity, book: Manuscript) -> Iterator[str]:
    words = book.words
    if activity.minutes_min is not None and activity.minutes_min < activity.minutes:
        yield words("guide.minutes_min", n=activity.minutes_min)
    yield words(f"activity.kind.{activity.kind}")
    yield words("guide.led_by", lead=words(f"lead.{activity.lead}"))
    if activity.who != "group":
        yield words(f"activity.who.{activity.who}")
    if activity.deliveries:
        yield words("guide.only_when", deliveries=words.either([words(f"delivery.{d}") for d in activity.deliveries]))


def _rows(activity: Activity, plan: SessionPlan, book: Manuscript) -> Iterator[Part]:
    words = book.words
    yield from _text("guide.purpose", activity.purpose, book)
    if activity.materials:
        content = "; ".join(_material(material, book) for material in activity.materials)
        yield row(words("guide.materials"), [parts.paragraph(content)])
    for homework in _reviewed(activity, plan):
        yield row(words("guide.reviews"), list(_review(homework, book)))
    # Above the script: whoever does not lead must know it before the step begins.
    yield from _text("guide.meanwhile", activity.second_facilitator, book)
    for line in activity.script:
        yield _spoken(line, book)
    if activity.participant_text or activity.plain_language:
        yield row("", list(_read_by_participants(activity, book)), "box")
    if sheets := list(book.see((*activity.handouts, *activity.questionnaires))):
        yield row(words("guide.sheets"), sheets)
    if step := reading.module_step(activity.module_step, book.texts, words):
        yield row(words("kind.module"), step)
    if activity.debrief:
        questions = [book.texts.inline(text) for text in activity.debrief]
        yield row(words("guide.debrief"), [parts.items("bullet", questions)])
    if activity.pitfalls:
        columns = [(words("guide.pitfall"), 2), (words("guide.then"), 3)]
        rows = [[book.texts.inline(pitfall.what), book.texts.inline(pitfall.then)] for pitfall in activity.pitfalls]
        yield row(words("guide.pitfalls"), [parts.table(columns, rows)])
    yield from _text("guide.online", activity.online_variant, book)


def _text(label: str, text: Prose | None, book: Manuscript) -> Iterator[Part]:
    if text is not None:
        yield row(book.words(label), [book.texts.prose(text)])


def _spoken(line: ScriptLine, book: Manuscript) -> Part:
    voice, text = next((voice, text) for voice in ("say", "do", "ask") if (text := getattr(line, voice)) is not None)
    return row(book.words(f"script.{voice}"), [book.texts.prose(text)], voice)


def _read_by_participants(activity: Activity, book: Manuscript) -> Iterator[Part]:
    content = [
        *reading.optional(activity.participant_text, book.texts),
        *reading.plain_language(activity.plain_language, book.texts, book.words),
    ]
    yield parts.panel("reader", book.words("guide.participants_read"), content)


def _material(material: Material, book: Manuscript) -> str:
    amount = f"{material.quantity} {book.words(f'per.{material.per}')}"
    return book.words("guide.material_item", item=material.item, amount=amount)


def _reviewed(activity: Activity, plan: SessionPlan) -> list[Homework]:
    ids = [ref.id for ref in activity.reviews]
    return [homework for homework in plan.reviews if homework.key.id in ids]


def _review(homework: Homework, book: Manuscript) -> Iterator[Part]:
    yield parts.paragraph(parts.link_to(label_of(homework.key.kind, homework.key.id), homework.title))
    if homework.review_prompts:
        texts = book.texts.of(homework.key)
        yield parts.items("bullet", (texts.inline(prompt) for prompt in homework.review_prompts))
