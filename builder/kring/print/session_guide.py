"""A session of the manual, as values: everything that is needed to run it from paper. Drawn by `session_guide.typ`."""

from __future__ import annotations

from dataclasses import replace

from kring.editions import participant as p
from kring.model.activities import Activity, ScriptLine
from kring.model.catalogue import Agenda, SessionPlan, Step, clock_after
from kring.model.reading import Handout
from kring.model.replan import Sooner, least, replan, shortest, ways_to_end_sooner
from kring.model.sessions import Homework
from kring.model.values import Ref
from kring.print import sheets
from kring.print.manuscript import Manuscript
from kring.print.sheets import Values
from kring.print.texts import Inlines, label_of, link_to

SHORT = 700
"""Signs of a line of the script that stays whole on a page: about twelve lines of a guide."""

Told = dict[Ref, tuple[Values, Values]]
"""Activities of the library that sessions before have taken up: where, and what was said of them there."""

ONCE = ("purpose", "script", "second_facilitator", "debrief", "pitfalls", "online_variant")
"""What a guide says of an activity once, where it first comes; then only where it differs."""


def session_guide(
    plan: SessionPlan, book: Manuscript, *, of: int, told: Told | None = None, participants: int | None = None
) -> Values:
    """Return the guide of a session of so many; `told` is what a book has said before, and gets what it says now."""
    session, texts, group = plan.session, book.texts, book.programme.group
    end = plan.steps[-1].end_clock if session.start and plan.steps else None
    sizes = [participants] if participants else sorted({group.min, group.max})
    clocks = {step.activity.title: step.clock for agenda in plan.agendas for step in agenda.steps}
    return {
        "title": session.title,
        "label": label_of("session", session.key.id),
        "number": plan.number,
        "of": of,
        "name": book.session_name(plan.number, plan.entry.label),
        "draft": session.status == "draft",
        "minutes": session.minutes,
        "start": session.start,
        "end": end,
        "theme": session.theme or None,
        "reviews": [{"title": homework.title} for homework in plan.reviews],
        "homework": [_set_homework(homework, book) for homework in plan.homework],
        "agendas": [_agenda(agenda, plan) for agenda in plan.agendas],
        "goals": list(session.goals),
        "facilitator_goals": [texts.inline(text) for text in session.facilitator_goals],
        "prepare_list": [
            {"when": entry.when, "what": texts.inline(entry.what), "who": entry.who} for entry in session.prepare_list
        ],
        "group_sizes": sizes,
        "supplies": [
            {
                "item": supply.item,
                "counts": [supply.for_group(size) for size in sizes],
                "steps": [clocks.get(title) or title for title in supply.steps],
            }
            for supply in plan.supplies
            if supply.handout is None  # it stands among what is printed
        ],
        "copies": [
            {
                "link": link_to(label_of(sheet.key.kind, sheet.key.id), sheet.title),
                "counts": [copies(sheet, size) for size in sizes],
            }
            for sheet in session_sheets(plan, book)
        ],
        "room": texts.optional(session.room),
        "risk_notes": texts.optional(session.risk_notes),
        "words_for_return": texts.optional(session.words_for_return),
        "steps": [_said_once(step, _step(step, plan, book), told) for step in _once(plan)],
        "closing_check": [texts.inline(text) for text in session.closing_check],
        "core": [activity.title for activity in plan.core],
        "reflection": [texts.inline(text) for text in session.reflection],
        "see": book.see((*session.articles, *session.diaries)),
    }


def in_minutes(plan: SessionPlan, minutes: int) -> SessionPlan:
    """Return a session that is held in so many minutes, or in the least that it can."""
    agendas = tuple(_shorter(agenda, plan.session.start, minutes) for agenda in plan.agendas)
    kept = {step.activity.id for agenda in agendas for step in agenda.steps}
    return replace(plan, agendas=agendas, activities=tuple(each for each in plan.activities if each.id in kept))


def _shorter(agenda: Agenda, start: str | None, minutes: int) -> Agenda:
    steps, offset = [], 0
    for activity, lasts in replan(agenda, minutes).kept:
        begins, offset = offset, offset + lasts
        steps.append(
            Step(replace(activity, minutes=lasts), begins, clock_after(start, begins), clock_after(start, offset))
        )
    return replace(agenda, steps=tuple(steps))


def session_sheets(plan: SessionPlan, book: Manuscript) -> tuple[Handout | p.Homework | p.Questionnaire, ...]:
    """Return what is to be printed for a session, as participants see it, each once.

    That are its hand-outs, its homework sheets, and the questionnaires that are filled in during it.
    """
    keys = [*(handout.key for handout in plan.handouts), *(homework.key for homework in plan.homework)]
    asked = [book.find(ref) for activity in plan.activities for ref in activity.questionnaires]
    found = [*(book.entities.get(key) for key in keys), *asked]
    once = {entity.key: entity for entity in found if isinstance(entity, Handout | p.Homework | p.Questionnaire)}
    return tuple(once.values())


def copies(sheet: Handout | p.Homework | p.Questionnaire, participants: int) -> int:
    """Return how many are needed: one for each participant, or as many sets of cards as it says."""
    if isinstance(sheet, Handout) and sheet.cards is not None:
        return sheet.cards.sets_for(participants)
    return participants


def _set_homework(homework: Homework, book: Manuscript) -> Values:
    return {
        "title": homework.title,
        "link": _link(homework),
        "minutes": homework.minutes,
        "why": book.texts.of(homework.key).prose(homework.why),
    }


def _link(homework: Homework) -> Inlines:
    return link_to(label_of(homework.key.kind, homework.key.id), homework.title)


def _agenda(agenda: Agenda, plan: SessionPlan) -> Values:
    """Return the agenda for one way of meeting, with what to do when time runs short."""
    return {
        "deliveries": list(agenda.deliveries),
        "steps": [_place(step, plan) for step in agenda.steps],
        "end": (agenda.steps[-1].end_clock if agenda.steps else None) or "",
        "minutes": agenda.minutes,
        "minutes_min": shortest(agenda).minutes,
        "sooner": [_sooner(way, plan) for way in ways_to_end_sooner(agenda)],
    }


def _sooner(way: Sooner, plan: SessionPlan) -> Values:
    return {
        "how": way.how,
        "activities": [{"title": activity.title, "minutes": minutes} for activity, minutes in way.activities],
        "minutes": way.minutes,
        "end": clock_after(plan.session.start, way.minutes),
    }


def _once(plan: SessionPlan) -> list[Step]:
    """Return each step once, in the order of the session, with its place in the first agenda that has it."""
    found: dict[str, Step] = {}
    for agenda in plan.agendas:
        for step in agenda.steps:
            found.setdefault(step.activity.id, step)
    order = [item.id for item in plan.session.agenda]
    return sorted(found.values(), key=lambda step: order.index(step.activity.id))


def _place(step: Step, plan: SessionPlan) -> Values:
    """Return when a step comes, how long it takes and how much it matters."""
    activity = step.activity
    return {
        "title": activity.title,
        "label": label_of("step", f"{plan.session.key.id}.{activity.id}"),
        "clock": step.clock,
        "offset": step.offset,
        "minutes": activity.minutes,
        "minutes_min": least(activity) if least(activity) < activity.minutes else None,
        "priority": activity.priority,
        "lead": activity.lead,
    }


def _step(step: Step, plan: SessionPlan, book: Manuscript) -> Values:
    """Return everything about one step."""
    activity, texts = step.activity, book.texts
    return {
        **_place(step, plan),
        "changed": f"{plan.session.key.id}.{activity.id}" in book.changed,
        "kind": activity.kind,
        "who": activity.who,
        "deliveries": list(activity.deliveries),
        "purpose": texts.optional(activity.purpose),
        "materials": [
            {"item": material.item, "quantity": material.quantity, "per": material.per}
            for material in activity.materials
        ],
        "reviews": [_review(homework, book) for homework in _reviewed(activity, plan)],
        "second_facilitator": texts.optional(activity.second_facilitator),
        "script": [_spoken(line, book) for line in activity.script],
        "participants_read": activity.participant_text is not None or activity.plain_language is not None,
        "see": book.see((*activity.handouts, *activity.questionnaires)),
        "module_step": sheets.module_step(activity.module_step, texts),
        "debrief": [texts.inline(text) for text in activity.debrief],
        "pitfalls": [
            {"what": texts.inline(pitfall.what), "then": texts.inline(pitfall.then), "keyword": pitfall.keyword}
            for pitfall in activity.pitfalls
        ],
        "online_variant": texts.optional(activity.online_variant),
        "as_before": None,
    }


def _said_once(step: Step, said: Values, told: Told | None) -> Values:
    """Return what there is to say of a step: of an activity whose script came before, only what differs, and where."""
    if told is None or step.activity.use is None:
        return said
    place, before = told.setdefault(step.activity.use, (said, said))
    if before is said or before["script"] != said["script"]:
        return said
    new = {
        name: type(said[name])() if isinstance(said[name], list) else None
        for name in ONCE
        if said[name] == before[name]
    }
    return {**said, **new, "as_before": {"title": place["title"], "label": place["label"]}}


def _spoken(line: ScriptLine, book: Manuscript) -> Values:
    voice, text = next((voice, text) for voice in ("say", "do", "ask") if (text := getattr(line, voice)) is not None)
    return {"voice": voice, "text": book.texts.prose(text), "short": len(text.text) <= SHORT}


def _reviewed(activity: Activity, plan: SessionPlan) -> list[Homework]:
    ids = [ref.id for ref in activity.reviews]
    return [homework for homework in plan.reviews if homework.key.id in ids]


def _review(homework: Homework, book: Manuscript) -> Values:
    texts = book.texts.of(homework.key)
    return {"link": _link(homework), "prompts": [texts.inline(prompt) for prompt in homework.review_prompts]}
