"""What is asked of a text comes from the programme, then from the organisation, then from Kring."""

from __future__ import annotations

from collections.abc import Callable

from tests.checks.roots import CONFIG, PROGRAMME, Root

from kring.language.norms import READING_EASE_MIN, SENTENCE_WORDS_MAX, Norms, norms_by_file
from kring.model.catalogue import Catalogue

Read = Callable[[], Catalogue]

ARTICLE = "content/articles/rust.md"
OTHER = "programs/ander-begin/programme.yml"


def asked_of(catalogue: Catalogue, path: str) -> Norms:
    documents = catalogue.entities.documents.values()
    return norms_by_file(catalogue)[next(document.key for document in documents if document.path == path)]


def says(asked: Norms, word: str) -> str | None:
    return next((say for _, _, say in asked.words.found(word)), None)


def test_kring_itself_asks_something(catalogue: Read) -> None:
    asked = asked_of(catalogue(), PROGRAMME)
    assert (asked.sentence_words_max, asked.reading_ease_min) == (SENTENCE_WORDS_MAX, READING_EASE_MIN)
    assert says(asked, "interventie") is not None


def test_the_organisation_comes_before_kring_and_the_programme_before_both(root: Root, catalogue: Read) -> None:
    root.append(CONFIG, "reading:\n  sentence_words_max: 18\n  reading_ease_min: 65\n  allow: [interventie]\n")
    root.append(CONFIG, "  avoid:\n    - word: Traject\n      say: reis\n")
    asked = asked_of(catalogue(), PROGRAMME)
    assert (asked.sentence_words_max, asked.reading_ease_min) == (18, 65)
    assert (says(asked, "interventie"), says(asked, "traject")) == (None, "reis")
    root.append(PROGRAMME, "reading:\n  sentence_words_max: 15\n  avoid:\n    - word: interventie\n      say: hulp\n")
    asked = asked_of(catalogue(), PROGRAMME)
    assert (asked.sentence_words_max, asked.reading_ease_min) == (15, 65)
    assert (says(asked, "interventie"), says(asked, "traject")) == ("hulp", "reis")


def test_what_programmes_share_must_suit_the_readers_of_each(root: Root, catalogue: Read) -> None:
    folder = root.folder / "programs"
    for file in sorted((folder / "klein-begin").rglob("*.yml")):
        copy = folder / "ander-begin" / file.relative_to(folder / "klein-begin")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    root.change(CONFIG, "programmes: [klein-begin]", "programmes: [klein-begin, ander-begin]")
    root.append(PROGRAMME, "reading:\n  sentence_words_max: 15\n  reading_ease_min: 50\n")
    root.append(OTHER, "reading:\n  sentence_words_max: 25\n  reading_ease_min: 80\n  allow: [interventie]\n")
    shared = asked_of(catalogue(), ARTICLE)
    assert (shared.sentence_words_max, shared.reading_ease_min) == (15, 80)
    assert says(shared, "interventie") is not None
    assert says(asked_of(catalogue(), OTHER), "interventie") is None


def test_what_no_programme_leads_to_follows_the_organisation(root: Root, catalogue: Read) -> None:
    root.append(PROGRAMME, "reading:\n  sentence_words_max: 15\n")
    assert asked_of(catalogue(), "content/pages/contact.md").sentence_words_max == SENTENCE_WORDS_MAX
    assert asked_of(catalogue(), ARTICLE).sentence_words_max == 15
