"""TIDieR and the description sheet say what the programme holds, and exactly what is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.every_field.files import Content
from tests.every_field.written import written

from kring.editions.recognition import recognition
from kring.editions.sheets import Dose, Gap, Item, Sheet, Sources, Supplies, Text, Things
from kring.editions.tidier import tidier
from kring.model.catalogue import ProgrammePlan, resolve
from kring.model.entities import Entities, gather
from kring.source.read import read

Describe = Callable[[ProgrammePlan, Entities], Sheet]

PROGRAMME = "programs/alles/programme.yml"
SESSION = "programs/alles/sessions/eerste.yml"

TIDIER = (
    *("name", "why", "materials", "procedures", "who", "how"),
    *("where", "how_much", "tailoring", "modifications", "planned", "actual"),
)
"""The items of Hoffmann et al. (2014), in their order."""

RECOGNITION = {
    "at_a_glance": ("holder", "summary"),
    "target": ("final", "intermediaries", "selection", "involvement"),
    "aim": ("aim", "goals"),
    "approach": ("design", "content"),
    "execution": (
        *("materials", "organisations", "executors", "quality", "preconditions"),
        *("implementation", "costs"),
    ),
    "foundation": ("problem", "causes", "factors", "justification"),
    "research": ("process_evaluation", "effect_evaluation"),
    "elements": ("active_elements", "comparable"),
    "literature": ("sources",),
}
"""The chapters and sections of the worksheet."""


def described(content: Content, root: Path) -> tuple[ProgrammePlan, Entities]:
    """Return the programme of the content that has every field, as `content` has it now."""
    sources = read(content.write(root))
    assert sources.findings == ()
    catalogue = resolve(gather(sources, sources.documents))
    return catalogue.plans["alles"], catalogue.entities


def without(field: str, path: str = PROGRAMME) -> Content:
    """Return the content with every field but one (`facilitators.training`)."""
    content = written().copy()
    *holders, name = field.split(".")
    data: Any = content.files[path].data
    for holder in holders:
        data = data[holder]
    del data[name]
    return content


def item(sheet: Sheet, name: str) -> Item:
    return next(each for each in sheet.items if each.name == name)


def gaps(sheet: Sheet) -> dict[str, list[Gap]]:
    return {each.name: list(each.gaps) for each in sheet.open}


def test_tidier_has_its_twelve_items_in_order(tmp_path: Path) -> None:
    assert tuple(each.name for each in tidier(*described(written(), tmp_path)).items) == TIDIER


def test_the_description_sheet_has_every_chapter_and_section(tmp_path: Path) -> None:
    chapters = recognition(*described(written(), tmp_path)).chapters
    assert {chapter.name: tuple(each.name for each in chapter.items) for chapter in chapters} == RECOGNITION


@pytest.mark.parametrize("describe", [tidier, recognition])
def test_a_programme_with_every_field_has_no_gap_and_says_something_everywhere(
    describe: Describe, tmp_path: Path
) -> None:
    sheet = describe(*described(written(), tmp_path))
    assert gaps(sheet) == {}
    assert sheet.complete == len(sheet.items)
    assert [each.name for each in sheet.items if not each.said] == []


MISSING = [
    (tidier, "rationale", ["why"]),
    (tidier, "active_elements", ["why"]),
    (tidier, "rights", ["materials"]),
    (tidier, "facilitators.competences", ["who"]),
    (tidier, "facilitators.training", ["who"]),
    (tidier, "venue", ["where"]),
    (tidier, "adaptations", ["tailoring"]),
    (tidier, "fidelity", ["planned"]),
    (tidier, "intervention.process_evaluation", ["actual"]),
    (recognition, "rights", ["holder"]),
    (recognition, "authors", ["holder"]),
    (recognition, "age", ["final"]),
    (recognition, "intervention.intermediaries", ["intermediaries"]),
    (recognition, "not_for_whom", ["selection"]),
    (recognition, "recruitment", ["selection"]),
    (recognition, "intervention.involvement", ["involvement"]),
    (recognition, "intervention.aim", ["aim"]),
    (recognition, "intervention.organisations", ["organisations"]),
    (recognition, "venue", ["organisations"]),
    (recognition, "facilitators.competences", ["executors"]),
    (recognition, "facilitators.training", ["executors"]),
    (recognition, "facilitators.supervision", ["quality"]),
    (recognition, "fidelity", ["quality"]),
    (recognition, "measurement", ["quality"]),
    (recognition, "intervention.preconditions", ["preconditions"]),
    (recognition, "intervention.implementation", ["implementation"]),
    (recognition, "costs", ["costs"]),
    (recognition, "intervention.problem", ["problem"]),
    (recognition, "intervention.causes", ["causes"]),
    (recognition, "intervention.factors", ["factors"]),
    (recognition, "rationale", ["justification"]),
    (recognition, "evidence", ["justification"]),
    (recognition, "intervention.process_evaluation", ["process_evaluation"]),
    (recognition, "intervention.effect_evaluation", ["effect_evaluation"]),
    (recognition, "active_elements", ["active_elements"]),
    (recognition, "intervention.comparable", ["comparable"]),
]


@pytest.mark.parametrize(("describe", "field", "items"), MISSING)
def test_a_field_that_is_not_there_is_a_gap_and_one_item_less(
    describe: Describe, field: str, items: list[str], tmp_path: Path
) -> None:
    sheet = describe(*described(without(field), tmp_path))
    assert gaps(sheet) == {name: [Gap(field, PROGRAMME)] for name in items}
    assert sheet.complete == len(sheet.items) - 1


def test_every_field_about_the_intervention_is_asked_for_by_the_description_sheet() -> None:
    asked = {field for describe, field, _ in MISSING if describe is recognition and field.startswith("intervention.")}
    assert asked == {f"intervention.{name}" for name in written().files[PROGRAMME].data["intervention"]}


def test_two_gaps_of_one_item_take_one_item_from_the_count(tmp_path: Path) -> None:
    content = without("rationale")
    del content.files[PROGRAMME].data["active_elements"]
    sheet = tidier(*described(content, tmp_path))
    assert gaps(sheet) == {"why": [Gap("rationale", PROGRAMME), Gap("active_elements", PROGRAMME)]}
    assert sheet.complete == 11


@pytest.mark.parametrize(("describe", "name"), [(tidier, "procedures"), (recognition, "content")])
def test_a_session_without_an_agenda_is_a_gap_in_its_own_file(describe: Describe, name: str, tmp_path: Path) -> None:
    sheet = describe(*described(without("agenda", SESSION), tmp_path))
    assert gaps(sheet)[name] == [Gap("agenda", SESSION)]


@pytest.mark.parametrize(("describe", "name"), [(tidier, "how_much"), (recognition, "design")])
def test_without_the_days_between_sessions_the_length_is_a_gap(describe: Describe, name: str, tmp_path: Path) -> None:
    content = written().copy()
    del content.files[PROGRAMME].data["sessions"][1]["days_after_previous"]
    sheet = describe(*described(content, tmp_path))
    assert gaps(sheet) == {name: [Gap("sessions.days_after_previous", PROGRAMME)]}
    assert [said.days for said in item(sheet, name).said if isinstance(said, Dose)] == [None]


@pytest.mark.parametrize("describe", [tidier, recognition])
def test_a_programme_whose_sessions_are_all_drafts_lacks_its_sessions(describe: Describe, tmp_path: Path) -> None:
    plan, entities = described(written(), tmp_path)
    sheet = describe(replace(plan, sessions=()), entities)
    assert {gap.field for found in gaps(sheet).values() for gap in found} == {"sessions"}


def test_the_dose_is_added_up_from_the_sessions_and_their_homework(tmp_path: Path) -> None:
    plan, entities = described(written(), tmp_path)
    dose = next(said for said in item(tidier(plan, entities), "how_much").said if isinstance(said, Dose))
    minutes = [each.session.minutes for each in plan.sessions]
    homework = sum(each.minutes for session in plan.sessions for each in session.homework)
    assert (dose.sessions, dose.minutes, dose.homework) == (3, sum(minutes), homework)
    assert (dose.least, dose.most, dose.days) == (min(minutes), max(minutes), 21)
    assert homework > 0


def test_materials_are_all_that_participants_get_each_once_by_kind(tmp_path: Path) -> None:
    said = item(tidier(*described(written(), tmp_path)), "materials").said
    things = {each.kind: each.things for each in said if isinstance(each, Things)}
    assert list(things) == ["handout", "homework", "article", "questionnaire", "diary", "module"]
    keys = [thing.key for found in things.values() for thing in found]
    assert len(keys) == len(set(keys))
    assert [each.number > 0 for each in said if isinstance(each, Supplies)] == [True]


def test_literature_is_the_publications_and_the_sources_of_articles(tmp_path: Path) -> None:
    (said,) = item(recognition(*described(written(), tmp_path)), "sources").said
    assert isinstance(said, Sources)
    assert [citation.id for citation in said.citations] == ["bron-1", "bron-2"]
    assert [thing.key.id for thing, _ in said.articles] == ["alles-erin"]


def test_without_publications_or_sources_of_articles_literature_is_a_gap(tmp_path: Path) -> None:
    content = without("citations")
    for file in content.files.values():
        if "/articles/" in file.path:
            file.data.pop("sources", None)
    sheet = recognition(*described(content, tmp_path))
    assert gaps(sheet) == {"sources": [Gap("citations", PROGRAMME)]}


def test_a_text_is_the_text_of_its_field(tmp_path: Path) -> None:
    plan, entities = described(written(), tmp_path)
    (said,) = item(recognition(plan, entities), "problem").said
    assert said == Text("problem", plan.programme.intervention.problem)  # type: ignore[arg-type]
