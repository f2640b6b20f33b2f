"""A memory changes nothing but the time: after any edits, a check with the memory of the last one says the same."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.benchmarks.generate import write_root

from kring.editions.facilitator import FacilitatorEdition
from kring.editions.participant import ParticipantEdition
from kring.memory import Memory
from kring.pages.site_index import site_index
from kring.pages.site_plan import SitePlan
from kring.pipeline import Checked, check

TODAY = date(2026, 9, 1)


def test_the_same_values_are_asked_once() -> None:
    asked: list[object] = []

    def together(*values: object) -> tuple[object, ...]:
        asked.append(values)
        return values

    memory, value, other = Memory(), ["a"], ["a"]
    assert memory(together, value, other) is memory(together, value, other)
    assert memory(together, value, value) == memory(together, value, other)
    assert len(asked) == 2


def test_what_is_not_asked_for_is_forgotten() -> None:
    memory, value = Memory(), ["a"]
    first = memory(tuple, value)
    memory.forget()
    assert memory(tuple, value) is first
    memory.forget()
    memory.forget()
    assert memory(tuple, value) is not first


def test_an_equal_value_becomes_the_same() -> None:
    memory, value = Memory(), ("a", 1)
    assert memory.same("name", value) is value
    assert memory.same("name", ("a", 1)) is value
    assert memory.same("name", ("b", 1)) == ("b", 1)
    memory.forget()
    assert memory.same("name", ("a", 1)) == ("a", 1)


@pytest.mark.parametrize("seed", [1, 2])
def test_after_any_edits_a_check_with_memory_says_the_same(seed: int, tmp_path: Path) -> None:
    edit_and_compare(tmp_path / "root", seed, edits=8)


@pytest.mark.heavy
@pytest.mark.parametrize("seed", range(3, 9))
def test_after_very_many_edits_too(seed: int, tmp_path: Path) -> None:
    edit_and_compare(tmp_path / "root", seed, edits=40)


def test_one_edit_derives_nothing_anew_but_what_depends_on_it(tmp_path: Path) -> None:
    root, memory = tmp_path / "root", Memory()
    write_root(root, pages=100)
    before = check(root, memory=memory)
    change(sorted(root.glob("programs/*/sessions/*.yml"))[1], "title: ", "title: Nu ")
    after = check(root, memory=memory)
    assert before.catalogue is not None
    assert after.catalogue is not None
    entities = before.catalogue.entities.by_key
    changed = [key.kind for key, entity in after.catalogue.entities.by_key.items() if entity is not entities[key]]
    assert changed == ["session"]
    shown = {page.address: page.subject for page in before.plans["participant"].pages}
    new = [page for page in after.plans["participant"].pages if page.subject is not shown[page.address]]
    # The session with the page for who missed it, its programme, the front page, and the glossary as a whole.
    assert sorted({page.template for page in new}) == [
        f"participant/{name}.html.j2" for name in ("catch_up", "glossary", "home", "programme", "session")
    ]


def edit_and_compare(root: Path, seed: int, *, edits: int) -> None:
    write_root(root, pages=48, seed=seed)
    chance, memory = random.Random(seed), Memory()
    seen = set[bool]()
    for _ in range(edits):
        chance.choice(EDITS)(root, chance)
        remembered = check(root, today=TODAY, memory=memory)
        fresh = check(root, today=TODAY)
        assert said(remembered) == said(fresh)
        seen.add(fresh.sound)
    assert seen == {True, False}, "both sound and broken roots should have been compared"


def said(checked: Checked) -> Mapping[str, object]:
    """Return all that a check says, down to the places of texts."""
    return {
        "findings": checked.findings,
        "allowed": checked.allowed,
        "texts": checked.texts,
        "plans": {name: plan_said(plan) for name, plan in checked.plans.items()},
    }


def plan_said(plan: SitePlan) -> object:
    pages = [page for page in plan.pages if not isinstance(page.subject, ParticipantEdition | FacilitatorEdition)]
    edition = plan.edition
    used = site_index(plan).used_by if isinstance(edition, FacilitatorEdition) else repr(edition.entities)
    return repr(pages), repr([place.title for place in plan.places]), plan.prints, sorted(plan.assets), used


def change(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def _some(root: Path, chance: random.Random, pattern: str) -> Path:
    return chance.choice(sorted(root.glob(pattern)))


def _new_word(root: Path, chance: random.Random) -> None:
    file = _some(root, chance, "**/*.yml")
    text = file.read_text(encoding="utf-8")
    at = chance.randrange(len(text))
    file.write_text(text[:at] + "woord" + text[at:], encoding="utf-8")


def _new_paragraph(root: Path, chance: random.Random) -> None:
    file = _some(root, chance, "**/articles/*.md")
    links = ("[hier](article:nergens)", "[privacy](page:privacy)", "<b>", "**goed**", "::: note\nLet op.\n:::")
    file.write_text(f"{file.read_text(encoding='utf-8')}\nZie {chance.choice(links)}.\n", encoding="utf-8")


def _no_line(root: Path, chance: random.Random) -> None:
    file = _some(root, chance, "**/*.yml")
    lines = file.read_text(encoding="utf-8").split("\n")
    del lines[chance.randrange(len(lines))]
    file.write_text("\n".join(lines), encoding="utf-8")


def _other_title(root: Path, chance: random.Random) -> None:
    change(_some(root, chance, "programs/*/*/*.yml"), "title:", f"title: {chance.choice(('Ja', 'Nu', 'Straks'))}")


def _unknown_field(root: Path, chance: random.Random) -> None:
    change(_some(root, chance, "programs/*/homework/*.yml"), "minutes:", chance.choice(("minuten:", "minutes:")))


def _no_file(root: Path, chance: random.Random) -> None:
    _some(root, chance, "**/handouts/*.md").unlink() if list(root.glob("**/handouts/*.md")) else None


def _new_file(root: Path, chance: random.Random) -> None:
    file = _some(root, chance, "**/articles/*.md")
    file.with_stem(f"{file.stem}-{chance.randrange(9)}").write_bytes(file.read_bytes())


def _other_place(root: Path, chance: random.Random) -> None:
    file = _some(root, chance, "**/articles/*.md")
    folder = root / "content/articles"
    folder.mkdir(exist_ok=True)
    file.rename(folder / file.name)


def _as_it_was(root: Path, chance: random.Random) -> None:
    for file in sorted(root.glob("**/*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    write_root(root, pages=48, seed=chance.choice((1, 2)))


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    _as_it_was,
    _as_it_was,
    _new_word,
    _new_paragraph,
    _no_line,
    _other_title,
    _other_title,
    _unknown_field,
    _no_file,
    _new_file,
    _other_place,
)
"""What an author may do to a root between two checks."""
