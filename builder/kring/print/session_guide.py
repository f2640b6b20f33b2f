"""A session of the manual, as values: everything that is needed to run it from paper. Drawn by `session_guide.typ`."""

from __future__ import annotations

from kring.editions import participant as p
from kring.model.activities import Activity, ScriptLine
from kring.model.catalogue import Agenda, SessionPlan, Step, clock_after
from kring.model.reading import Handout
from kring.model.replan import Sooner, least, shortest, ways_to_end_sooner
from kring.model.sessions import Homework
from kring.print import sheets
from kring.print.manuscript import Manuscript
from kring.print.sheets import Values
from kring.print.texts import Inlines, label_of, link_to


def session_guide(plan: SessionPlan, book: Manuscript) -> Values:
    """Return the guide of a session."""
    session, texts, group = plan.session, book.texts, book.programme.group
    end = plan.steps[-1].end_clock if session.start and plan.steps else None
    sizes = sorted({group.min, group.max})
    return {
        "title": session.title,
        "label": label_of("session", session.key.id),
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
                "steps": list(supply.steps),
            }
            for supply in plan.supplies
        ],
        "copies": [
            {"kind": str(sheet.key.kind), "link": link_to(label_of(sheet.key.kind, sheet.key.id), sheet.title)}
            for sheet in session_sheets(plan, book)
        ],
        "room": texts.optional(session.room),
        "risk_notes": texts.optional(session.risk_notes),
        "words_for_return": texts.optional(session.words_for_return),
        "steps": [_step(step, plan, book) for step in _once(plan)],
        "closing_check": [texts.inline(text) for text in session.closing_check],
        "core": [activity.title for activity in plan.core],
        "reflection": [texts.inline(text) for text in session.reflection],
        "prepare": texts.optional(session.prepare),
        "recap": texts.optional(session.recap),
        "catch_up": texts.optional(session.catch_up),
        "see": book.see((*session.articles, *session.diaries)),
    }


def session_sheets(plan: SessionPlan, book: Manuscript) -> tuple[Handout | p.Homework | p.Questionnaire, ...]:
    """Return what is to be printed for a session, as participants see it, each once.

    That are its hand-outs, its homework sheets, and the questionnaires that are filled in during it.
    """
    keys = [*(handout.key for handout in plan.handouts), *(homework.key for homework in plan.homework)]
    asked = [book.find(ref) for activity in plan.activities for ref in activity.questionnaires]
    found = [*(book.entities.get(key) for key in keys), *asked]
    once = {entity.key: entity for entity in found if isinstance(entity, Handout | p.Homework | p.Questionnaire)}
    return tuple(once.values())


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
        "participant_text": texts.optional(activity.participant_text),
        "plain_language": texts.optional(activity.plain_language),
        "see": book.see((*activity.handouts, *activity.questionnaires)),
        "module_step": sheets.module_step(activity.module_step, texts),
        "debrief": [texts.inline(text) for text in activity.debrief],
        "pitfalls": [
            {"what": texts.inline(pitfall.what), "then": texts.inline(pitfall.then)} for pitfall in activity.pitfalls
        ],
        "online_variant": texts.optional(activity.online_variant),
    }


def _spoken(line: ScriptLine, book: Manuscript) -> Values:
    voice, text = next((voice, text) for voice in ("say", "do", "ask") if (text := getattr(line, voice)) is not None)
    return {"voice": voice, "text": book.texts.prose(text)}


def _reviewed(activity: Activity, plan: SessionPlan) -> list[Homework]:
    ids = [ref.id for ref in activity.reviews]
    return [homework for homework in plan.reviews if homework.key.id in ids]


def _review(homework: Homework, book: Manuscript) -> Values:
    texts = book.texts.of(homework.key)
    return {"link": _link(homework), "prompts": [texts.inline(prompt) for prompt in homework.review_prompts]}
