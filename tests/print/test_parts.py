"""What the templates draw, and what they refuse."""

from __future__ import annotations

from dataclasses import replace

import page
import pytest
from tests.payloads import ATTRIBUTES, ENTITIES, SCRIPTS, TEMPLATES, TYPST
from tests.print import parts
from tests.print.every_part import IMPRINT, PICTURE, bound, every_part
from tests.print.reading_pdf import body_text, reader, squeezed

from kring.print.texts import link_to
from kring.print.typst_engine import PrintError

HOSTILE = (*TYPST, "@ref <label> *b* _c_", *SCRIPTS, *ATTRIBUTES, *ENTITIES, *TEMPLATES)


def hostile(place: str) -> str:
    """Return a payload that differs from place to place, with the place in it."""
    return f"{place} {HOSTILE[sum(place.encode()) % len(HOSTILE)]}"


def test_every_part_is_drawn_and_passes_pdf_ua(tmp_path):
    file = tmp_path / "book.pdf"
    file.write_bytes(bound(every_part(lambda place: f"Tekst voor {place}")))
    report = page.validate_pdf(file, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report.to_json()


def test_text_is_shown_as_it_was_written_wherever_it_stands():
    said: set[str] = set()

    def say(place: str) -> str:
        said.add(hostile(place))
        return hostile(place)

    pages = squeezed(body_text(bound(every_part(say))))
    missing = {text for text in said if squeezed(text) not in pages}
    assert missing == {hostile("alternative")}  # read out, not shown


@pytest.mark.parametrize("payload", HOSTILE)
def test_no_payload_becomes_code_in_titles_and_texts(payload):
    imprint = replace(IMPRINT, title=payload, organisation=payload, authors=(payload,))
    chapter = parts.section(payload, [parts.paragraph([*parts.plain(payload), *parts.strong(payload)])])
    pdf = bound([{"type": "contents"}, chapter], imprint)
    assert squeezed(body_text(pdf)).count(squeezed(payload)) == 7
    assert reader(pdf).metadata.title == f"{payload}: Proefdruk"


def test_an_image_has_its_alternative_text():
    pdf = bound(
        [parts.prose([{"type": "image", "path": PICTURE.path, "alt": "Een rondje", "width": None, "height": None}])]
    )
    assert b"Een rondje" in pdf.replace(b"\0", b"") or "Een rondje" in _alternatives(pdf)


def test_a_link_inside_the_book_names_its_page():
    target = parts.section("Doel", [], label="doel", new_page=True)
    text = body_text(bound([parts.paragraph(link_to("doel", "kijk hier")), target]))
    assert squeezed("kijk hier (blz. 3)") in squeezed(text)


def test_a_link_to_what_a_template_leaves_out_keeps_its_words():
    left_out = {"title": "Dagboek", "label": "diary-een"}
    text = body_text(bound([{**parts.paragraph(link_to("diary-een", "je dagboek")), "not_drawn": left_out}]))
    assert "je dagboek" in text
    assert "blz." not in text


def test_a_link_that_leads_nowhere_keeps_its_words():
    text = body_text(bound([parts.paragraph([*parts.plain("Zie "), *link_to("page-privacy", "privacy")])]))
    assert "privacy" in text
    assert "blz." not in text


@pytest.mark.parametrize(
    ("address", "words", "shown"),
    [
        ("https://www.autisme.nl/", "de vereniging", "de vereniging (www.autisme.nl)"),
        ("https://www.autisme.nl/", "www.autisme.nl", "www.autisme.nl"),
        ("https://doi.org/10.1037/0022-3514", "doi 10.1037/0022-3514", "doi 10.1037/0022-3514"),
        ("mailto:kring@example.org", "mail ons", "mail ons (kring@example.org)"),
        ("tel:08002000", "0800-2000", "0800-2000"),
    ],
)
def test_an_address_can_be_read_on_paper_once(address, words, shown):
    text = body_text(bound([parts.paragraph([*parts.link_out(address, words), *parts.plain(" einde")])]))
    assert squeezed(f"{shown} einde") in squeezed(text)


def test_lines_for_notes_fill_a_page_but_are_left_out_where_few_would_fit():
    def has_lines(height: int) -> bool:
        above = parts.writing_lines(height)
        return "Aantekeningen" in body_text(bound([above, {"type": "notes", "title": "Aantekeningen"}]))

    assert has_lines(5)
    assert has_lines(11)
    assert not has_lines(17)


def test_a_title_in_the_margin_leaves_the_page_to_its_sheet():
    sheet = [parts.writing_lines(26)]
    chapters = [parts.section("Bladen", sheet, new_page=True, banner=banner) for banner in (False, True)]
    plain, banner = (len(reader(bound([chapter])).pages) for chapter in chapters)
    assert (plain, banner) == (3, 2)


def test_an_endless_word_stays_on_the_page():
    lines: list[str] = []
    pdf = bound([parts.paragraph("abcdefghij" * 40)])
    reader(pdf).pages[1].extract_text(visitor_text=lambda text, *_: lines.extend(text.splitlines()))
    assert max(len(line) for line in lines) < 100


NO_QUESTION = {"text": "x", "required": False, "condition": None, "after": None, "help": None}


@pytest.mark.parametrize(
    "broken",
    [
        {"type": "onbekend"},
        parts.prose([{"type": "onbekend"}]),
        parts.prose([{"type": "paragraph", "content": [{"type": "onbekend"}]}]),
        parts.prose([{"type": "container", "name": "onbekend", "title": None, "blocks": []}]),
        parts.items("onbekend", ["x"]),
        parts.panel("onbekend", "x", []),
        {
            "type": "form",
            "fields": [{**NO_QUESTION, "kind": "onbekend"}],
        },
        {"type": "priority", "name": "onbekend", "text": "x"},
        parts.row("x", [], "onbekend"),
    ],
    ids=["part", "block", "inline", "container", "list", "panel", "field", "priority", "voice"],
)
def test_what_the_templates_do_not_know_stops_the_print(broken):
    with pytest.raises(PrintError, match="onbekend"):
        bound([broken])


def _alternatives(pdf: bytes) -> list[str]:
    """Return the alternative texts in the structure of a PDF."""
    found: list[str] = []
    waiting = [reader(pdf).trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            found += [str(node["/Alt"])] if "/Alt" in node else []
            waiting += [node["/K"]] if "/K" in node else []
    return found
