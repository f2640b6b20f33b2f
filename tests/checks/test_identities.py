"""Every id names one thing: in its list, in programme and library together, and through time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.checks.roots import HELP, PROGRAMME, SESSION, Change, Root

from kring.findings import Finding

TWICE = [
    Change(SESSION, "id: afsluiten", "id: stap", "34:9 id/duplicate"),
    Change(HELP, "check:", "  - id: nood\n    label: Nood\n    number: '113'\n    hours: altijd\ncheck:", "9:9 id/duplicate"),
    Change(PROGRAMME, "facilitators:", "    - id: na-afloop\n      title: Later\n      weeks_after_end: 4\n      questionnaires: [terugblik]\nfacilitators:", "39:11 id/duplicate"),
    Change("content/modules/plannen.yml", "  - id: beginnen\n", "  - id: beginnen\n    title: Eerst\n    url: https://example.org\n  - id: beginnen\n", "8:9 id/duplicate"),
    Change("content/glossary.yml", "terms:\n", "terms:\n  - id: begeleider\n    term: leider\n    text: Wie leidt.\n", "5:9 id/duplicate"),
    Change(PROGRAMME, "rights:", "citations:\n  - {id: een, text: Een}\n  - {id: een, text: Een}\nrights:", "24:10 id/duplicate"),
    Change(PROGRAMME, "  - session: beginnen\n", "  - session: beginnen\n  - session: beginnen\n", "33:14 programme/session-twice"),
]  # fmt: skip

FORMER = [
    Change(SESSION, "  - id: afsluiten\n", "  - id: afsluiten\n    formerly: [doel]\n", "35:16 id/formerly-in-use"),
    Change(SESSION, "  - id: afsluiten\n", "  - id: afsluiten\n    formerly: [einde, einde-sessie, stap]\n", "35:37 id/formerly-in-use"),
    Change(SESSION, "title: Beginnen\n", "title: Beginnen\nformerly: [beginnen]\n", "2:12 id/formerly-in-use"),
]  # fmt: skip


@pytest.mark.parametrize("change", [*TWICE, *FORMER], ids=lambda change: f"{change.path} {change.expected}")
def test_an_id_in_use(fix_then_clean: Callable[[Change], Finding], change: Change) -> None:
    (other,) = fix_then_clean(change).related
    assert other.path == change.path


def test_an_id_of_the_library_cannot_be_used_again(root: Root) -> None:
    root.write({"programs/klein-begin/articles/rust.md": "---\ntitle: Rust\nsummary: Kort.\n---\n\nRust helpt.\n"})
    (finding,) = root.findings()
    assert finding.rule == "id/shadowed"
    assert [str(place) for place in (finding.span, *finding.related)] == [
        "programs/klein-begin/articles/rust.md:1:1",
        "content/articles/rust.md:1:1",
    ]
    (root.folder / "programs/klein-begin/articles/rust.md").unlink()
    assert root.seen() == []


def test_a_former_id_is_claimed_once(root: Root) -> None:
    root.change("content/articles/rust.md", "title: Rust\n", "title: Rust\nformerly: [pauze]\n")
    root.write({"content/articles/adem.md": "---\ntitle: Adem\nformerly: [pauze]\nsummary: Kort.\n---\n\nAdem uit.\n"})
    root.change(SESSION, "[rust]", "[rust, adem]")
    assert root.seen() == ["content/articles/rust.md:3:12 id/formerly-in-use"]
    root.change("content/articles/rust.md", "[pauze]", "[stilte]")
    assert root.seen() == []


def test_the_same_former_id_may_be_used_in_another_kind(root: Root) -> None:
    root.change("content/articles/rust.md", "title: Rust\n", "title: Rust\nformerly: [plannen]\n")
    assert root.seen() == []


@pytest.mark.parametrize("name", ["lijn.svg", "LIJN.svg"])
def test_a_media_file_of_the_library_cannot_be_there_again(root: Root, name: str) -> None:
    line = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h9"/></svg>'
    own = f"programs/klein-begin/media/{name}"
    root.write({"content/media/lijn.svg": line, own: line})
    root.change("content/articles/rust.md", "\n\n", "\n\n![Een lijn](media:lijn.svg)\n\n")
    (finding,) = [finding for finding in root.findings() if finding.rule == "id/shadowed"]
    assert [str(place) for place in (finding.span, *finding.related)] == [f"{own}:1:1", "content/media/lijn.svg:1:1"]
    (root.folder / own).unlink()
    assert root.seen() == []
