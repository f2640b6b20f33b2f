"""An example is filled with answers, dates of today and ids that are there; what is not there it asks to make first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from kring.editor.references import NOTHING, Targets, targets
from kring.editor.templates import uncommented
from kring.source.kinds import Kind
from kring.source.read import read
from kring.starting.available import Available
from kring.starting.filled import as_written, filled

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).resolve().parents[2]
PROGRAMME = "structureren-kun-je-leren"


@pytest.fixture(scope="module")
def real() -> Targets:
    return targets(read(ROOT))


def session(found: Targets, programme: str | None = PROGRAMME) -> str:
    return filled(Kind.SESSION, {("title",): "Slapen"}, Available(found, programme), TODAY)


def test_answers_stand_in_their_places() -> None:
    text = session(NOTHING)
    assert text.startswith("title: Slapen\n")
    assert "Rust nemen" not in text


@pytest.mark.parametrize(
    "title",
    [
        "Slapen: hoe?",
        "ja",
        "10:30",
        "# hekje",
        "2026",
        "Zaal #2",
        "'s Avonds",
        '"Wat?" zei ze',
        "- streepje",
        "null",
        "*ster*",
        "[haak]",
        "één & ander",
        "back\\slash",
    ],
)
def test_any_title_reads_back_as_it_was_given(title: str) -> None:
    text = filled(Kind.HOMEWORK, {("title",): title}, Available(NOTHING, None), TODAY)
    assert yaml.safe_load(text)["title"] == title
    assert yaml.safe_load(f"x: {as_written(title)}")["x"] == title


def test_references_are_to_what_is_there_first_of_all_in_the_programme(real: Targets) -> None:
    data = yaml.safe_load(uncommented(session(real)))
    assert data["articles"] == ["een-plan-is-geen-belofte"]
    assert data["homework"] == ["drie-dingen"]
    assert data["agenda"][1]["module_step"] == {"module": "planning-en-structuur", "step": "kennismaken"}


def test_what_belongs_to_another_programme_is_out_of_reach(real: Targets) -> None:
    text = session(real, "een-ander")
    assert "## Er is nog geen huiswerk. Maak er eerst een: kring new homework\n## homework: [een-huiswerk]\n" in text
    assert yaml.safe_load(uncommented(text))["articles"] == ["een-plan-is-geen-belofte"]


def test_what_is_not_there_becomes_an_explanation_of_what_to_make() -> None:
    text = session(NOTHING)
    assert "## Er is nog geen artikel. Maak er eerst een: kring new article\n## articles: [een-artikel]\n" in text
    module = (
        "    ## Er is nog geen module. Maak er eerst een: kring new module\n    ## module_step:\n    ##   module: een-"
    )
    assert module in text
    data = yaml.safe_load(uncommented(text))
    assert "articles" not in data
    assert "module_step" not in data["agenda"][1]
    assert data["agenda"][1]["who"] == "alone", "the rest still shows what may stand there"


def test_a_group_that_needs_what_is_not_there_is_explained_as_a_whole() -> None:
    given = {"session": "eerste-sessie"}
    text = filled(Kind.PROGRAMME, {}, Available(NOTHING, "nieuw", given), TODAY)
    assert "## Er is nog geen vragenlijst. Maak er eerst een: kring new questionnaire\n## measurement:\n" in text
    assert "measurement" not in yaml.safe_load(uncommented(text))
    assert yaml.safe_load(text)["sessions"] == [{"session": "eerste-sessie"}]


def test_only_media_that_can_be_played_are_proposed(minimal_root: Path) -> None:
    (minimal_root / "content/media").mkdir()
    (minimal_root / "content/media/beeld.svg").write_text("<svg/>", encoding="utf-8")
    text = filled(Kind.ARTICLE, {}, Available(targets(read(minimal_root)), None), TODAY)
    assert "## Zet eerst een bestand in media/." in text
    (minimal_root / "content/media/adem.mp3").write_bytes(b"\xff\xfb\x90\x00")
    text = filled(Kind.ARTICLE, {}, Available(targets(read(minimal_root)), None), TODAY)
    assert "#     file: adem.mp3\n" in text


def test_dates_are_those_of_today_and_the_next_review_a_year_later() -> None:
    text = uncommented(filled(Kind.PROGRAMME, {}, Available(NOTHING, "nieuw", {"session": "een"}), TODAY))
    data = yaml.safe_load(text)
    assert data["change_log"][0]["date"] == "2026-11-22"
    assert data["sign_off"]["reviewed_on"] == "2026-11-22"
    assert data["sign_off"]["review_due"] == "2027-11-22"


def test_fields_can_count_from_the_start() -> None:
    given = {"session": "een", "questionnaire": "vragen"}
    available = Available(NOTHING, "nieuw", given)
    asleep = yaml.safe_load(filled(Kind.PROGRAMME, {}, available, TODAY))
    awake = yaml.safe_load(filled(Kind.PROGRAMME, {}, available, TODAY, active=frozenset({"measurement"})))
    assert "measurement" not in asleep
    assert [occasion["questionnaires"] for occasion in awake["measurement"]["occasions"]] == [["vragen"]] * 3
    assert awake["measurement"]["occasions"][1]["after_session"] == "een"
