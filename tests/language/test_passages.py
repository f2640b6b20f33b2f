"""What participants read is found in every file, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from tests.checks.roots import PROGRAMME, SESSION, Root

from kring.findings import Position
from kring.language.passages import passages
from kring.model.catalogue import Catalogue
from kring.prose.text import Form

Read = Callable[[], Catalogue]


def texts(catalogue: Catalogue, path: str) -> list[tuple[str, str]]:
    documents = catalogue.entities.documents.values()
    document = next(document for document in documents if document.path == path)
    return [(".".join(passage.path), passage.text.strip()) for passage in passages(document)]


def test_a_session_gives_its_texts_for_participants_only(catalogue: Read) -> None:
    assert texts(catalogue(), SESSION) == [
        ("title", "Beginnen"),
        ("goals", "Je kiest één eerste stap."),
        ("catch_up", "Schrijf op wat je eerste stap is."),
        ("agenda.title", "Mijn doel voor vandaag"),
        ("agenda.participant_text", "Schrijf op wat je wilt meenemen."),
        ("agenda.title", "Mijn eerste stap"),
        ("agenda.participant_text", "Kies één stap die je deze week kunt zetten."),
        ("agenda.title", "Afsluiten"),
        ("agenda.participant_text", "Zeg in één zin wat je meeneemt."),
    ]


def test_a_programme_gives_no_ids_versions_licences_or_facilitators_texts(catalogue: Read) -> None:
    found = texts(catalogue(), PROGRAMME)
    assert ("for_whom", "Voor wie iets wil beginnen.") in found
    assert {path.partition(".")[0] for path, _ in found} == {
        *("title", "summary", "goals", "for_whom", "group_agreements", "measurement"),
    }


def test_what_a_session_overrides_is_read_in_the_session(root: Root, catalogue: Read) -> None:
    root.write(
        {
            "content/activities/stap.yml": "title: Stap\nkind: exercise\nminutes: 15\nminutes_min: 10\npriority: core\n"
            "purpose: |\n  Kiezen.\n"
        }
    )
    text = (root.folder / SESSION).read_text(encoding="utf-8")
    start, end = text.index("    title: Mijn eerste stap"), text.index("  - id: afsluiten")
    taken = (
        "    use: stap\n    override:\n      purpose: Andere reden.\n"
        "      participant_text: |\n        Kies een stap.\n"
        "      module_step: {module: plannen, step: beginnen}\n"
    )
    (root.folder / SESSION).write_text(text[:start] + taken + text[end:], encoding="utf-8")
    found = texts(catalogue(), SESSION)
    assert ("agenda.override.participant_text", "Kies een stap.") in found
    assert not any("purpose" in path for path, _ in found)


def test_a_body_is_read_from_below_the_front_matter(catalogue: Read) -> None:
    documents = catalogue().entities.documents.values()
    article = next(document for document in documents if document.path == "content/articles/rust.md")
    *_, body = passages(article)
    assert (body.path, body.form) == (("body",), Form.MARKDOWN)
    assert body.place(Position(2, 1), Position(2, 5)).start == Position(6, 1)


def test_places_in_quoted_and_folded_values_are_as_precise_as_can_be(root: Root, catalogue: Read) -> None:
    root.change(
        "content/articles/rust.md", "summary: Waarom even stoppen helpt.", 'summary: "Even \\u00e9\\u00e9n stop."'
    )
    root.change("content/articles/rust.md", "title: Rust", 'title: "Rust"')
    documents = catalogue().entities.documents.values()
    article = next(document for document in documents if document.path == "content/articles/rust.md")
    title, summary, _ = passages(article)
    assert title.place(Position(1, 1), Position(1, 5)).start == Position(2, 9)
    assert summary.place(Position(1, 6), Position(1, 9)) == summary.span
