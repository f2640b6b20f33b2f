"""A cache changes nothing but the time: after any edits, a check with the cache of the last one says the same."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.benchmarks.generate import write_root
from tests.sampling import sample

from kring.cache import Cache
from kring.editions.facilitator import FacilitatorEdition
from kring.editions.participant import ParticipantEdition
from kring.pages.site_index import site_index
from kring.pages.site_plan import SitePlan
from kring.pipeline import Checked, check

TODAY = date(2026, 9, 1)


def test_what_was_asked_before_is_not_asked_again() -> None:
    asked: list[object] = []

    def together(*values: object) -> tuple[object, ...]:
        asked.append(values)
        return values

    cache = Cache()
    assert cache(together, "a", 1) is cache(together, "a", 1)
    assert cache(together, "b", 1) == ("b", 1)
    assert asked == [("a", 1), ("b", 1)]


def test_what_is_not_asked_for_is_dropped() -> None:
    cache = Cache()
    first = cache(list, "a")
    cache.drop_unused()
    assert cache(list, "a") is first
    cache.drop_unused()
    cache.drop_unused()
    assert cache(list, "a") is not first


@pytest.mark.parametrize("seed", sample(range(1, 25), 3))
def test_after_any_edits_a_check_with_a_cache_says_the_same(seed: int, tmp_path: Path) -> None:
    edit_and_compare(tmp_path / "root", seed, edits=10)


def test_after_one_edit_only_that_file_is_read_again(tmp_path: Path) -> None:
    root, cache = tmp_path / "root", Cache()
    write_root(root, pages=100)
    before = check(root, cache=cache)
    change(sorted(root.glob("programs/*/sessions/*.yml"))[1], "title: ", "title: Nu ")
    after = check(root, cache=cache)
    assert before.catalogue is not None
    assert after.catalogue is not None
    entities = before.catalogue.entities.by_key
    changed = [key.kind for key, entity in after.catalogue.entities.by_key.items() if entity is not entities[key]]
    assert changed == ["session"]


def edit_and_compare(root: Path, seed: int, *, edits: int) -> None:
    write_root(root, pages=49, seed=seed)
    chance, cache = random.Random(seed), Cache()
    seen = set[bool]()
    for edit in (None, *chance.choices(EDITS, k=edits)):  # the whole root first, which is sound
        if edit:
            edit(root, chance)
        cached = check(root, today=TODAY, cache=cache)
        fresh = check(root, today=TODAY)
        assert said(cached) == said(fresh)
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
    write_root(root, pages=49, seed=chance.choice((1, 2)))


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
