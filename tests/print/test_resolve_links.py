"""Links and footnotes find their place once the whole book is known."""

from __future__ import annotations

from tests.print import parts

from kring.print.book import images, resolve_links
from kring.print.texts import link_to


def linked(*chapters: parts.Part, to: str) -> list[dict]:
    first, *_ = resolve_links([parts.paragraph([*parts.plain("Zie "), *link_to(to, "dit")]), *chapters])
    return first["blocks"][0]["content"]


HEADING = {"type": "heading", "level": 2, "slug": "article-plan--kop", "content": parts.plain("Kop")}
ARTICLE = parts.section("Plan", [parts.prose([HEADING])], label="article-plan")


def test_a_link_leads_to_its_place_in_the_book():
    assert linked(ARTICLE, to="article-plan")[1]["label"] == "article-plan"


def test_a_link_leads_to_a_heading_in_the_book():
    assert linked(ARTICLE, to="article-plan--kop")[1]["label"] == "article-plan--kop"


def test_a_link_to_a_heading_that_was_left_out_leads_to_what_holds_it():
    assert linked(ARTICLE, to="article-plan--weg")[1]["label"] == "article-plan"


def test_a_link_to_what_is_not_in_the_book_keeps_its_words():
    assert linked(ARTICLE, to="page-privacy")[1] == parts.plain("dit")[0]


def test_a_link_outside_stays():
    out = parts.link_out("https://example.org", "daar")
    assert resolve_links([parts.paragraph(out)])[0]["blocks"][0]["content"] == out


def test_footnotes_of_two_texts_differ_and_stay_together_within_one():
    note = {"type": "footnote", "label": "fn-1", "blocks": []}
    again = {"type": "footnote_again", "label": "fn-1"}
    text = {"type": "paragraph", "content": [note, again]}
    first, second = resolve_links([parts.prose([text]), parts.prose([text])])
    labels = [[node["label"] for node in part["blocks"][0]["content"]] for part in (first, second)]
    assert labels == [["fn-1.1", "fn-1.1"], ["fn-1.2", "fn-1.2"]]


def test_images_in_use_are_found_however_deep_they_lie():
    picture = {"type": "image", "path": "content/media/a.svg", "alt": "a", "width": None, "height": None}
    box = {"type": "container", "name": "note", "title": None, "blocks": [picture]}
    assert images([parts.section("Kop", [parts.prose([box])])]) == {"content/media/a.svg"}
