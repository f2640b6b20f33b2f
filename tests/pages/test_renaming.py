"""What is renamed on a page is still found by old links, and answers on a form by the names they were kept under."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from kring.pages.redirects import former_keys, redirects
from kring.pages.render import environment, render
from kring.pages.site_index import site_index
from kring.pipeline import check
from kring.theme_files import theme_folder

PROGRAMME = "programs/klein-begin/programme.yml"
SESSION = "programs/klein-begin/sessions/beginnen.yml"
FORM = """\
title: Mijn eerste stap
why: |
  Wie klein begint, begint echt.
minutes: 10
steps:
  - Zet je eerste stap.
fields:
  - {id: stap, kind: text, text: Mijn stap}
  - id: hulp
    kind: choice
    text: Wat hielp
    options: [{id: rust, text: Rust}, {id: mensen, text: Mensen}]
  - id: dagen
    kind: table
    text: Welke dagen
    columns: [{id: dag, text: Dag, kind: text}]
  - id: gevoel
    kind: matrix
    text: Hoe voelde dat
    rows: [{id: vooraf, text: Vooraf}, {id: achteraf, text: Achteraf}]
    options: [{id: goed, text: Goed}, {id: slecht, text: Slecht}]
not_reviewed_because: Voor jezelf.
"""
HOMEWORK = "programs/klein-begin/homework/eerste-stap.yml"
ADDRESS = "klein-begin/huiswerk/eerste-stap/"


@pytest.fixture
def root(minimal_root: Path) -> Path:
    return minimal_root


@pytest.fixture
def form(root: Path) -> Path:
    """A root whose session gives homework with fields to fill in."""
    (root / HOMEWORK).parent.mkdir()
    (root / HOMEWORK).write_text(FORM, encoding="utf-8")
    session = root / SESSION
    text = session.read_text(encoding="utf-8").replace(
        "articles: [rust]\n", "articles: [rust]\nhomework: [eerste-stap]\n"
    )
    session.write_text(text, encoding="utf-8")
    return root


def write(root: Path, path: str, text: str) -> None:
    (root / path).write_text(text, encoding="utf-8")


def page(root: Path, address: str, edition: str = "participant") -> Reader:
    """Return what a page says of ids and names."""
    plan = check(root).plans[edition]
    found = next(page for page in plan.pages if page.address == address)
    reader = Reader()
    reader.feed(render(plan, found, environment(theme_folder() / "pages"), site_index(plan)))
    return reader


class Reader(HTMLParser):
    """Reads what has an id, what has a name from before, and in which field each stands."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str | None]] = []
        self.ids: dict[str, str | None] = {}
        self.formerly: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        inside = given.get("data-field") or (self.open[-1][1] if self.open else None)
        if given.get("id"):
            assert given["id"] not in self.ids, f"{given['id']} stands twice"
            self.ids[str(given["id"])] = inside
        if given.get("data-formerly"):
            name = next(given[key] for key in ("data-form", "data-field", "data-column", "id") if given.get(key))
            self.formerly[str(name)] = str(given["data-formerly"])
        if tag not in VOID:
            self.open.append((tag, inside))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag


VOID = {"input", "br", "hr", "img"}


@pytest.mark.parametrize("edition", ["participant", "facilitator"])
def test_every_field_has_an_anchor_of_its_own(form: Path, edition: str) -> None:
    ids = page(form, ADDRESS, edition).ids
    assert [ids.get(f"f-eerste-stap-{field}") for field in ("stap", "hulp", "dagen", "gevoel")] == [
        "stap",
        "hulp",
        "dagen",
        "gevoel",
    ]


def test_the_old_anchor_of_a_renamed_field_leads_to_it(form: Path) -> None:
    text = FORM.replace("{id: stap,", "{id: stap, formerly: [actie, doen],").replace(
        "id: hulp\n", "id: hulp\n    formerly: [steun]\n"
    )
    write(form, HOMEWORK, text)
    found = page(form, ADDRESS)
    assert found.ids["f-eerste-stap-actie"] == found.ids["f-eerste-stap-doen"] == "stap"
    assert found.ids["f-eerste-stap-steun"] == "hulp"
    assert found.formerly == {"stap": "actie doen", "hulp": "steun"}


def test_the_old_anchor_survives_that_its_form_is_renamed_too(form: Path) -> None:
    text = FORM.replace("{id: stap,", "{id: stap, formerly: [actie],")
    write(form, HOMEWORK, f"formerly: [begin]\n{text}")
    write(form, PROGRAMME, "formerly: [oud-begin]\n" + (form / PROGRAMME).read_text(encoding="utf-8"))
    found = page(form, ADDRESS)
    assert [found.ids.get(f"f-{name}") for name in ("begin-stap", "begin-actie", "eerste-stap-actie")] == ["stap"] * 3
    assert found.ids["f-begin-hulp"] == "hulp"
    assert redirects(check(form).plans["participant"])["oud-begin/huiswerk/begin/"].address == ADDRESS


BEFORE = ("klein-begin/begin", "oud-begin/eerste-stap", "oud-begin/begin")


def test_answers_are_kept_under_ids_and_found_again_under_those_from_before(form: Path) -> None:
    text = (
        FORM.replace("{id: stap,", "{id: stap, formerly: [actie],")
        .replace("{id: rust,", "{id: rust, formerly: [stilte],")
        .replace("{id: dag,", "{id: dag, formerly: [datum],")
        .replace("{id: vooraf,", "{id: vooraf, formerly: [ervoor],")
        .replace("{id: goed,", "{id: goed, formerly: [fijn],")
    )
    write(form, HOMEWORK, f"formerly: [begin]\n{text}")
    write(form, PROGRAMME, "formerly: [oud-begin]\n" + (form / PROGRAMME).read_text(encoding="utf-8"))
    assert page(form, ADDRESS).formerly == {
        "homework/klein-begin/eerste-stap": " ".join(f"homework/{name}" for name in BEFORE),
        "stap": "actie",
        "f-eerste-stap-hulp--rust": "stilte",
        "dag": "datum",
        "f-eerste-stap-gevoel--vooraf": "ervoor",
        "f-eerste-stap-gevoel--vooraf--goed": "fijn",
        "f-eerste-stap-gevoel--achteraf--goed": "fijn",
    }


def test_a_name_from_before_that_something_else_has_now_is_nobodys(form: Path) -> None:
    """Else answers on that other form would be taken for answers on this one."""
    (form / "content" / "pages" / "extra.md").write_text(
        "---\ntitle: Extra\nformerly: [klein-begin]\nsummary: Kort.\nrole: other\n---\n\nNog iets.\n", encoding="utf-8"
    )
    plan = check(form).plans["participant"]
    assert redirects(plan) == {}
    assert former_keys(plan) == {}


def test_items_and_answers_of_a_questionnaire_keep_their_former_names(root: Path) -> None:
    path = root / "programs/klein-begin/questionnaires/terugblik.yml"
    text = path.read_text(encoding="utf-8")
    scale = (
        "answer_scales:\n  - id: hoe\n    options:\n      - {id: eens, formerly: [jazeker], text: Eens}\n"
        "      - {id: oneens, text: Oneens}\n"
        "items:\n  - {id: fijn, formerly: [leuk], text: Het was fijn., answer_scale: hoe}\n"
    )
    path.write_text(
        text.replace("items:\n", scale).replace("id: gelukt\n", "id: gelukt\n    formerly: [lukte]\n"), encoding="utf-8"
    )
    for edition in ("participant", "facilitator"):
        found = page(root, "klein-begin/vragenlijst/terugblik/", edition)
        assert found.ids["f-terugblik-leuk"] == "fijn"
        assert found.ids["f-terugblik-lukte"] == "gelukt"
        assert found.formerly == {"fijn": "leuk", "f-terugblik-fijn--eens": "jazeker", "gelukt": "lukte"}


@pytest.mark.parametrize("edition", ["participant", "facilitator"])
def test_old_anchors_of_steps_and_words_are_there(root: Path, edition: str) -> None:
    for path, old, new in (
        (SESSION, "  - id: stap\n", "  - id: stap\n    formerly: [eerste]\n"),
        ("content/modules/plannen.yml", "  - id: beginnen\n", "  - id: beginnen\n    formerly: [starten]\n"),
        ("content/glossary.yml", "  - id: begeleider\n", "  - id: begeleider\n    formerly: [trainer]\n"),
    ):
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), encoding="utf-8")
    assert {"step-stap", "step-eerste"} <= page(root, "klein-begin/sessie/beginnen/", edition).ids.keys()
    assert {"beginnen", "starten"} <= page(root, "module/plannen/", edition).ids.keys()
    assert {"begeleider", "trainer"} <= page(root, "begrippen/", edition).ids.keys()
