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
from pypdf import PageObject
from tests.print.reading_pdf import BOTTOM, TOP, body_text, reader, squeezed, visible
from tests.print.real_books import printed

import kring
from kring.editions.participant import COMES_BACK
from kring.print.manual import manual
from kring.print.typst_engine import compile_pdf
from kring.print.workbook import extra_sheets, workbook
from kring.theme_files import theme_folder

BUILDER = str(Path(kring.__file__).parents[1])

BOOKS = ("the_workbook", "plain_workbook", "large_workbook", "the_sheets", "the_manual", "one_session", "the_pack")
BLANKS = ("the_attendance_list", "the_certificate", "the_leaflet")


@pytest.fixture(params=(*BOOKS, *BLANKS))
def book(request):
    return request.getfixturevalue(request.param)


def test_a_book_passes_pdf_ua(book, tmp_path):
    file = tmp_path / "book.pdf"
    file.write_bytes(book.pdf)
    report = page.validate_pdf(file, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report.to_json()


@pytest.mark.parametrize("book", BOOKS, indirect=True)
def test_a_book_says_its_language_its_title_and_its_chapters(book):
    pdf = reader(book.pdf)
    assert pdf.trailer["/Root"]["/Lang"] == "nl"
    assert pdf.metadata.title == f"{book.data['title']}: {book.data['subtitle']}"
    content = book.data["content"]
    chapters = [content["session"]] if "session" in content else content.get("sessions", [])
    titles = [f"{chapter['name']}: {chapter['title']}" for chapter in chapters]
    titles += [sheet["title"] for sheet in content.get("sheets", [])]
    bookmarks = [entry.title for entry in pdf.outline if not isinstance(entry, list)]
    kicker = "Huiswerk: "
    found = [title.removeprefix(kicker) for title in bookmarks]
    assert [title for title in found if title in titles][-len(titles) :] == titles


def test_every_text_of_the_data_stands_on_a_page(book):
    pages = squeezed(body_text(book.pdf))
    titled = book.data["content"].get("programme")  # the others have no title page
    texts = {text for text in visible(book.data if titled else book.data["content"]) if squeezed(text)}
    assert len(texts) > 5
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


def test_one_session_holds_its_guide_the_protocol_and_the_help_block(one_session, facilitator, programme):
    plan = next(plan for plan in facilitator.plans if plan.id == programme)
    titles = [entry.title for entry in reader(one_session.pdf).outline if not isinstance(entry, list)]
    first = plan.sessions[0].session.title
    expected = [first, "Veiligheid en crisis", facilitator.participant.help.title]
    assert [title.rpartition(": ")[2] for title in titles] == expected
    assert plan.sessions[1].session.title not in body_text(one_session.pdf)


def test_a_guide_takes_few_pages_and_is_needed_at_once_on_its_back(facilitator, programme):
    plan = next(plan for plan in facilitator.plans if plan.id == programme)
    for session in plan.sessions:
        pages = reader(manual(facilitator, programme, session=session.number).pdf()).pages
        assert len(pages) < 24, session.number
        assert len(pages) % 2 == 0, "the back cover lies on the outside"
        back = squeezed(pages[-1].extract_text())
        assert all(squeezed(number.number) in back for number in facilitator.participant.help.numbers)
        assert squeezed("Gedragsdeskundige") in squeezed(pages[0].extract_text())


def test_a_session_begins_on_the_right_and_its_agenda_lies_opposite_what_to_have_ready(the_manual):
    pdf = reader(the_manual.pdf)
    begins = [pdf.get_destination_page_number(e) for e in pdf.outline if getattr(e, "title", "").startswith("Sessie ")]
    assert len(begins) == 8
    for at in begins:
        assert at % 2 == 0, "pages count from 0: a right one is even here"
        assert "De sessie op een rij" in pdf.pages[at + 1].extract_text()
        assert "Voorbereiden" in pdf.pages[at + 2].extract_text()


def test_in_plain_words_the_plainer_texts_stand_in_the_place_of_the_others(participant, programme):
    steps = [step for session in participant.programmes[0].sessions for step in session.steps]
    both = next(step for step in steps if step.plain_language and step.participant_text)
    usual, plain = (
        squeezed(body_text(workbook(participant, programme, plainly=plainly).pdf())) for plainly in (False, True)
    )
    said, plainer = (squeezed(text.text.splitlines()[0][:40]) for text in (both.participant_text, both.plain_language))
    assert said in usual
    assert said not in plain
    assert plainer in plain
    assert plainer not in usual


def test_the_smallest_programme_can_be_printed(small, tmp_path):
    participant, facilitator = small
    id = participant.programmes[0].key.id
    books = workbook(participant, id), manual(facilitator, id), manual(facilitator, id, session=1)
    for book in books:
        file = tmp_path / "book.pdf"
        file.write_bytes(book.pdf())
        report = page.validate_pdf(file, profile=page.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, report.to_json()


def test_what_is_handed_in_or_keeps_coming_back_is_an_extra_sheet(participant, programme):
    used = Counter(
        f"handout-{ref.id}"
        for session in participant.programmes[0].sessions
        for ref in {ref.id: ref for step in session.steps for ref in step.handouts}.values()
    )
    bound, loose = (
        workbook(participant, programme).data["content"],
        extra_sheets(participant, programme).data["content"],
    )
    often = {label for label, times in used.items() if times >= COMES_BACK}
    assert often
    assert {sheet["label"] for sheet in loose["handouts"]} == often
    assert often.isdisjoint(sheet["label"] for sheet in bound["handouts"])
    assert len(loose["questionnaires"]) > 2
    assert "questionnaires" not in bound


def test_the_order_and_the_headings_of_a_book_are_those_of_its_template(the_workbook, participant, programme, tmp_path):
    for file in (theme_folder() / "print").glob("*.typ"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    template = tmp_path / "workbook.typ"
    about, articles = (
        "#about(content)\n",
        '#sheets(t("session.articles"), content.articles, article.with(new-page: false))\n',
    )
    changed = template.read_text(encoding="utf-8").replace(about, "").replace(articles, about)
    template.write_text(changed.replace('t("programme.goals")', '"Een ander kopje"'), encoding="utf-8")
    book = workbook(participant, programme)
    before, after = _headings(the_workbook.pdf), _headings(compile_pdf(template, book.data, book.pictures))
    assert before.index("Waar de training over gaat") < before.index("En daarna?") < before.index("Om te lezen")
    assert after.index("En daarna?") < after.index("Waar de training over gaat") < after.index("Een ander kopje")
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


FEWEST = 5
"""Lines of a page, printed or to write on; a page without any is the back of a chapter's last one."""


@pytest.mark.parametrize("book", sorted({*BOOKS} - {"large_workbook"}), indirect=True)  # few lines fill a page of that
def test_no_page_holds_next_to_nothing(book):
    pages = [_lines(page) for page in reader(book.pdf).pages]
    few = {number: lines for number, lines in enumerate(pages, start=1) if 0 < lines < FEWEST}
    assert few == {}


def _lines(page: PageObject) -> int:
    """Return how many lines there are on a page between the running ones: of words, and to write on."""
    heights: set[int] = set()

    def read(text: str, ctm: list[float], matrix: list[float], *_: object) -> None:
        height = matrix[5] * ctm[3] + ctm[5]
        if text.strip() and BOTTOM < height < TOP:
            heights.add(round(height))

    page.extract_text(visitor_text=read)
    strokes = page.get_contents().get_data().count(b"\nS\n")
    return len(heights) + strokes
