"""The catalogue: ids turned into objects, and everything that can be derived from them.

`resolve` never fails: what a reference does not find is left out here and reported by `kring.checks`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from kring.model.activities import Activity, LibraryActivity, Material, Use
from kring.model.configuration import SiteConfig
from kring.model.entities import Entities
from kring.model.programmes import Programme, SessionEntry
from kring.model.reading import Glossary, Handout, Help
from kring.model.sessions import Homework, Session
from kring.model.structure import with_fields
from kring.model.values import Ref, pieces
from kring.source import nodes
from kring.source.kinds import Kind

Wanted = TypeVar("Wanted")


@dataclass(frozen=True, slots=True)
class Step:
    """An activity at its place in an agenda.

    `offset` is the number of minutes from the start of the session; `clock` the time of day where the
    session has a usual start.
    """

    activity: Activity
    offset: int
    clock: str | None
    end_clock: str | None


@dataclass(frozen=True, slots=True)
class Agenda:
    """The steps of a session for the ways of meeting for which they are the same."""

    deliveries: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """Minutes of all steps together."""
        return sum(step.activity.minutes for step in self.steps)


@dataclass(frozen=True, slots=True)
class Supply:
    """A material of a session with the steps that need it (none: the session as a whole)."""

    item: str
    quantity: int
    per: str
    steps: tuple[str, ...]
    handout: Ref | None = None

    def for_group(self, participants: int) -> int:
        """Return how many pieces a group of `participants` needs."""
        return pieces(self.quantity, self.per, participants)


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """A session within its programme, with everything derived from both.

    `number` counts from 1 in the programme's order, drafts included, so that a session keeps its
    number when another one is published. `activities` are the steps for all ways of meeting together.
    """

    session: Session
    programme: str
    number: int
    entry: SessionEntry
    activities: tuple[Activity, ...]
    agendas: tuple[Agenda, ...]
    homework: tuple[Homework, ...]
    reviews: tuple[Homework, ...]
    handouts: tuple[Handout, ...]
    supplies: tuple[Supply, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every step was found: otherwise nothing can be said about the agenda."""
        return len(self.activities) == len(self.session.agenda)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps for the programme's first way of meeting."""
        return self.agendas[0].steps if self.agendas else ()

    def places_of(self, activity: Activity) -> tuple[tuple[Step, tuple[str, ...]], ...]:
        """Return where an activity stands in each agenda that has it, with the ways of meeting of that agenda."""
        return tuple(
            (step, agenda.deliveries)
            for agenda in self.agendas
            for step in agenda.steps
            if step.activity.id == activity.id
        )

    @property
    def core(self) -> tuple[Activity, ...]:
        """What the fidelity checklist lists: the activities that must happen."""
        return tuple(activity for activity in self.activities if activity.priority == "core")


@dataclass(frozen=True, slots=True)
class ProgrammePlan:
    """A programme with its sessions in order."""

    programme: Programme
    sessions: tuple[SessionPlan, ...]

    @property
    def id(self) -> str:
        """The programme's id."""
        return self.programme.key.id


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """All entities and all plans. `config`, `help` and `glossary` are None where they are missing or broken.

    Each is equal to itself alone, so that what is derived from one can be cached.
    """

    entities: Entities
    plans: Mapping[str, ProgrammePlan]
    config: SiteConfig | None
    help: Help | None
    glossary: Glossary | None


def resolve(entities: Entities) -> Catalogue:
    """Return the catalogue of `entities`."""
    programmes = [entity for entity in entities.of(Kind.PROGRAMME) if isinstance(entity, Programme)]
    plans = {programme.key.id: _plan(programme, entities) for programme in programmes}
    return Catalogue(
        entities,
        MappingProxyType(plans),
        _only(entities, SiteConfig),
        _only(entities, Help),
        _only(entities, Glossary),
    )


def taken_up(use: Use, library: LibraryActivity) -> Activity:
    """Return the library activity as the session takes it up: whole fields replaced, nothing merged."""
    override = use.node.get("override")
    own = (entry for entry in use.node.entries if entry.key in ("minutes", "priority", "lead", "formerly"))
    entries = (*(override.entries if isinstance(override, nodes.Mapping) else ()), *own)
    library_activity = replace(library.activity, formerly=())
    return with_fields(library_activity, entries, id=use.id, use=use.use, span=use.span)


def clock_after(start: str | None, minutes: int) -> str | None:
    """Return the time of day `minutes` after `start` (both as 13:30), or None without a start."""
    if start is None:
        return None
    hours, past = start.split(":")
    total = int(hours) * 60 + int(past) + minutes
    return f"{total // 60 % 24:02d}:{total % 60:02d}"


def _plan(programme: Programme, entities: Entities) -> ProgrammePlan:
    sessions = [
        _session_plan(entry, number, session, programme, entities)
        for number, entry in enumerate(programme.sessions, start=1)
        if isinstance(session := entities.find(entry.session, programme.key.id), Session)
    ]
    return ProgrammePlan(programme, tuple(sessions))


def _session_plan(
    entry: SessionEntry, number: int, session: Session, programme: Programme, entities: Entities
) -> SessionPlan:
    id = programme.key.id
    found = (_activity(item, id, entities) for item in session.agenda)
    activities = tuple(activity for activity in found if activity is not None)
    reviews = (ref for activity in activities for ref in activity.reviews)
    handouts = (*_printed(session.materials), *(ref for activity in activities for ref in _handed_out(activity)))
    return SessionPlan(
        session,
        id,
        number,
        entry,
        activities,
        _agendas(activities, session.start, programme.delivery),
        _found(session.homework, Homework, id, entities),
        _found(reviews, Homework, id, entities),
        _found(handouts, Handout, id, entities),
        _supplies(session.materials, activities),
    )


def _handed_out(activity: Activity) -> tuple[Ref, ...]:
    """Return what participants get in a step, and what is printed for it."""
    return (*activity.handouts, *_printed(activity.materials))


def _printed(materials: tuple[Material, ...]) -> tuple[Ref, ...]:
    return tuple(material.handout for material in materials if material.handout is not None)


def _activity(item: Activity | Use, programme: str, entities: Entities) -> Activity | None:
    if isinstance(item, Activity):
        return item
    library = entities.find(item.use, programme)
    return taken_up(item, library) if isinstance(library, LibraryActivity) else None


def _agendas(activities: tuple[Activity, ...], start: str | None, deliveries: tuple[str, ...]) -> tuple[Agenda, ...]:
    """Return one agenda for each set of deliveries that have the same steps."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for delivery in deliveries:
        ids = tuple(a.id for a in activities if not a.deliveries or delivery in a.deliveries)
        alike.setdefault(ids, []).append(delivery)
    return tuple(
        Agenda(tuple(group), _steps([a for a in activities if a.id in ids], start)) for ids, group in alike.items()
    )


def _steps(activities: Iterable[Activity], start: str | None) -> tuple[Step, ...]:
    steps, offset = [], 0
    for activity in activities:
        end = offset + activity.minutes
        steps.append(Step(activity, offset, clock_after(start, offset), clock_after(start, end)))
        offset = end
    return tuple(steps)


def _supplies(extra: tuple[Material, ...], activities: tuple[Activity, ...]) -> tuple[Supply, ...]:
    """Return the materials of session and steps; the same thing is listed once, in its largest quantity.

    Steps follow one another, so ten pens serve two steps that both need ten.
    """
    needs: dict[tuple[str, str], tuple[int, list[str]]] = {}
    printed: dict[str, Ref] = {}
    wanted = [(material, None) for material in extra]
    wanted_in_steps = [(material, activity.title) for activity in activities for material in activity.materials]
    for material, step in [*wanted, *wanted_in_steps]:
        if material.handout is not None:
            printed.setdefault(material.item, material.handout)
        quantity, steps = needs.get((material.item, material.per), (0, []))
        needs[material.item, material.per] = (max(quantity, material.quantity), [*steps, step] if step else steps)
    return tuple(
        Supply(item, quantity, per, tuple(steps), printed.get(item)) for (item, per), (quantity, steps) in needs.items()
    )


def _found(refs: Iterable[Ref], wanted: type[Wanted], programme: str, entities: Entities) -> tuple[Wanted, ...]:
    """Return what `refs` find, each once, in order."""
    found = {ref: entity for ref in refs if isinstance(entity := entities.find(ref, programme), wanted)}
    return tuple(found.values())


def _only(entities: Entities, wanted: type[Wanted]) -> Wanted | None:
    return next((entity for entity in entities.by_key.values() if isinstance(entity, wanted)), None)
