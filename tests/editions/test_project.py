"""The participants' edition holds what listed programmes and pages reach through participant fields."""

from __future__ import annotations

from pathlib import Path

import pytest

from kring.editions.participant import ParticipantEdition
from kring.editions.project import participant_edition
from kring.model.catalogue import resolve
from kring.model.entities import gather
from kring.source.kinds import Kind
from kring.source.read import read

PROGRAMME = "programs/klein-begin"
ARTICLE = "---\ntitle: {title}\nsummary: Een artikel.\n---\n\n{body}\n"


@pytest.fixture
def root(minimal_root: Path) -> Path:
    return minimal_root


def edition(root: Path, *, preview: bool = False) -> ParticipantEdition:
    sources = read(root)
    assert sources.findings == ()
    return participant_edition(resolve(gather(sources, sources.documents)), preview=preview)


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    write(root, path, text.replace(old, new, 1))


def ids(shown: ParticipantEdition, kind: Kind) -> set[str]:
    return {key.id for key in shown.entities if key.kind is kind}


def test_an_article_that_nothing_links_to_is_not_there(root: Path) -> None:
    write(root, "content/articles/los.md", ARTICLE.format(title="Los", body="Tekst."))
    assert ids(edition(root), Kind.ARTICLE) == {"rust"}


def test_an_article_is_there_through_a_chain_of_links(root: Path) -> None:
    write(root, "content/articles/een.md", ARTICLE.format(title="Een", body="Zie [twee](article:twee)."))
    write(root, "content/articles/twee.md", ARTICLE.format(title="Twee", body="Tekst."))
    change(
        root,
        f"{PROGRAMME}/sessions/beginnen.yml",
        "Schrijf op wat je eerste",
        "[Een](article:een). Schrijf op wat je eerste",
    )
    assert ids(edition(root), Kind.ARTICLE) == {"rust", "een", "twee"}


def test_a_link_that_only_facilitators_see_reaches_nothing(root: Path) -> None:
    write(root, "content/articles/los.md", ARTICLE.format(title="Los", body="Tekst."))
    change(
        root, f"{PROGRAMME}/sessions/beginnen.yml", "Geef iedereen pen", "Lees [dit](article:los). Geef iedereen pen"
    )
    write(
        root,
        "content/articles/rust.md",
        ARTICLE.format(title="Rust", body="Voor wie leest.\n\n::: facilitator\nZie [dit](article:los).\n:::\n"),
    )
    shown = edition(root)
    assert ids(shown, Kind.ARTICLE) == {"rust"}
    body = next(entity.body.text for key, entity in shown.entities.items() if key.id == "rust")
    assert "los" not in body
    assert "Voor wie leest." in body


def test_a_word_is_explained_only_where_a_shown_text_links_to_it(root: Path) -> None:
    glossary = (root / "content/glossary.yml").read_text(encoding="utf-8")
    write(
        root, "content/glossary.yml", glossary.rstrip() + "\n  - id: stil\n    term: Stil\n    text: Zonder geluid.\n"
    )
    assert "stil" not in {term.id for term in edition(root).terms}
    change(root, f"{PROGRAMME}/sessions/beginnen.yml", "Zeg in één zin", "[Stil](term:stil). Zeg in één zin")
    assert "stil" in {term.id for term in edition(root).terms}


def test_a_picture_is_there_only_where_a_shown_text_has_it(root: Path) -> None:
    write(
        root,
        "content/media/ster.svg",
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
    )
    change(
        root,
        f"{PROGRAMME}/sessions/beginnen.yml",
        "Geef iedereen pen",
        "![Ster](media:ster.svg)\n\n          Geef iedereen pen",
    )
    assert edition(root).assets == {}
    change(
        root, f"{PROGRAMME}/sessions/beginnen.yml", "Zeg in één zin", "![Ster](media:ster.svg)\n\n      Zeg in één zin"
    )
    assert set(edition(root).assets) == {(None, "ster.svg")}


def test_drafts_show_in_preview_only(root: Path) -> None:
    draft = "title: Later\ngoals: [Iets]\nminutes: 30\nstatus: draft\n"
    write(root, f"{PROGRAMME}/sessions/later.yml", draft)
    change(root, f"{PROGRAMME}/programme.yml", "  - session: beginnen", "  - session: later\n  - session: beginnen")
    (programme,) = edition(root).programmes
    assert [(session.key.id, session.number) for session in programme.sessions] == [("beginnen", 2)]
    (programme,) = edition(root, preview=True).programmes
    assert [session.key.id for session in programme.sessions] == ["later", "beginnen"]


@pytest.mark.parametrize(("status", "shown"), [("draft", 0), ("review", 0), ("archived", 0), ("published", 1)])
def test_only_published_programmes_are_listed(root: Path, status: str, shown: int) -> None:
    change(root, f"{PROGRAMME}/programme.yml", "status: published", f"status: {status}")
    assert len(edition(root).programmes) == shown


def test_a_measurement_after_a_draft_session_is_not_announced(root: Path) -> None:
    assert edition(root).programmes[0].measurement is not None
    change(root, f"{PROGRAMME}/sessions/beginnen.yml", "minutes: 30\n", "minutes: 30\nstatus: draft\n")
    assert edition(root).programmes[0].measurement is None


def test_participants_see_the_steps_of_every_way_of_meeting(root: Path) -> None:
    change(root, f"{PROGRAMME}/programme.yml", "[in_person]", "[in_person, online]")
    change(root, f"{PROGRAMME}/sessions/beginnen.yml", "  - id: afsluiten\n", ONLINE + "  - id: afsluiten\n")
    (programme,) = edition(root).programmes
    found = {step.id: step.deliveries for step in programme.sessions[0].steps}
    assert found["scherm"] == ("online",)
    assert found["doel"] == ()


ONLINE = "  - {id: scherm, title: Op je scherm, kind: exercise, priority: core, minutes: 5, deliveries: [online]}\n"
