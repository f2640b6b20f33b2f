"""Whatever participants may see, they do: every field of a schema changes something on their site, or says why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.every_field.files import Content, put
from tests.every_field.schema_parts import Place, accepts, every_part, walk
from tests.every_field.written import written
from tests.oracles.canaries import Planting, in_every_text

from kring.cache import Cache
from kring.pages.redirects import redirects
from kring.pages.render import environment, render
from kring.pages.site_index import site_index
from kring.pipeline import check
from kring.theme_files import theme_folder

NOT_ON_A_PAGE = {
    "site_config.addresses.participant": "the address of the site itself, for its canonical links",
    "site_config.languages": "there is one language still",
    "programme.language": "there is one language still",
    "programme.version": "hangs together with the change log, whose newest version is shown",
    "programme.change_log.version": "hangs together with the version",
    "programme.measurement.occasions.id": "names answers, not what is read",
    "programme.measurement.occasions.formerly": "names answers, not what is read",
    "session.agenda.override.minutes": "the step's own minutes come first, and all steps here have them",
    "programme.sessions.override.agenda.override.minutes": "the same of steps in a session of the library",
    "article.media.id": "names the translation of a transcript, not what is read",
    **{f"{kind}.fields.columns.width": "says how wide it is on paper" for kind in ("diary", "handout", "homework")},
    "handout.landscape": "says how it lies on paper",
    "handout.cards.size": "says how large it is on paper",
    "handout.cards.quantity": "says how many are printed",
    "handout.cards.per": "says how many are printed",
    "handout.cards.items.id": "tells it from the others, not what is read",
    "handout.cards.items.formerly": "tells it from the others, not what is read",
    "help.numbers.id": "names the translation of a number's label, not what is read",
}
"""What participants may see, but no page holds."""

OVERRIDDEN = "content/sessions/gedeeld.yml"
"""A session of which the programme overrides every field, so that what its own file says is not shown."""


def is_shown_elsewhere(path: str) -> bool:
    """Activities of the library are shown where sessions take them up, in fields of the same names."""
    return path.startswith("activity.")


TEMPLATES = environment(theme_folder() / "pages")


def participants_pages(content: Content, root: Path, cache: Cache | None = None) -> Iterator[tuple[str, str]]:
    """Yield the address of each page for participants, and what it says; nothing where the content is not valid."""
    checked = check(content.write(root), cache=cache)
    if not checked.sound:
        return
    plan = checked.plans["participant"]
    index = site_index(plan)
    yield from ((former, f"leads to {page.address}") for former, page in redirects(plan).items())
    yield from ((page.address, render(plan, page, TEMPLATES, index) + page.description) for page in plan.pages)


def test_every_text_for_participants_is_on_a_page(tmp_path: Path) -> None:
    planting = Planting(written().copy())
    for file in planting.content.files.values():
        version = file.data.get("version")
        in_every_text(file, planting)
        if version is not None:
            file.data["version"] = file.data["change_log"][0]["version"] = version
    said = "".join(text for _, text in participants_pages(planting.content, tmp_path / "root"))
    assert said
    seen = {path for token, path in planting.tokens.items() if token in said}
    theirs = {path for path, part in every_part().items() if part.audience == "participant"}
    lost = {path for path in theirs & set(planting.tokens.values()) - seen if not is_shown_elsewhere(path)}
    assert lost - NOT_ON_A_PAGE.keys() == set()


OTHERS: dict[type, tuple[Any, ...]] = {
    str: ("iets-anders", "2026-01-14"),
    int: (1, -1, 2, 5),
    float: (0.5, 1),
}


def other_values(place: Place) -> Iterator[Any]:
    """Yield other values for a choice, a number or an id."""
    match place.value:
        case bool():
            yield not place.value
        case value if "enum" in place.part.schema:
            yield from (other for other in place.part.schema["enum"] if other != value)
        case str() as value:
            yield from (other for other in OTHERS[str] if other != value)
        case int() | float() as number:
            yield from (number + more for more in OTHERS[type(number)])


def changes_a_page(pages: Iterator[tuple[str, str]], before: Mapping[str, str]) -> bool | None:
    """Tell whether a page is another one than before, making no more pages than that takes; None without any page."""
    made = 0
    for address, text in pages:
        if before.get(address) != text:
            return True
        made += 1
    return made != len(before) if made else None


def test_every_choice_number_and_id_for_participants_changes_a_page(tmp_path: Path) -> None:
    cache = Cache()
    before = dict(participants_pages(written().copy(), tmp_path / "root", cache))
    assert before
    tried: dict[str, bool] = {}
    for path, file in written().files.items():
        if path == OVERRIDDEN:
            continue
        for place in walk(file.kind, file.data):
            part = place.part
            plain = not isinstance(place.value, dict | list) and not part.is_text and "x-ref" not in part.schema
            if part.audience != "participant" or not plain or tried.get(part.path):
                continue
            for value in other_values(place):
                content = written().copy()
                put(content.files[path].data, place.steps, value)
                if not accepts(part.schema, value):
                    continue
                changed = changes_a_page(participants_pages(content, tmp_path / "root", cache), before)
                if changed is not None:
                    tried[part.path] = changed
                if tried.get(part.path):
                    break
    assert len(tried) > 60
    silent = {path for path, shown in tried.items() if not shown and not is_shown_elsewhere(path)}
    assert silent - NOT_ON_A_PAGE.keys() == set()


def test_a_field_that_is_lost_would_be_seen(tmp_path: Path) -> None:
    content = written().copy()
    before = dict(participants_pages(content, tmp_path / "root"))
    programme = next(file for file in content.files.values() if file.kind.value == "programme")
    programme.data["costs"] = "Alleen voor begeleiders."
    assert dict(participants_pages(content, tmp_path / "root")) == before
    programme.data["cost"] = "Elf euro"
    assert dict(participants_pages(content, tmp_path / "root")) != before
