"""The manual's chapters about the programme as a whole: what it is, safety, background, measurement."""

from __future__ import annotations

from collections.abc import Iterator

from kring.model.catalogue import ProgrammePlan
from kring.model.programmes import Age, Measurement, Occasion, Programme, Safety
from kring.pages.words import Words
from kring.print import parts, reading
from kring.print.manuscript import HELP, Manuscript
from kring.print.parts import Inlines, Part
from kring.print.texts import label_of


def at_a_glance(plan: ProgrammePlan, book: Manuscript) -> Iterator[Part]:
    """Yield the programme on two pages: what, for whom, how many, and the sessions."""
    programme, texts = plan.programme, book.texts
    yield parts.facts(_facts(plan, book))
    yield from book.section("programme_fac.sessions", _sessions(plan, book))
    yield from book.section("programme_fac.goals", [parts.items("bullet", programme.goals)])
    yield from book.section("programme.about", [texts.prose(programme.summary)])
    yield from book.section("programme.for_whom", [texts.prose(programme.for_whom)])
    yield from book.text_section("sheet.said.not_for_whom", programme.not_for_whom)
    yield from book.text_section("programme_fac.referrers", programme.referrer_notes)
    yield from book.group_agreements()
    yield from book.phase("programme.before", programme.phases.before)
    yield from book.phase("programme.during", programme.phases.during)
    yield from book.phase("programme.after", programme.phases.after)
    yield from book.text_section("programme.follow_up", programme.follow_up)
    yield from book.text_section("programme.peer_contact", programme.peer_contact)


def safety(protocol: Safety, book: Manuscript) -> Iterator[Part]:
    """Yield the safety protocol, with the way to the numbers first."""
    to_numbers = [*parts.plain(f"{book.words('safety.where_numbers')} "), *parts.link_to(HELP, book.help.title)]
    yield parts.panel("help", book.words("safety.at_once"), [parts.paragraph(to_numbers)])
    yield from book.text_section("safety.crisis", protocol.crisis)
    yield from book.text_section("safety.disclosure", protocol.disclosure)
    yield from book.text_section("safety.drop_out", protocol.drop_out)


def background(programme: Programme, book: Manuscript) -> Iterator[Part]:
    """Yield why the programme is as it is, and what an organisation arranges."""
    described = programme.intervention
    yield from book.text_section("recognition.item.aim", described.aim)
    yield from book.text_section("recognition.item.problem", described.problem)
    yield from book.text_section("recognition.item.causes", described.causes)
    yield from book.text_section("recognition.item.factors", described.factors)
    yield from book.text_section("programme_fac.rationale", programme.rationale)
    if programme.active_elements:
        elements = parts.items("bullet", (book.texts.inline(text) for text in programme.active_elements))
        yield from book.section("programme_fac.active_elements", [elements])
    yield from book.text_section("recognition.item.process_evaluation", described.process_evaluation)
    yield from book.text_section("recognition.item.effect_evaluation", described.effect_evaluation)
    yield from book.text_section("recognition.item.comparable", described.comparable)
    yield from book.text_section("recognition.item.involvement", described.involvement)
    yield from book.text_section("programme_fac.fidelity", programme.fidelity)
    yield from book.text_section("programme_fac.adaptations", programme.adaptations)
    yield from book.text_section("programme_fac.competences", programme.facilitators.competences)
    yield from book.text_section("programme_fac.training", programme.facilitators.training)
    yield from book.text_section("programme_fac.supervision", programme.facilitators.supervision)
    yield from book.text_section("programme_fac.recruitment", programme.recruitment)
    yield from book.text_section("recognition.item.intermediaries", described.intermediaries)
    yield from book.text_section("sheet.said.organisations", described.organisations)
    yield from book.text_section("programme_fac.venue", programme.venue)
    yield from book.text_section("recognition.item.preconditions", described.preconditions)
    yield from book.text_section("programme.implementation", described.implementation)
    yield from book.text_section("programme_fac.costs", programme.costs)


def measurement(plan: ProgrammePlan, measurement: Measurement, book: Manuscript) -> Iterator[Part]:
    """Yield why and when is measured, and with what."""
    yield from reading.optional(measurement.text, book.texts)
    columns = [(book.words(f"measurement.{column}"), 2) for column in ("column_occasion", "when")]
    rows: list[list[str | Inlines]] = [
        [occasion.title, _when(occasion, plan, book), _questionnaires(occasion, book)]
        for occasion in measurement.occasions
    ]
    yield parts.table([*columns, (book.words("kind.questionnaire"), 4)], rows)


def _questionnaires(occasion: Occasion, book: Manuscript) -> Inlines:
    found = [(ref, entity) for ref in occasion.questionnaires if (entity := book.find(ref)) is not None]
    links = [parts.link_to(label_of(ref.kind, ref.id), entity.title) for ref, entity in found]
    return [inline for n, link in enumerate(links) for inline in ([{"type": "break"}] * (n > 0) + link)]


def _when(occasion: Occasion, plan: ProgrammePlan, book: Manuscript) -> str:
    words = book.words
    if occasion.weeks_after_end is not None:
        return words("measurement.weeks_after_end", n=occasion.weeks_after_end)
    after = occasion.after_session
    if after is None:
        return words("programme.before_first_session")
    number = next((n for n, entry in enumerate(plan.programme.sessions, start=1) if entry.session == after), None)
    assert number is not None, f"{after.id} is no session of {plan.id}"
    return words("programme.after_session", name=book.session_name(number, None))


def _sessions(plan: ProgrammePlan, book: Manuscript) -> Iterator[Part]:
    words = book.words
    columns = [
        (words("kind.session"), 2),
        (words("session.subject"), 5),
        (words("session.minutes"), 0),
        (words("guide.homework"), 4),
    ]
    rows: list[list[str | Inlines]] = [
        [
            book.session_name(entry.number, entry.entry.label),
            parts.link_to(label_of("session", entry.session.key.id), entry.session.title),
            str(entry.session.minutes),
            ", ".join(homework.title for homework in entry.homework),
        ]
        for entry in plan.sessions
    ]
    if rows:
        yield parts.table(columns, rows)


def _facts(plan: ProgrammePlan, book: Manuscript) -> Iterator[tuple[str, str | Inlines]]:
    programme, words = plan.programme, book.words
    yield words("programme.kind"), words(f"programme_kind.{programme.kind}")
    yield words("programme.setting"), words(f"setting.{programme.setting}")
    yield (
        words("programme.delivery"),
        words.together([words(f"delivery.{delivery}") for delivery in programme.delivery]),
    )
    if programme.themes:
        yield words("programme.themes"), ", ".join(programme.themes)
    for name, size in (("sheet.fact.group", programme.group), ("programme_fac.facilitators", programme.facilitators)):
        yield words(name), _with_reason(_span(size.min, size.max, words), size.reason)
    yield words("programme.enrolment"), words(f"enrolment.{programme.enrolment}")
    yield words("programme.sequence"), words(f"sequence.{programme.sequence}")
    if programme.age is not None:
        yield words("programme.age"), _age(programme.age, words)
    if programme.cost is not None:
        yield words("sheet.fact.cost"), programme.cost
    if programme.no_personal_goal_because is not None:
        yield words("facts.no_personal_goal"), programme.no_personal_goal_because


def _span(least: int, most: int, words: Words) -> str:
    return str(least) if least == most else words("facts.span", least=least, most=most)


def _with_reason(text: str, reason: str | None) -> str:
    return f"{text}. {reason}" if reason else text


def _age(age: Age, words: Words) -> str:
    if age.max is None:
        return words("programme.age_from", min=age.min)
    return words("programme.age_between", min=age.min, max=age.max)
