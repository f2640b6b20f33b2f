"""Every id names one thing: in its list, in programme and library together, and through time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.checks.roots import HELP, PROGRAMME, SESSION, Change, Root

from kring.findings import Finding
from kring.pipeline import check
from kring.rules.phrasing import hint

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


BREATHE = "title: Ademen\nkind: exercise\nminutes: 2\npriority: optional\nlead: both\n"
BEFORE_THE_END = "  - id: afsluiten\n"


def test_a_step_from_the_library_needs_no_more_than_its_name(root: Root) -> None:
    root.write({"content/activities/ademen.yml": BREATHE})
    root.change(SESSION, BEFORE_THE_END, f"  - use: ademen\n{BEFORE_THE_END}")
    root.change(SESSION, "minutes: 30\n", "minutes: 32\n")
    assert root.seen() == []
    catalogue = check(root.folder).catalogue
    assert catalogue is not None
    (step,) = [each for each in catalogue.plans["klein-begin"].sessions[0].activities if each.use is not None]
    assert (step.id, step.minutes, step.priority, step.lead) == ("ademen", 2, "optional", "both")


def test_the_same_step_twice_needs_an_id_of_its_own(root: Root) -> None:
    root.write({"content/activities/ademen.yml": BREATHE})
    twice = "  - use: ademen\n"
    root.change(SESSION, BEFORE_THE_END, f"{twice}{twice}{BEFORE_THE_END}")
    root.change(SESSION, "minutes: 30\n", "minutes: 34\n")
    (finding,) = root.findings()
    assert (finding.rule, str(finding.span)) == ("id/duplicate", f"{SESSION}:35:10")
    assert "`ademen` twee keer" in hint(finding, "nl")
    root.change(SESSION, f"{twice}{twice}", f"{twice}  - id: nog-eens\n    use: ademen\n")
    assert root.seen() == []


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
