"""The workbook and the manual of the programme in this repository."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import page
import pytest
from tests.print.reading_pdf import body_text, reader, squeezed, visible
from tests.print.real_books import printed

import kring
from kring.print.manual import manual
from kring.print.typst_engine import compile_pdf
from kring.print.workbook import workbook
from kring.theme_files import theme_folder

BUILDER = str(Path(kring.__file__).parents[1])

BOOKS = ("the_workbook", "the_manual", "one_session")


@pytest.fixture(params=BOOKS)
def book(request):
    return request.getfixturevalue(request.param)


def test_a_book_passes_pdf_ua(book, tmp_path):
    file = tmp_path / "book.pdf"
    file.write_bytes(book.pdf)
    report = page.validate_pdf(file, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report.to_json()


def test_a_book_says_its_language_its_title_and_its_chapters(book):
    pdf = reader(book.pdf)
    assert pdf.trailer["/Root"]["/Lang"] == "nl"
    assert pdf.metadata.title == f"{book.data['title']}: {book.data['subtitle']}"
    content = book.data["content"]
    chapters = [content["session"]] if "session" in content else content["sessions"]
    titles = [f"{chapter['name']}: {chapter['title']}" for chapter in chapters] + [content["help"]["title"]]
    bookmarks = [entry.title for entry in pdf.outline if not isinstance(entry, list)]
    assert [title for title in bookmarks if title in titles][-len(titles) :] == titles


def test_every_text_of_the_data_stands_on_a_page(book):
    pages = squeezed(body_text(book.pdf))
    texts = {text for text in visible(book.data) if squeezed(text)}
    assert len(texts) > 100
    assert [text for text in texts if squeezed(text) not in pages] == []


def test_the_same_data_gives_the_same_bytes(participant, facilitator, programme, the_workbook, the_manual, monkeypatch):
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LC_ALL", "C")
    assert workbook(participant, programme).pdf() == the_workbook.pdf
    assert manual(facilitator, programme).pdf() == the_manual.pdf


def test_the_same_small_programme_gives_the_same_bytes(small, monkeypatch):
    participant, facilitator = small
    programme = participant.programmes[0].key.id
    before = workbook(participant, programme).pdf(), manual(facilitator, programme).pdf()
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LC_ALL", "C")
    assert (workbook(participant, programme).pdf(), manual(facilitator, programme).pdf()) == before


def test_the_fingerprint_changes_with_one_word(small):
    participant, _ = small
    first = participant.programmes[0]
    summary = replace(first.summary, text=first.summary.text + "\n\nNog een woord.\n")
    changed = replace(participant, programmes=(replace(first, summary=summary),))
    before = printed(workbook(participant, first.key.id))
    fingerprint = before.data["fingerprint"]
    assert fingerprint in body_text(before.pdf)
    assert fingerprint not in body_text(workbook(changed, first.key.id).pdf())


def test_the_workbook_holds_nothing_of_the_script(the_workbook, one_session, facilitator, programme):
    plan = next(plan for plan in facilitator.plans if plan.id == programme)
    lines = {session.number: list(_spoken(session)) for session in plan.sessions}
    in_workbook, in_guide = squeezed(body_text(the_workbook.pdf)), squeezed(body_text(one_session.pdf))
    assert sum(map(len, lines.values())) > 20
    assert [line for said in lines.values() for line in said if line in in_workbook] == []
    assert [line for line in lines[1] if line in in_guide]


def _spoken(session):
    for step in session.steps:
        yield from (squeezed(line.say.text) for line in step.activity.script if line.say)


def test_the_workbook_is_made_without_the_facilitators_types():
    seen = "import sys, kring.print.workbook; print([m for m in sys.modules if 'facilitator' in m or 'manual' in m])"
    result = subprocess.run(
        [sys.executable, "-c", seen], check=True, capture_output=True, text=True, env={"PYTHONPATH": BUILDER}
    )
    assert result.stdout.strip() == "[]"


def test_a_title_is_never_code(small):
    payload = '#panic("ja") $x$ @ref <label> *b* = Kop // "); #{'
    participant, _ = small
    first = participant.programmes[0]
    changed = replace(participant, programmes=(replace(first, title=payload, goals=(payload,)),))
    pdf = workbook(changed, first.key.id).pdf()
    assert squeezed(body_text(pdf)).count(squeezed(payload)) >= 2
    assert reader(pdf).metadata.title.startswith(payload)


def test_one_session_holds_its_guide_its_sheets_and_the_help_block(one_session, facilitator, programme):
    plan = next(plan for plan in facilitator.plans if plan.id == programme)
    first, second = plan.sessions[:2]
    titles = [entry.title for entry in reader(one_session.pdf).outline if not isinstance(entry, list)]
    expected = (first.session, *first.handouts, *first.homework, facilitator.participant.help)
    assert [title.rpartition(": ")[2] for title in titles] == [entity.title for entity in expected]
    assert second.session.title not in body_text(one_session.pdf)


def test_the_smallest_programme_can_be_printed(small, tmp_path):
    participant, facilitator = small
    id = participant.programmes[0].key.id
    books = workbook(participant, id), manual(facilitator, id), manual(facilitator, id, session=1)
    for book in books:
        file = tmp_path / "book.pdf"
        file.write_bytes(book.pdf())
        report = page.validate_pdf(file, profile=page.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, report.to_json()


def test_a_sheet_that_keeps_coming_back_says_so(participant, programme):
    book = workbook(participant, programme)
    sheets = {sheet["label"]: sheet["comes_back"] for sheet in book.data["content"]["handouts"]}
    remark = squeezed("Kopieer dit blad voor elke week.")
    assert squeezed(body_text(book.pdf())).count(remark) == sum(sheets.values())
    used = Counter(
        label
        for session in participant.programmes[0].sessions
        for label in {f"handout-{ref.id}" for step in session.steps for ref in step.handouts}
    )
    assert {label for label, says in sheets.items() if says} == {label for label, n in used.items() if n > 2}
    assert any(sheets.values())


def test_the_order_and_the_headings_of_a_book_are_those_of_its_template(the_workbook, participant, programme, tmp_path):
    for file in (theme_folder() / "print").glob("*.typ"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    template = tmp_path / "workbook.typ"
    about, articles = "#about(content)\n", '#sheets(t("session.articles"), content.articles, article)\n'
    changed = template.read_text(encoding="utf-8").replace(about, "").replace(articles, about)
    template.write_text(changed.replace('t("programme.goals")', '"Een ander kopje"'), encoding="utf-8")
    book = workbook(participant, programme)
    before, after = _headings(the_workbook.pdf), _headings(compile_pdf(template, book.data, book.pictures))
    assert before.index("Waar de training over gaat") < before.index("Vragenlijsten") < before.index("Om te lezen")
    assert after.index("Vragenlijsten") < after.index("Waar de training over gaat") < after.index("Een ander kopje")
    assert "Om te lezen" not in after
    assert "Wat je na afloop kunt" not in after


def _headings(pdf: bytes) -> list[str]:
    """Return the titles of the bookmarks of a PDF, in its order."""

    def titles(outline: list[Any]) -> Iterator[str]:
        for entry in outline:
            if isinstance(entry, list):
                yield from titles(entry)
            else:
                yield entry.title

    return list(titles(reader(pdf).outline))


def test_what_is_not_there_is_said(participant, facilitator, programme):
    for make in (
        lambda: workbook(participant, "bestaat-niet"),
        lambda: manual(facilitator, "bestaat-niet"),
        lambda: manual(facilitator, programme, session=99),
    ):
        with pytest.raises(KeyError):
            make()


def test_a_draft_says_that_it_is_one(small):
    participant, _ = small
    first = participant.programmes[0]
    sessions = (replace(first.sessions[0], status="draft"), *first.sessions[1:])
    changed = replace(participant, programmes=(replace(first, sessions=sessions),))
    before, after = (squeezed(body_text(workbook(e, first.key.id).pdf())) for e in (participant, changed))
    draft = squeezed("Aan deze sessie wordt nog geschreven.")
    assert after.count(draft) == before.count(draft) + 1
