"""The words about care are safe: critical questions are literal, named and read in time, and no promise is empty.

Each claim holds for the real content and for what a new organisation begins with. The first test of each kind shows
that the claim can fail: its examples once stood in the content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kring.language.passages import passages
from kring.model.catalogue import Catalogue, ProgrammePlan
from kring.model.questionnaires import CriticalItem, Item, Questionnaire
from kring.model.sessions import Session
from kring.pages.words import words as interface_words
from kring.pipeline import check
from kring.prose.text import Prose

ROOT = Path(__file__).resolve().parents[1]
WRITTEN = ("content", "programs", "builder/kring/editor/templates", "builder/kring/starting/organisation")
"""Folders with texts that are read in a group, or that a new organisation begins with."""

LITERAL = ("dood", "zelfmoord")
"""Words of which a question about suicidality has one: an idiom leaves open what was asked."""

CALL_WITHOUT_FREE = re.compile(
    r"\bbel(?:t|len)?\b(?:(?!gratis)[^.?!:])*?\b113\b|zelfmoord: 113\b(?! \(gratis\))", re.IGNORECASE
)
PROMISE = re.compile(r"\b(?:leest|lezen|kijkt|kijken|belt|spreekt|antwoordt|reageert)\b", re.IGNORECASE)
AT_ONCE = re.compile(r"(?<!niet )\b(?:dezelfde dag|die dag|vandaag nog|meteen|direct)\b", re.IGNORECASE)
CALL_THE_FACILITATOR = re.compile(r"\bbel je begeleider|\bbegeleider (?:daarover )?bellen\b", re.IGNORECASE)
WHEN_THEY_ANSWER = re.compile(r"\b(?:uitnodiging|kaartje)\b")


def plain(text: str) -> str:
    """Return a text without links and line breaks."""
    return " ".join(re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text.replace("**", "")).split())


def words(prose: Prose | None) -> str:
    return plain(prose.text) if prose else ""


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!]) ", plain(text))


def empty_promises(text: str) -> list[str]:
    """Return the sentences that say that somebody reads, calls or answers at once."""
    return [each for each in sentences(text) if PROMISE.search(each) and AT_ONCE.search(each)]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    checked = check(ROOT)
    assert checked.catalogue is not None
    return checked.catalogue


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    files = [file for folder in WRITTEN for file in (ROOT / folder).rglob("*") if file.suffix in (".yml", ".md")]
    return {str(file.relative_to(ROOT)): file.read_text(encoding="utf-8") for file in files}


@pytest.fixture(scope="module")
def for_participants(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Every text that participants read, with its place."""
    found = []
    for document in catalogue.entities.documents.values():
        for passage in passages(document):
            text = re.sub(r"(?ms)^::: facilitator$.*?^:::$", "", passage.text)
            found.append((str(passage.span), text))
    return found


def questionnaires(catalogue: Catalogue) -> list[Questionnaire]:
    return [each for each in catalogue.entities.by_key.values() if isinstance(each, Questionnaire)]


def critical_questions(catalogue: Catalogue) -> Iterator[tuple[Questionnaire, CriticalItem, Item, int]]:
    """Yield each critical item with its questionnaire, its question and the number of that."""
    for questionnaire in questionnaires(catalogue):
        for critical in questionnaire.critical_items:
            for number, item in enumerate(questionnaire.items, start=1):
                if item.id == critical.item:
                    yield questionnaire, critical, item, number


def handed_in(catalogue: Catalogue) -> Iterator[tuple[ProgrammePlan, Session, int, int]]:
    """Yield sessions in which a critical question is answered: the number of the question, and of the step.

    The step is -1 where participants are asked to bring the questionnaire along.
    """
    for questionnaire, _, _, number in critical_questions(catalogue):
        for programme in catalogue.plans.values():
            for plan in programme.sessions:
                session = plan.session
                if f"questionnaire:{questionnaire.key.id})" in (session.prepare.text if session.prepare else ""):
                    yield programme, session, number, -1
                for agenda in plan.agendas:
                    for n, step in enumerate(agenda.steps):
                        if questionnaire.key.id in [ref.id for ref in step.activity.questionnaires]:
                            yield programme, session, number, n


# ---- Telephone numbers ----


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Denk je aan zelfmoord? Bel [113](tel:113).", False),
        ("Wie hulp nodig heeft, belt de huisarts, 113 of 112.", False),
        ("Denk ik aan zelfmoord: [113](tel:113)", False),
        ("Denk je aan zelfmoord, bel dan\n gratis [113](tel:113).", True),
        ("Denk ik aan zelfmoord: [113](tel:113) (gratis).", True),
        ("Bel je huisarts. Chat met 113.", True),
    ],
)
def test_a_call_to_113_that_does_not_say_free_is_found(text: str, safe: bool) -> None:
    assert (CALL_WITHOUT_FREE.search(plain(text)) is None) is safe


def test_whoever_is_told_to_call_113_reads_that_it_is_free(written: dict[str, str]) -> None:
    assert sum("113" in text for text in written.values()) > 5
    for path, text in written.items():
        found = CALL_WITHOUT_FREE.search(plain(text))
        assert found is None, f"{path}: {found[0] if found else ''}"
        assert "0800-0113" not in text, f"{path}: 113 is free itself"


def test_the_old_name_of_the_out_of_hours_gp_stands_beside_the_new_one(written: dict[str, str]) -> None:
    for path, text in written.items():
        for sentence in sentences(text):
            assert "huisartsenpost" not in sentence or "huisartsenspoedpost" in sentence, f"{path}: {sentence}"
    assert "huisartsenspoedpost" in written["content/help.yml"]


# ---- Promises ----


@pytest.mark.parametrize(
    "text",
    [
        "Een begeleider kijkt dezelfde dag naar je lijst.",
        "Geef je dat aan, dan belt of spreekt die je nog die dag.",
        "Lever je die in, dan\nleest een begeleider hem vandaag nog.",
    ],
)
def test_a_promise_that_somebody_is_there_at_once_is_found(text: str) -> None:
    assert empty_promises(text)


def test_participants_are_not_promised_that_somebody_reads_or_calls_at_once(
    for_participants: list[tuple[str, str]],
) -> None:
    assert [(place, found) for place, text in for_participants if (found := empty_promises(text))] == []


def test_who_may_call_the_facilitator_reads_where_it_says_when(for_participants: list[tuple[str, str]]) -> None:
    calls = [
        (place, plain(paragraph))
        for place, text in for_participants
        for paragraph in text.split("\n\n")
        if CALL_THE_FACILITATOR.search(plain(paragraph))
    ]
    assert calls
    assert [call for call in calls if not WHEN_THEY_ANSWER.search(call[1])] == []


def test_nobody_is_asked_to_send_a_questionnaire_with_a_critical_question(catalogue: Catalogue) -> None:
    for questionnaire, *_ in critical_questions(catalogue):
        assert "Stuur hem niet op" in words(questionnaire.introduction), questionnaire.key


# ---- Critical questions ----


def test_a_critical_question_is_literal(catalogue: Catalogue) -> None:
    asked = list(critical_questions(catalogue))
    assert asked
    for questionnaire, _, item, _ in asked:
        assert any(word in item.text for word in LITERAL), (questionnaire.key, item.text)


def test_every_answer_but_no_is_critical_and_somebody_may_decline(catalogue: Catalogue) -> None:
    for questionnaire, critical, item, _ in critical_questions(catalogue):
        answers = {scale.id: scale.options for scale in questionnaire.answer_scales}[str(item.answer_scale)]
        assert answers[0].text == "Niet", questionnaire.key
        assert "Wil ik niet zeggen" in [option.text for option in answers], questionnaire.key
        assert critical.options == tuple(option.id for option in answers[1:]), questionnaire.key


def test_the_help_stands_under_a_critical_question_whatever_is_answered(catalogue: Catalogue) -> None:
    for questionnaire, _, item, _ in critical_questions(catalogue):
        help = words(item.help)
        assert "gratis 113" in help, questionnaire.key
        assert "112" in help, questionnaire.key
        assert "Antwoord je" not in help, "help does not depend on the answer"


def test_a_form_without_a_name_has_no_critical_question(catalogue: Catalogue) -> None:
    nameless = [each for each in questionnaires(catalogue) if "naam hoeft" in words(each.introduction)]
    assert [each.key.id for each in nameless] == ["eindvragen"]
    for questionnaire in nameless:
        assert questionnaire.critical_items == (), questionnaire.key
        assert "Post is dagen onderweg" in words(questionnaire.introduction), questionnaire.key


def test_what_is_handed_in_is_read_before_anybody_goes_home(catalogue: Catalogue) -> None:
    found = list(handed_in(catalogue))
    assert {session.key.id for _, session, _, _ in found} == {"aankomen", "verder-zonder-groep"}
    for _, session, number, _ in found:
        checks = [words(line) for line in session.closing_check]
        assert any(
            all(words in line for words in (f"vraag {number} gelezen", "lege vraag", "voordat iemand naar huis gaat"))
            for line in checks
        ), session.key


def test_a_critical_question_is_answered_before_the_break_in_which_somebody_can_be_spoken(catalogue: Catalogue) -> None:
    for programme, session, _, step in handed_in(catalogue):
        agendas = next(plan.agendas for plan in programme.sessions if plan.session.key == session.key)
        for agenda in agendas:
            kinds = [each.activity.kind for each in agenda.steps]
            assert "break" in kinds[step + 1 :], session.key


def test_where_a_question_is_read_it_says_what_to_do_alone(catalogue: Catalogue) -> None:
    for _, session, number, _ in handed_in(catalogue):
        lists = [words(prepared.what) for prepared in session.prepare_list]
        assert any("alleen" in line and f"vraag {number}" in line for line in lists), session.key


def test_weeks_after_the_end_the_question_is_asked_in_the_talk(catalogue: Catalogue) -> None:
    critical = {questionnaire.key.id: item for questionnaire, _, item, _ in critical_questions(catalogue)}
    asked = [
        (plan.programme, critical[ref.id])
        for plan in catalogue.plans.values()
        for occasion in (plan.programme.measurement.occasions if plan.programme.measurement else ())
        if occasion.weeks_after_end is not None
        for ref in occasion.questionnaires
        if ref.id in critical
    ]
    assert asked
    for programme, item in asked:
        follow_up = words(programme.follow_up)
        assert " ".join(item.text.rstrip(".").split()[-3:]) in follow_up, programme.key
        assert "stuur hem niet op" in follow_up, programme.key


@pytest.mark.parametrize("name", ["questionnaire_fac.critical_line", "print.scoring.critical_item"])
def test_facilitators_are_told_to_ask_after_an_empty_answer_before_anybody_leaves(name: str) -> None:
    said = interface_words("nl").strings[name]
    assert "de vraag leeg" in said
    assert "voordat de deelnemer naar huis gaat" in said
