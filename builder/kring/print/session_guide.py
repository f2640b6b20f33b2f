"""A session's chapter in the manual: everything that is needed to run it from paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kring.model.catalogue import Agenda, SessionPlan, Step
from kring.model.sessions import Homework, Session
from kring.print import parts
from kring.print.activity_guide import activity_guide, step_label
from kring.print.manuscript import Manuscript
from kring.print.parts import Inlines, Part
from kring.print.session_sheets import session_sheets
from kring.print.texts import label_of
from kring.prose.text import Prose

WHEN = ("week_before", "day_before", "same_day", "on_site")
"""The order of the prepare-list."""

REMARK_LINES = 3

MOST_SHORTENED = 3
"""How many activities are named that can be shortened."""


def session_guide(plan: SessionPlan, book: Manuscript) -> Part:
    """Return the guide of a session."""
    return parts.section(
        plan.session.title,
        _guide(plan, book),
        label=label_of("session", plan.session.key.id),
        kicker=book.session_name(plan.number, plan.entry.label),
        new_page=True,
    )


def _guide(plan: SessionPlan, book: Manuscript) -> Iterator[Part]:
    session = plan.session
    yield _facts(plan, book)
    if session.status == "draft":
        yield parts.paragraph(book.words("session.draft"))
    for agenda in plan.agendas:
        yield from _agenda(agenda, plan, book)
    yield from book.section("guide.goals", [parts.items("bullet", session.goals)], listed=False)
    yield from _listed("guide.facilitator_goals", "bullet", session.facilitator_goals, book)
    yield from book.section("guide.prepare", _prepare_list(session, book), listed=False)
    yield from book.section("guide.materials", _materials(plan, book), listed=False)
    yield from book.section("guide.copies", _copies(plan, book), listed=False)
    yield from book.text_section("guide.room", session.room, listed=False)
    yield from book.text_section("guide.risks", session.risk_notes, listed=False)
    yield from book.text_section("guide.return", session.words_for_return, listed=False)
    if steps := _steps(plan):
        guides = [activity_guide(step, plan, book) for step in steps]
        yield parts.section(book.words("guide.script_title"), guides)
    yield from book.section("guide.homework", _homework(plan.homework, book), listed=False)
    yield from _listed("guide.closing", "tick", session.closing_check, book)
    yield from book.section("guide.fidelity", _fidelity(plan, book), listed=False)
    yield from _listed("guide.reflection", "bullet", session.reflection, book)
    yield parts.writing_lines(REMARK_LINES, book.words("guide.remarks"))
    yield from book.section("guide.on_their_page", _on_their_page(session, book), listed=False)


def _facts(plan: SessionPlan, book: Manuscript) -> Part:
    session, words = plan.session, book.words
    end = plan.steps[-1].end_clock if plan.steps else None
    rows = [
        (words("guide.duration"), words.minutes(session.minutes)),
        (words("guide.clock"), words("guide.time", start=session.start, end=end) if session.start and end else None),
        (words("guide.theme"), session.theme),
        (words("guide.reviews"), _titles(plan.reviews, book)),
        (words("guide.homework"), _titles(plan.homework, book)),
    ]
    return parts.facts((name, value) for name, value in rows if value)


def _titles(homework: tuple[Homework, ...], book: Manuscript) -> str | None:
    titles = [book.words("form.quoted", text=entry.title) for entry in homework]
    return book.words.together(titles) if titles else None


def _agenda(agenda: Agenda, plan: SessionPlan, book: Manuscript) -> Iterator[Part]:
    """Yield the agenda for one way of meeting, with what to leave out when time runs short."""
    words = book.words
    if not agenda.steps:
        return
    title = words("guide.glance")
    if len(plan.agendas) > 1:
        deliveries = words.together([words(f"delivery.{delivery}") for delivery in agenda.deliveries])
        title = words("guide.glance_delivery", deliveries=deliveries)
    table = {
        "type": "agenda",
        "rows": [_agenda_row(step, plan, book) for step in agenda.steps],
        "end": agenda.steps[-1].end_clock or "",
        "total": words.minutes(agenda.minutes),
        "at_least": words("guide.at_least_in_all", minutes=agenda.minutes_min),
    }
    yield parts.section(title, [table, *_when_short(agenda, book)], listed=False)


def _agenda_row(step: Step, plan: SessionPlan, book: Manuscript) -> Part:
    activity, words = step.activity, book.words
    shorter = activity.minutes_min is not None and activity.minutes_min < activity.minutes
    return {
        "clock": step.clock or words("guide.after_start", n=step.offset),
        "minutes": str(activity.minutes),
        "at_least": words("guide.minutes_min", n=activity.minutes_min) if shorter else "",
        "title": parts.link_to(step_label(step, plan), activity.title),
        "priority": activity.priority,
        "priority_name": words(f"priority.{activity.priority}"),
        "lead": words(f"lead.{activity.lead}"),
    }


def _when_short(agenda: Agenda, book: Manuscript) -> Iterator[Part]:
    """Yield what to leave out first, and what to shorten then: where most minutes are to be gained."""
    # The break is never among them: who is tired or overloaded counts on it.
    activities = [step.activity for step in agenda.steps if step.activity.kind != "break"]
    longer = [a for a in activities if a.priority == "core"]
    gains = {a.title: a.minutes - a.minutes_min for a in longer if a.minutes_min}
    most = sorted((title for title in gains if gains[title] > 0), key=lambda title: -gains[title])[:MOST_SHORTENED]
    choices = (
        ("guide.cut_first", "", {a.title: a.minutes for a in activities if a.priority == "cut_first"}),
        ("guide.skip", "guide.skip_then", {a.title: a.minutes for a in activities if a.priority == "optional"}),
        ("guide.shorten", "guide.shorten_then", {title: gains[title] for title in most}),
    )
    possible = [choice for choice in choices if choice[-1]]
    words = book.words
    steps = [
        [
            *parts.strong(f"{words(first if number == 0 else later)} "),
            *parts.plain(words.together([words("guide.gain", title=t, minutes=m) for t, m in minutes.items()])),
        ]
        for number, (first, later, minutes) in enumerate(possible)
    ]
    if steps:
        yield parts.panel("note", words("guide.cut"), [parts.items("number", steps)])


def _listed(title: str, style: str, texts: Iterable[Prose], book: Manuscript) -> Iterator[Part]:
    content = [book.texts.inline(text) for text in texts]
    yield from book.section(title, [parts.items(style, content)] if content else [], listed=False)


def _prepare_list(session: Session, book: Manuscript) -> Iterator[Part]:
    words = book.words
    for when in WHEN:
        entries = [entry for entry in session.prepare_list if entry.when == when]
        if entries:
            yield parts.lead_in(words(f"when.{when}"))
            lines = [
                [*book.texts.inline(entry.what), *parts.plain(f" ({words(f'lead.{entry.who}')})")] for entry in entries
            ]
            yield parts.items("tick", lines)


def _materials(plan: SessionPlan, book: Manuscript) -> Iterator[Part]:
    """Yield what to bring, for the smallest and for the largest group."""
    words, group = book.words, book.programme.group
    if not plan.supplies:
        return
    sizes = sorted({group.min, group.max})
    columns = [
        (words("guide.column_item"), 5),
        *((words("guide.column_for", n=size), 0) for size in sizes),
        (words("guide.needed_in"), 3),
    ]
    rows: list[list[str | Inlines]] = [
        [
            supply.item,
            *(str(supply.for_group(size)) for size in sizes),
            ", ".join(supply.steps) or words("guide.whole_session"),
        ]
        for supply in plan.supplies
    ]
    yield parts.table(columns, rows)


def _copies(plan: SessionPlan, book: Manuscript) -> Iterator[Part]:
    """Yield what is to be printed for the session, with its page."""
    sheets = session_sheets(plan, book)
    if sheets:
        yield parts.items(
            "tick",
            (
                [
                    *parts.plain(f"{book.words(f'kind.{sheet.key.kind}')}: "),
                    *parts.link_to(label_of(sheet.key.kind, sheet.key.id), sheet.title),
                ]
                for sheet in sheets
            ),
        )


def _steps(plan: SessionPlan) -> list[Step]:
    """Return each step once, in the order of the session, with its place in the first agenda that has it."""
    found: dict[str, Step] = {}
    for agenda in plan.agendas:
        for step in agenda.steps:
            found.setdefault(step.activity.id, step)
    order = [item.id for item in plan.session.agenda]
    return sorted(found.values(), key=lambda step: order.index(step.activity.id))


def _homework(homework: tuple[Homework, ...], book: Manuscript) -> Iterator[Part]:
    for entry in homework:
        title = parts.link_to(label_of(entry.key.kind, entry.key.id), entry.title)
        minutes = book.words("homework.time", time=book.words.minutes(entry.minutes))
        yield parts.paragraph([*title, *parts.plain(f" {minutes}")])
        yield book.texts.of(entry.key).prose(entry.why)


def _fidelity(plan: SessionPlan, book: Manuscript) -> Iterator[Part]:
    """Yield the checklist of what must happen for the programme to be itself."""
    if plan.core:
        words = book.words
        yield parts.paragraph(words("guide.fidelity_about"))
        yield {
            "type": "checklist",
            "title": words("guide.core_activity"),
            "answers": [words(f"guide.fidelity_{answer}") for answer in ("done", "shortened", "left_out")],
            "rows": [activity.title for activity in plan.core],
        }


def _on_their_page(session: Session, book: Manuscript) -> Iterator[Part]:
    """Yield what participants read before, after, and when they missed it."""
    for title, text in (
        ("session.prepare", session.prepare),
        ("session.recap", session.recap),
        ("session.missed", session.catch_up),
    ):
        if text is not None:
            yield parts.panel("reader", book.words(title), [book.texts.prose(text)])
    yield from book.see((*session.articles, *session.diaries))
