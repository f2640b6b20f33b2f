"""The workbook and the manual of the programme in this repository."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import page
import pytest
from tests.print.reading_pdf import body_text, reader, squeezed, visible
from tests.print.real_books import editions

import kring
from kring.print.manual import manual
from kring.print.workbook import workbook

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
    chapters = [part["title"] for part in book.data["parts"] if part["type"] == "section" and not part["kicker"]]
    bookmarks = [entry.title for entry in pdf.outline if not isinstance(entry, list)]
    assert chapters
    assert not set(chapters) - set(bookmarks)


def test_every_text_of_the_data_stands_on_a_page(book):
    pages = squeezed(body_text(book.pdf))
    texts = {text for text in visible(book.data) if squeezed(text)}
    assert len(texts) > 100
    assert [text for text in texts if squeezed(text) not in pages] == []


def test_the_same_data_gives_the_same_bytes(participant, facilitator, programme, the_workbook, the_manual, monkeypatch):
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LC_ALL", "C")
    assert workbook(participant, programme) == the_workbook.pdf
    assert manual(facilitator, programme) == the_manual.pdf


def test_the_fingerprint_changes_with_one_word(participant, programme, the_workbook):
    first, *others = participant.programmes
    summary = replace(first.summary, text=first.summary.text + "\n\nNog een woord.\n")
    changed = replace(participant, programmes=(replace(first, summary=summary), *others))
    fingerprint = the_workbook.data["fingerprint"]
    assert fingerprint in body_text(the_workbook.pdf)
    assert fingerprint not in body_text(workbook(changed, programme))


def test_the_workbook_holds_nothing_of_the_script(the_workbook, the_manual, facilitator, programme):
    plan = next(plan for plan in facilitator.plans if plan.id == programme)
    activities = [step.activity for session in plan.sessions for step in session.steps]
    spoken = [line.say.text for activity in activities for line in activity.script if line.say]
    lines = [squeezed(text) for text in spoken]
    assert len(lines) > 20
    in_workbook, in_manual = squeezed(body_text(the_workbook.pdf)), squeezed(body_text(the_manual.pdf))
    assert [line for line in lines if line in in_workbook] == []
    assert [line for line in lines if line in in_manual]


def test_the_workbook_is_made_without_the_facilitators_types():
    seen = "import sys, kring.print.workbook; print([m for m in sys.modules if 'facilitator' in m or 'manual' in m])"
    result = subprocess.run(
        [sys.executable, "-c", seen], check=True, capture_output=True, text=True, env={"PYTHONPATH": BUILDER}
    )
    assert result.stdout.strip() == "[]"


def test_a_title_is_never_code(participant, programme):
    payload = '#panic("ja") $x$ @ref <label> *b* = Kop // "); #{'
    first, *others = participant.programmes
    changed = replace(participant, programmes=(replace(first, title=payload, goals=(payload,)), *others))
    pdf = workbook(changed, programme)
    assert squeezed(body_text(pdf)).count(squeezed(payload)) >= 2
    assert reader(pdf).metadata.title.startswith(payload)


def test_one_session_holds_its_guide_its_sheets_and_the_help_block(one_session, facilitator, programme):
    plan = next(plan for plan in facilitator.plans if plan.id == programme)
    first, second = plan.sessions[:2]
    titles = [part["title"] for part in one_session.data["parts"]]
    sheets = [entity.title for entity in (*first.handouts, *first.homework)]
    assert titles == [first.session.title, *sheets, facilitator.participant.help.title]
    assert second.session.title not in body_text(one_session.pdf)


def test_the_smallest_programme_can_be_printed(minimal_root):
    small, whole = editions(minimal_root)
    id = small.programmes[0].key.id
    assert workbook(small, id).startswith(b"%PDF")
    assert manual(whole, id).startswith(b"%PDF")
    assert manual(whole, id, session=1).startswith(b"%PDF")


def test_what_is_not_there_is_said(participant, facilitator, programme):
    for make in (
        lambda: workbook(participant, "bestaat-niet"),
        lambda: manual(facilitator, "bestaat-niet"),
        lambda: manual(facilitator, programme, session=99),
    ):
        with pytest.raises(KeyError):
            make()


def test_a_draft_says_that_it_is_one(participant, programme, the_workbook):
    draft = "Aan deze sessie wordt nog geschreven."
    first, *others = participant.programmes
    sessions = (replace(first.sessions[0], status="draft"), *first.sessions[1:])
    changed = replace(participant, programmes=(replace(first, sessions=sessions), *others))
    drafts = sum(session.status == "draft" for session in first.sessions)
    assert body_text(the_workbook.pdf).count(draft) == drafts
    assert body_text(workbook(changed, programme)).count(draft) == drafts + 1
