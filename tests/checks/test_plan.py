"""Before anything is rendered: addresses are free, old ones lead on, and every page holds something."""

from __future__ import annotations

import pytest
from tests.checks.roots import PROGRAMME, SESSION, Root

from kring.findings import Severity
from kring.rules.phrasing import message, severity

PAGE = "---\ntitle: Extra\n{}summary: Nog iets.\nrole: other\n---\n\nNog iets.\n"
ARTICLE = "content/articles/rust.md"


@pytest.mark.parametrize(("page", "title"), [("bibliotheek", "Bibliotheek"), ("begrippen", "Woorden die we uitleggen")])
def test_an_address_of_every_site_is_told_at_the_file_that_wants_it(root: Root, page: str, title: str) -> None:
    path = f"content/pages/{page}.md"
    root.write({path: PAGE.format("")})
    (finding,) = root.findings()
    assert (str(finding.span), finding.rule) == (f"{path}:1:1", "plan/reserved-address")
    assert message(finding, "nl") == f"Op het adres `/{page}/` staat al de vaste pagina ‘{title}’."
    (root.folder / path).rename(root.folder / "content/pages/extra.md")
    assert root.seen() == []


def test_a_programme_can_have_no_address_of_every_site(root: Root) -> None:
    (root.folder / "programs/klein-begin").rename(root.folder / "programs/bibliotheek")
    root.change("site_config.yml", "[klein-begin]", "[bibliotheek]")
    assert root.seen() == ["programs/bibliotheek/programme.yml:1:1 plan/reserved-address"]


def test_two_files_that_want_one_address_are_both_named(root: Root) -> None:
    root.write({"content/pages/klein-begin.md": PAGE.format("")})
    (finding,) = root.findings()
    assert finding.rule == "plan/same-address"
    assert {str(finding.span), *map(str, finding.related)} == {
        "content/pages/klein-begin.md:1:1",
        "programs/klein-begin/programme.yml:1:1",
    }


def test_a_former_address_that_something_else_has_now_is_lost(root: Root) -> None:
    path = "content/pages/extra.md"
    root.write({path: PAGE.format("formerly: [over-ons, klein-begin]\n")})
    (finding,) = root.findings()
    assert (str(finding.span), finding.rule) == (f"{path}:3:22", "plan/former-address-taken")
    assert severity(finding) is Severity.WARNING
    assert [str(place) for place in finding.related] == [f"{PROGRAMME}:1:1"]
    root.change(path, ", klein-begin]", "]")
    assert root.seen() == []


def test_a_former_address_of_two_leads_to_one_of_them(root: Root) -> None:
    path = "content/pages/extra.md"
    root.write({path: PAGE.format("formerly: [oud]\n")})
    root.change(PROGRAMME, "title: Klein begin\n", "title: Klein begin\nformerly: [oud]\n")
    assert root.seen() == [f"{path}:3:12 plan/former-address-taken"]


def test_a_renamed_programme_is_told_of_once(root: Root) -> None:
    root.change(PROGRAMME, "title: Klein begin\n", "title: Klein begin\nformerly: [bibliotheek, contact]\n")
    assert root.seen() == [
        f"{PROGRAMME}:3:12 plan/former-address-taken",
        f"{PROGRAMME}:3:25 plan/former-address-taken",
    ]


@pytest.mark.parametrize(
    ("path", "more", "body", "empty"),
    [
        (ARTICLE, "", "::: facilitator\nVoor jou.\n:::\n", True),
        (ARTICLE, "", "", True),
        (ARTICLE, "", "::: facilitator\nVoor jou.\n:::\n\nEn voor hen.\n", False),
        (ARTICLE, "plain_language: |\n  Stop even.\n", "", False),
        ("content/pages/contact.md", "role: contact\n", "", False),
        ("content/pages/extra.md", "role: other\n", "", True),
        ("content/handouts/blad.md", "", "", True),
        ("content/handouts/blad.md", "fields:\n  - {id: een, kind: text, text: Een}\n", "", False),
    ],
)
def test_a_page_holds_something_for_participants(root: Root, path: str, more: str, body: str, empty: bool) -> None:
    root.write({path: f"---\ntitle: Rust\nsummary: Kort.\n{more}---\n\n{body}"})
    if "handouts" in path:
        root.change(SESSION, "    kind: exercise\n", "    kind: exercise\n    handouts: [blad]\n")
    assert root.seen() == ([f"{path}:2:8 plan/nothing-to-read"] if empty else [])


def test_an_article_for_facilitators_alone_needs_nothing_for_participants(root: Root) -> None:
    root.write({"content/articles/los.md": "---\ntitle: Los\nsummary: Kort.\n---\n\n::: facilitator\nVoor jou.\n:::\n"})
    root.change(SESSION, "          Geef iedereen pen", "          Lees [dit](article:los). Geef iedereen pen")
    assert root.seen() == []
