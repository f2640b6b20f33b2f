"""The overview of a programme has figures of each page that participants read, and what is worth a second look."""

from __future__ import annotations

from collections.abc import Callable

from tests.checks.roots import PROGRAMME, SESSION, Root

from kring.language.overview import Group, Overview, overview
from kring.model.catalogue import Catalogue

Read = Callable[[], Catalogue]

ARTICLE = "content/articles/rust.md"
LONG = "Je leest hier een zin die met opzet zo lang is dat je aan het eind het begin kwijt bent, en dat is niet fijn."


def seen(catalogue: Catalogue) -> Overview:
    return overview(catalogue.plans["klein-begin"], catalogue, set(catalogue.entities.by_key))


def pages(group: Group) -> list[tuple[str, bool]]:
    return [(page.title, page.catch_up) for page in group.pages]


def test_pages_stand_with_their_session_or_apart(catalogue: Read) -> None:
    session, rest = seen(catalogue()).groups
    assert session.meeting is not None
    assert session.meeting.title == "Beginnen"
    assert pages(session) == [("Beginnen", False), ("Beginnen", True), ("Rust", False)]
    assert rest.meeting is None
    assert pages(rest) == [("Klein begin", False), ("Terugblik", False), ("Plannen", False)]


def test_what_participants_do_not_have_is_not_counted(catalogue: Read) -> None:
    whole = catalogue()
    shown = {key for key in whole.entities.by_key if key.id != "rust"}
    session, _ = overview(whole.plans["klein-begin"], whole, shown).groups
    assert pages(session) == [("Beginnen", False), ("Beginnen", True)]


def test_the_figures_of_a_page_are_its_texts(catalogue: Read) -> None:
    session, _ = seen(catalogue()).groups
    article = session.pages[-1].figures
    # Rust / Waarom even stoppen helpt. / Even stoppen helpt. Daarna kies je beter.
    assert (article.words, article.sentences, article.words_per_sentence) == (12, 3, 11 / 3)
    assert (article.ease, article.ease_class, article.is_hard) == (None, None, False)
    assert session.figures.words == sum(page.figures.words for page in session.pages)


def test_a_page_that_is_harder_than_asked_is_marked(root: Root, catalogue: Read) -> None:
    root.append(ARTICLE, "Ontspanningsoefeningen verminderen vermoeidheidsklachten aanzienlijk. " * 25)
    root.append(PROGRAMME, "reading:\n  reading_ease_min: 0\n")
    session, rest = seen(catalogue()).groups
    assert session.pages[-1].figures.ease_class == "very_hard"
    assert session.pages[-1].figures.is_hard
    assert not rest.figures.is_hard


def test_sentences_to_look_at_again_are_listed_once_with_their_page(root: Root, catalogue: Read) -> None:
    root.append(ARTICLE, f"{LONG} Daarna wordt er gestopt. Alvorens je begint.\n")
    root.change(SESSION, "    module_step:\n", "    handouts: []\n    module_step:\n")
    found = seen(catalogue())
    assert [(each.look, each.title, each.words, each.about, each.count) for each in found.sentences] == [
        ("long", "Rust", LONG, "", 25),
        ("passive", "Rust", "Daarna wordt er gestopt.", "wordt … gestopt", 0),
        ("jargon", "Rust", "Alvorens", "voordat", 0),
    ]
    assert [each.words for each in found.looked_at("jargon")] == ["Alvorens"]


def test_an_activity_of_the_library_is_counted_on_the_page_and_listed_once(root: Root, catalogue: Read) -> None:
    root.write(
        {
            "content/activities/stap.yml": "title: Stap\nkind: exercise\nminutes: 15\nminutes_min: 10\npriority: core\n"
            f"participant_text: |\n  {LONG}\nplain_language: |\n  Kies.\n"
        }
    )
    text = (root.folder / SESSION).read_text(encoding="utf-8")
    start, end = text.index("    title: Mijn eerste stap"), text.index("  - id: afsluiten")
    override = "    override:\n      module_step: {module: plannen, step: beginnen}\n"
    (root.folder / SESSION).write_text(text[:start] + "    use: stap\n" + override + text[end:], encoding="utf-8")
    found = seen(catalogue())
    assert [(each.title, each.count) for each in found.sentences] == [("Beginnen", 25)]
    before = found.groups[0].pages[0].figures.words
    root.change(SESSION, "    override:\n", "    override:\n      participant_text: Kies een stap.\n")
    assert seen(catalogue()).groups[0].pages[0].figures.words == before - 25 + 3
    assert seen(catalogue()).sentences == ()


def test_the_words_that_authors_listed_are_shown(root: Root, catalogue: Read) -> None:
    root.append(PROGRAMME, "reading:\n  avoid:\n    - word: traject\n      say: reis\n  allow: [interventie]\n")
    root.append("site_config.yml", "reading:\n  avoid:\n    - word: cliënt\n      say: deelnemer\n")
    found = seen(catalogue())
    assert [(avoided.word, avoided.say) for avoided in found.avoid] == [("traject", "reis"), ("cliënt", "deelnemer")]
    assert found.allow == ("interventie",)
    assert found.kring_words > 100
