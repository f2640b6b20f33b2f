"""Forms on paper."""

from __future__ import annotations

import pytest

from kring.editions import participant as p
from kring.editions.narrow import narrow
from kring.findings import Span
from kring.model.forms import Field, OpenField, Option, ShownIf
from kring.model.questionnaires import AnswerScale, CriticalItem, Item, Questionnaire, ScoredOption
from kring.pages.words import words
from kring.print.forms import form, question_form
from kring.print.texts import Texts
from kring.prose.text import Form, Prose
from kring.source.documents import Key
from kring.source.kinds import Kind

HERE = Span("x.yml")
TEXTS = Texts(None, {}, {})
NL = words("nl").on_paper()


def made(*fields: Field) -> list[dict]:
    return form(fields, TEXTS, NL)


@pytest.mark.parametrize(
    ("least", "most", "step", "values"),
    [
        (0, 3, None, ["0", "1", "2", "3"]),
        (0, 1, 0.25, ["0", "0,25", "0,5", "0,75", "1"]),
        (0, 1, 0.1, ["0", "0,1", "0,2", "0,3", "0,4", "0,5", "0,6", "0,7", "0,8", "0,9", "1"]),
        (-2, 2, 2, ["-2", "0", "2"]),
        (0, 100, 1, []),
    ],
)
def test_a_scale_shows_its_values_as_dutch_readers_write_them(least, most, step, values):
    scale = Field("s", "scale", "?", HERE, min=least, max=most, step=step, min_label="laag", max_label="hoog")
    assert made(scale)[0]["values"] == values


def test_a_long_scale_says_between_which_values_the_answer_lies():
    scale = Field("s", "scale", "?", HERE, min=0, max=100, min_label="laag", max_label="hoog")
    assert made(scale)[0]["range"] == "van 0 tot en met 100"


@pytest.mark.parametrize(
    ("asked", "answer", "shown"),
    [
        (Field("a", "yes_no", "Wacht er iemand?", HERE), True, "‘Ja’"),
        (
            Field("a", "choice", "Wacht er iemand?", HERE, options=(Option("b", "Mijn buurman", HERE),)),
            "b",
            "‘Mijn buurman’",
        ),
        (Field("a", "number", "Wacht er iemand?", HERE), 2.5, "‘2,5’"),
    ],
)
def test_a_condition_is_said_in_words(asked, answer, shown):
    depends = Field("d", "text", "Wie?", HERE, shown_if=ShownIf("a", (answer,), HERE))
    between = Field("x", "text", "En verder?", HERE)
    said = made(asked, between, depends)[2]
    assert said["condition"] == f"Alleen als je bij ‘Wacht er iemand?’ dit antwoord gaf: {shown}."
    assert said["after"] is None


def test_right_below_the_other_question_its_answers_say_enough():
    asked = Field("a", "yes_no", "Gelukt?", HERE)
    no, also = (Field(id, "text", "Wat zat ertussen?", HERE, shown_if=ShownIf("a", (False,), HERE)) for id in "bc")
    assert [(field["after"], field["condition"]) for field in made(asked, no, also)] == [
        (None, None),
        ("Nee", None),
        ("Nee", None),
    ]


def test_each_answer_of_a_condition_stands_between_quotation_marks():
    options = tuple(Option(id, text, HERE) for id, text in (("ja", "Ja hoor"), ("later", "Later"), ("ooit", "Ooit")))
    asked = Field("a", "choice", "Wacht er iemand?", HERE, options=options)
    depends = Field("d", "text", "Wie?", HERE, shown_if=ShownIf("a", ("ja", "later", "ooit"), HERE))
    between = Field("x", "text", "En verder?", HERE)
    assert made(asked, between, depends)[2]["condition"].endswith("dit antwoord gaf: ‘Ja hoor’, ‘Later’ of ‘Ooit’.")


def questionnaire(*items: Item, critical: tuple[CriticalItem, ...] = ()) -> p.Questionnaire:
    options = (ScoredOption("nooit", "Nooit", HERE, score=0), ScoredOption("altijd", "Altijd", HERE, score=1))
    whole = Questionnaire(
        Key(Kind.QUESTIONNAIRE, "proef"),
        "Proef",
        Prose("Inleiding", Form.MARKDOWN, HERE),
        items,
        "Eigen vragenlijst",
        HERE,
        answer_scales=(AnswerScale("vaak", options, HERE),),
        critical_items=critical,
    )
    return narrow(whole, p.Questionnaire)


def item(id: str, scale: str | None = "vaak") -> Item:
    return Item(id, f"Zin {id}", HERE, answer_scale=scale, field=None if scale else OpenField("text", HERE))


def test_neighbours_with_the_same_answers_share_a_grid_and_are_numbered_through():
    asked = questionnaire(item("a"), item("b"), item("c", None), item("d"))
    grid, loose, alone = question_form(asked, TEXTS, NL)
    assert [row["number"] for row in grid["rows"]] == [1, 2]
    assert grid["columns"] == ["Nooit", "Altijd"]
    assert loose["text"] == "3. Zin c"
    assert (alone["kind"], alone["text"], alone["answers"]) == ("choice", "4. Zin d", ["Nooit", "Altijd"])


def test_a_critical_answer_to_an_open_question_leads_to_the_help_block():
    choice = OpenField("choice", HERE, options=(Option("ja", "Ja", HERE), Option("altijd", "Steeds", HERE)))
    asked = Item("c", "Zin c", HERE, field=choice)
    both = (CriticalItem("c", ("altijd",), HERE), CriticalItem("b", ("altijd",), HERE))
    grid, loose = question_form(questionnaire(item("b"), item("a"), asked, critical=both), TEXTS, NL)
    assert "‘Steeds’" in loose["critical"][0]["text"]
    assert "Altijd" not in loose["critical"][0]["text"], "that is an answer to another question"
    assert "Steeds" not in grid["rows"][0]["critical"][0]["text"]


def test_a_critical_item_leads_to_the_help_block():
    made = question_form(
        questionnaire(item("a"), item("b"), critical=(CriticalItem("b", ("altijd",), HERE),)), TEXTS, NL
    )
    plain, critical = made[0]["rows"]
    assert plain["critical"] is None
    sentence, link = critical["critical"]
    assert "‘Altijd’" in sentence["text"]
    assert link["label"] == "help-help"
