"""What sheets say of a programme that no author writes down: how much it is, what is used in it, what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kring.editions.sheets import Dose, Facts, Gap, Occasions, Said, Sessions, Sources, Supplies, Text, Thing, Things
from kring.language.periods import between
from kring.language.workload import workload
from kring.model.catalogue import ProgrammePlan
from kring.model.entities import Entities
from kring.model.programmes import Programme
from kring.model.questionnaires import Diary, Questionnaire
from kring.model.reach import references
from kring.model.reading import Article, Handout, Module
from kring.model.sessions import Homework
from kring.source.documents import Key

MATERIALS = (Handout, Homework, Article, Questionnaire, Diary, Module)
"""What participants get, in the order in which it is listed."""

Material = Handout | Homework | Article | Questionnaire | Diary | Module


@dataclass(frozen=True, slots=True)
class Describing:
    """The programme that is described, with all that its references may mean."""

    plan: ProgrammePlan
    entities: Entities

    @property
    def programme(self) -> Programme:
        """The programme."""
        return self.plan.programme

    def gap(self, field: str) -> Gap:
        """Return the gap of a field of the programme."""
        return Gap(field, self.programme.span.path)

    def unwritten(self) -> Iterator[Gap]:
        """Yield a gap for each session whose agenda is still empty."""
        return (Gap("agenda", each.session.span.path) for each in self.plan.sessions if not each.activities)

    def measured(self) -> tuple[str, ...]:
        """Return the page about measurement, where there is one."""
        return () if self.programme.measurement is None else ("measurement",)

    def facts(self, *names: str) -> Iterator[Facts]:
        """Yield those facts that are there, together."""
        programme, rights = self.programme, self.programme.rights
        there = {
            "age": programme.age,
            "cost": programme.cost,
            "owner": rights,
            "licence": rights,
            "authors": programme.authors,
        }
        if found := tuple(name for name in names if there.get(name, True)):
            yield Facts(found)

    def dose(self) -> Iterator[Dose]:
        """Yield how many sessions there are, how long they take, and what is asked at home."""
        minutes = [each.session.minutes for each in self.plan.sessions]
        if minutes:
            days = [each.entry.days_after_previous for each in self.plan.sessions[1:]]
            known = [number for number in days if number is not None]
            yield Dose(
                len(minutes),
                min(minutes),
                max(minutes),
                sum(minutes),
                sum(known) if known and len(known) == len(days) else None,
                sum(period.homework for _, period in between(self.plan, self.entities)),
                workload(self.plan, self.entities).usual,
            )

    def rhythm_is_known(self) -> bool:
        """Tell whether every session but the first says how long after the one before it comes."""
        return all(each.entry.days_after_previous is not None for each in self.plan.sessions[1:])

    def course(self, show: Literal["goals", "steps"]) -> Iterator[Said]:
        """Yield what happens before, in and between the sessions, and after them."""
        phases = self.programme.phases
        if phases.before is not None:
            yield Text("before", phases.before.text)
        if self.plan.sessions:
            yield Sessions(show, self.plan.sessions)
        for name, phase in (("during", phases.during), ("after", phases.after)):
            if phase is not None:
                yield Text(name, phase.text)

    def materials(self) -> Iterator[Said]:
        """Yield what participants get, by kind, and what facilitators bring."""
        used = self.used()
        for model in MATERIALS:
            if things := tuple(Thing(one.key, one.title) for one in used if isinstance(one, model)):
                yield Things(things[0].key.kind.value, things)
        if brought := {supply.item for each in self.plan.sessions for supply in each.supplies}:
            yield Supplies(len(brought))

    def occasions(self) -> Iterator[Occasions]:
        """Yield when is measured, and with what."""
        plan = self.programme.measurement
        if plan is not None:
            yield Occasions(
                tuple(
                    (
                        occasion,
                        tuple(
                            found.title
                            for ref in occasion.questionnaires
                            if isinstance(found := self.entities.find(ref, self.plan.id), Questionnaire)
                        ),
                    )
                    for occasion in plan.occasions
                )
            )

    def sources(self) -> Iterator[Sources]:
        """Yield the publications on which the programme rests."""
        articles = tuple(
            (Thing(one.key, one.title), one.sources) for one in self.used() if isinstance(one, Article) and one.sources
        )
        if self.programme.citations or articles:
            yield Sources(self.programme.citations, articles)

    def used(self) -> tuple[Material, ...]:
        """Return all that the programme and its sessions lead to, each once, in the order in which they do."""
        found: dict[Key, Material] = {}
        waiting: list[object] = [self.programme, self.plan.sessions]
        while waiting:
            for ref in references(waiting.pop(0)):
                entity = self.entities.find(ref, self.plan.id)
                if isinstance(entity, Material) and entity.key not in found:
                    found[entity.key] = entity
                    waiting.append(entity)
        return tuple(found.values())
