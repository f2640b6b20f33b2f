"""The facilitators' manual: the values of the programme, its safety protocol, every session and all sheets.

`theme/print/manual.typ` and `one_session.typ` say what stands where, and under which heading.
"""

from __future__ import annotations

from dataclasses import replace

from kring.editions import participant as p
from kring.editions.facilitator import FacilitatorEdition
from kring.editions.narrow import narrow
from kring.editions.project import TYPES
from kring.model.catalogue import ProgrammePlan, SessionPlan
from kring.model.programmes import Measurement, Occasion, Programme, Safety
from kring.model.questionnaires import Questionnaire
from kring.model.reading import Article, Handout, Module
from kring.model.sessions import Homework
from kring.pages.words import Words, words
from kring.print import sheets
from kring.print.book import Book, Imprint, bind, newest
from kring.print.index import index
from kring.print.manuscript import Manuscript
from kring.print.scoring_notes import scoring_notes
from kring.print.session_guide import Told, in_minutes, session_guide
from kring.print.sheets import Values
from kring.print.texts import Texts, label_of, link_to
from kring.print.workbook import workbook
from kring.prose.blocks import blocks
from kring.prose.pieces import FACILITATOR
from kring.source.documents import Key


def manual(
    edition: FacilitatorEdition,
    programme: str,
    *,
    session: int | None = None,
    minutes: int | None = None,
    participants: int | None = None,
    changed: frozenset[str] = frozenset(),
) -> Book:
    """Return the manual of a programme; with `session`, its number from 1, only that guide.

    The guide may be for so many `minutes`, and for so many `participants`. Steps in `changed` (`session.step`) are
    marked in its margin. Raises KeyError where the edition has no such programme, or the programme no such session.
    """
    plan = plan_of(edition, programme)
    book = replace(manuscript(edition, plan), changed=changed)
    assets, code = edition.catalogue.entities.assets, _edition_code(edition, programme)
    if session is None:
        made = replace(imprint("manual", plan, book, book.words("manual.title")), edition=code)
        return bind(made, _content(edition, plan, book), assets, book.words)
    guide = session_of(plan, session)
    if minutes is not None:
        guide = in_minutes(guide, minutes)
    name = guide.entry.label or book.words("session.within", n=guide.number)
    title = book.words("manual.one_session", session=name, title=guide.session.title)
    made = replace(imprint("one_session", plan, book, title), edition=code)
    return bind(made, _one(plan, guide, book, participants), assets, book.words)


def _edition_code(edition: FacilitatorEdition, programme: str) -> str | None:
    """Return the code of the participants' text, as their workbook says it; None where they have no such programme.

    The other way round the workbook would bear a number that follows from what only facilitators may read.
    """
    listed = {each.key.id for each in edition.participant.programmes}
    return str(workbook(edition.participant, programme).data["edition"]) if programme in listed else None


def plan_of(edition: FacilitatorEdition, programme: str) -> ProgrammePlan:
    """Return the plan of a programme. Raises KeyError where the edition has none."""
    found = next((plan for plan in edition.plans if plan.id == programme), None)
    if found is None:
        raise KeyError(programme)
    return found


def session_of(plan: ProgrammePlan, number: int) -> SessionPlan:
    """Return the session of this number, from 1. Raises KeyError where the programme has none."""
    found = next((entry for entry in plan.sessions if entry.number == number), None)
    if found is None:
        raise KeyError(number)
    return found


def manuscript(edition: FacilitatorEdition, plan: ProgrammePlan) -> Manuscript:
    """Return what the manual is written from; sheets are the participants' own, seen as they see them."""
    catalogue, participant = edition.catalogue, edition.participant
    as_participants: dict[Key, p.Entity] = {
        key: narrow(entity, TYPES[key.kind]) for key, entity in catalogue.entities.by_key.items() if key.kind in TYPES
    }
    modules = {key: entity for key, entity in as_participants.items() if isinstance(entity, Module)}
    terms = sorted(
        catalogue.glossary.terms if catalogue.glossary else (),
        key=lambda term: (term.term.casefold(), term.term, term.id),
    )
    return Manuscript(
        plan.programme,
        next((entry.sessions for entry in participant.programmes if entry.key.id == plan.id), ()),
        participant.organisation,
        participant.help,
        as_participants,
        tuple(terms),
        Texts(plan.id, modules, catalogue.entities.assets),
        words(plan.programme.language).on_paper(),
    )


def imprint(
    design: str,
    plan: ProgrammePlan,
    book: Manuscript,
    subtitle: str,
    *,
    large: bool = False,
    for_participants: bool = False,
) -> Imprint:
    """Return what stands on the title page and in the footers of a book that facilitators print."""
    organisation, programme = book.organisation, plan.programme
    return Imprint(
        design,
        programme.language,
        programme.title,
        subtitle,
        None if for_participants else book.words("manual.readers"),
        organisation.name,
        organisation.site_title,
        organisation.colour,
        programme.version,
        newest(programme.change_log),
        programme.authors,
        large,
    )


def _content(edition: FacilitatorEdition, plan: ProgrammePlan, book: Manuscript) -> Values:
    whole, texts, words = edition.catalogue.entities.by_key, book.texts, book.words
    reached, values = book.reached(plan.sessions), book.values()
    programme, told = plan.programme, Told()
    sessions = [session_guide(session, book, of=len(plan.sessions), told=told) for session in plan.sessions]
    return {
        **values,
        "programme": {**values["programme"], **_facts(programme), **_texts(programme, texts)},
        "sign_off": _sign_off(plan.programme, words),
        "safety": _safety(programme.safety, texts),
        "measurement": _measurement(plan, programme.measurement, book),
        "sessions": sessions,
        "index": index(sessions, plan, book),
        "handouts": [
            sheets.handout(entity, texts, words)
            for entity in reached
            if isinstance(entity, Handout) and entity.cards is None  # cards are printed for their session
        ],
        "homework": [_homework(e, whole.get(e.key), book) for e in reached if isinstance(e, p.Homework)],
        "questionnaires": [
            _questionnaire(e, whole.get(e.key), book) for e in reached if isinstance(e, p.Questionnaire)
        ],
        "diaries": [sheets.diary(entity, texts, words) for entity in reached if isinstance(entity, p.Diary)],
        "articles": [_article(e, whole.get(e.key), book) for e in reached if isinstance(e, p.Article)],
        "modules": [sheets.module(entity, texts) for entity in reached if isinstance(entity, Module)],
        "terms": book.terms((plan, *reached, book.help)),
    }


def _one(plan: ProgrammePlan, session: SessionPlan, book: Manuscript, participants: int | None) -> Values:
    """Return the guide of one session, with the safety protocol and the help block."""
    return {
        "sign_off": _sign_off(plan.programme, book.words),
        "session": session_guide(session, book, of=len(plan.sessions), participants=participants),
        "safety": _safety(plan.programme.safety, book.texts),
        "help": sheets.help_block(book.help, book.library_texts),
    }


def as_participants_see(sheet: Handout | p.Homework | p.Questionnaire, book: Manuscript) -> Values:
    """Return a sheet as participants have it."""
    match sheet:
        case Handout():
            return sheets.handout(sheet, book.texts, book.words)
        case p.Homework():
            return sheets.homework(sheet, book.texts, book.words)
        case p.Questionnaire():
            return sheets.questionnaire(sheet, book.texts, book.words, belongs_together=_comes_back(sheet, book))


def _comes_back(sheet: p.Questionnaire, book: Manuscript) -> bool:
    """Tell whether a list is filled in on more than one occasion."""
    measurement = book.programme.measurement
    occasions = measurement.occasions if measurement else ()
    return sum(any(book.find(ref) is sheet for ref in occasion.questionnaires) for occasion in occasions) > 1


def _sign_off(programme: Programme, words: Words) -> Values | None:
    sign_off = programme.sign_off
    if sign_off is None:
        return None
    return {
        "by": sign_off.reviewed_by,
        "reviewed_on": words.date(sign_off.reviewed_on),
        "due": words.date(sign_off.review_due),
    }


def _facts(programme: Programme) -> Values:
    group, facilitators, age = programme.group, programme.facilitators, programme.age
    return {
        "kind": programme.kind,
        "setting": programme.setting,
        "delivery": list(programme.delivery),
        "themes": list(programme.themes),
        "group": {"min": group.min, "max": group.max, "reason": group.reason or None},
        "facilitators": {"min": facilitators.min, "max": facilitators.max, "reason": facilitators.reason or None},
        "enrolment": programme.enrolment,
        "sequence": programme.sequence,
        "age": age and {"min": age.min, "max": age.max},
        "cost": programme.cost,
        "no_personal_goal_because": programme.no_personal_goal_because,
    }


def _texts(programme: Programme, texts: Texts) -> Values:
    """Return what the programme says of itself, by the names of its fields; None for what it does not say."""
    described, facilitators = programme.intervention, programme.facilitators
    fields = {
        "for_whom": programme.for_whom,
        "not_for_whom": programme.not_for_whom,
        "referrer_notes": programme.referrer_notes,
        "aim": described.aim,
        "problem": described.problem,
        "causes": described.causes,
        "factors": described.factors,
        "rationale": programme.rationale,
        "process_evaluation": described.process_evaluation,
        "effect_evaluation": described.effect_evaluation,
        "comparable": described.comparable,
        "involvement": described.involvement,
        "fidelity": programme.fidelity,
        "adaptations": programme.adaptations,
        "competences": facilitators.competences,
        "training": facilitators.training,
        "supervision": facilitators.supervision,
        "recruitment": programme.recruitment,
        "intermediaries": described.intermediaries,
        "organisations": described.organisations,
        "venue": programme.venue,
        "preconditions": described.preconditions,
        "implementation": described.implementation,
        "costs": programme.costs,
    }
    return {
        **{name: texts.optional(text) for name, text in fields.items()},
        "active_elements": [texts.inline(text) for text in programme.active_elements],
    }


def _safety(protocol: Safety | None, texts: Texts) -> Values | None:
    if protocol is None:
        return None
    return {
        "crisis": texts.optional(protocol.crisis),
        "disclosure": texts.optional(protocol.disclosure),
        "drop_out": texts.optional(protocol.drop_out),
    }


def _measurement(plan: ProgrammePlan, measurement: Measurement | None, book: Manuscript) -> Values | None:
    if measurement is None:
        return None
    return {
        "text": book.texts.optional(measurement.text),
        "occasions": [_occasion(occasion, plan, book) for occasion in measurement.occasions],
    }


def _occasion(occasion: Occasion, plan: ProgrammePlan, book: Manuscript) -> Values:
    """Return when is measured, in weeks or by the name of a session, and with what."""
    after = occasion.after_session
    number = next((n for n, entry in enumerate(plan.programme.sessions, start=1) if entry.session == after), None)
    assert after is None or number is not None, f"{after} is no session of {plan.id}"
    found = [(ref, entity) for ref in occasion.questionnaires if (entity := book.find(ref)) is not None]
    return {
        "title": occasion.title,
        "weeks_after_end": occasion.weeks_after_end,
        "after_session": book.session_name(number, None) if number is not None else None,
        "questionnaires": [link_to(label_of(ref.kind, ref.id), entity.title) for ref, entity in found],
    }


def _homework(sheet: p.Homework, whole: object, book: Manuscript) -> Values:
    """Return a homework sheet, with why no session reviews it if that is so."""
    because = whole.not_reviewed_because if isinstance(whole, Homework) else None
    return sheets.homework(sheet, book.texts, book.words, because)


def _questionnaire(sheet: p.Questionnaire, whole: object, book: Manuscript) -> Values:
    """Return a questionnaire as participants see it, with how it is scored."""
    scoring = scoring_notes(whole, book) if isinstance(whole, Questionnaire) else None
    return {**as_participants_see(sheet, book), "scoring": scoring}


def _article(entity: p.Article, whole: object, book: Manuscript) -> Values:
    """Return what an article is about, with the facilitators' remarks in it; participants have the article itself."""
    remarks, review = None, None
    if isinstance(whole, Article):
        found = blocks(whole.body, book.texts.of(entity.key).target)
        own = [block for block in found if block["type"] == "container" and block["name"] == FACILITATOR]
        remarks = {"type": "prose", "blocks": own} if own else None
        if whole.review is not None:
            review = {"by": whole.review.reviewed_by, "due": book.words.date(whole.review.review_due)}
    return {
        "title": entity.title,
        "label": label_of(entity.key.kind, entity.key.id),
        "summary": entity.summary,
        "remarks": remarks,
        "review": review,
    }
