"""A kind of content is complete: schema, model, words of its address, a template for each edition, a sample."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from kring.editions.project import TYPES
from kring.model.entities import MODELS
from kring.pipeline import interface_words
from kring.schema.registry import schema_for
from kring.source.kinds import KINDS, MENU, Kind, KindSpec
from kring.theme_files import theme_folder

ROOT = Path(__file__).resolve().parents[1]
KRING = ROOT / "builder" / "kring"
PYTHON = sorted(KRING.rglob("*.py"))
MOST_KINDS_TOGETHER = 2
"""How many kinds stand together where something is true of just these."""

WITHOUT_PAGE = {Kind.SITE_CONFIG, Kind.HELP}
"""What stands on pages of others."""

FACILITATORS_ONLY = {Kind.ACTIVITY}
TRUE_OF_DIARIES = {
    "checks/forms.py": "a diary is a form, and draws lines of its numbers",
    "editions/sheet_facts.py": "it is a material that the sheets for others list",
    "language/periods.py": "to keep it takes minutes of every week",
    "model/forms.py": "it is a form",
    "model/sessions.py": "a session begins it",
    "pages/site_index.py": "a session that begins it leads to it",
    "print/manual.py": "the manual shows it",
    "pages/participant_site.py": "its sheets are extra ones",
    "print/session_guide.py": "a session that begins it names it",
    "print/sheets.py": "it is a sheet",
    "print/workbook.py": "there is a sheet of it for every week",
    "schema/field_names.py": "its plural is an example",
}
"""Where Python knows of diaries, beside the files that every kind needs and the words of rules, and why."""

PACKAGES = (
    "source",
    "prose",
    "schema",
    "model",
    "language",
    "checks",
    "mending",
    "editions",
    "pages",
    "site",
    "print",
    "publish",
    "preview",
    "editor",
    "starting",
    "command",
)
"""The line along which imports may point back, never forward. `rules` and single modules serve all of it."""


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_has_a_row_a_schema_and_a_model(kind: Kind) -> None:
    assert kind in KINDS
    assert schema_for(kind)["title"]
    assert MODELS[kind].KIND is kind


def test_the_rows_stand_in_the_order_of_the_kinds() -> None:
    assert list(KINDS) == list(Kind)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in WITHOUT_PAGE])
def test_a_kind_has_a_page_in_each_edition_that_shows_it(kind: Kind) -> None:
    facilitator = "guide" if kind is Kind.SESSION else kind.value
    assert (theme_folder() / "pages" / "facilitator" / f"{facilitator}.html.j2").is_file()
    if kind not in FACILITATORS_ONLY:
        assert (theme_folder() / "pages" / "participant" / f"{kind.value}.html.j2").is_file()


@pytest.mark.parametrize("kind", MENU)
def test_what_menus_gather_has_a_heading_and_is_shown(kind: Kind) -> None:
    assert interface_words("nl")(f"nav.{kind.value}")
    assert (kind in TYPES) == (kind not in FACILITATORS_ONLY)


def test_every_column_of_the_table_is_read_somewhere() -> None:
    columns = {name for name, value in vars(KindSpec).items() if not name.startswith("_") and not callable(value)}
    read = {
        node.attr
        for path in PYTHON
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
    }
    assert {"dutch", "path", "suffix", "must_be_used", "in_menu"} <= columns
    assert columns - read == set()


def references(schema: object) -> set[str]:
    """Return all that fields of `schema` refer to."""
    if isinstance(schema, list):
        return set().union(*map(references, schema))
    if not isinstance(schema, dict):
        return set()
    own = {schema["x-ref"]} if isinstance(schema.get("x-ref"), str) else set()
    return own.union(*map(references, schema.values()))


def test_the_table_says_what_the_schemas_say_of_references() -> None:
    referred = set().union(*(references(schema_for(kind)) for kind in Kind)) & set(Kind)
    assert {kind for kind, spec in KINDS.items() if spec.by_field} == referred


def test_no_other_module_has_a_table_of_kinds() -> None:
    tables = []
    for path in PYTHON:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            items = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", ())
            kinds = [ast.unparse(item) for item in items if item is not None]
            if sum(item.startswith("Kind.") for item in kinds) > MOST_KINDS_TOGETHER:
                tables.append(path.relative_to(KRING).as_posix())
    assert sorted(tables) == ["command/next_steps.py", "source/kinds.py"]


def files_of_an_entity() -> list[str]:
    """Return the files that a new entity needs, as `builder/README.md` lists them."""
    section = (ROOT / "builder" / "README.md").read_text(encoding="utf-8").partition("## A new entity")[2]
    return re.findall(r"^\| `([^`]+)` \|", section.partition("\n## ")[0], re.MULTILINE)


def of(kind: Kind, listed: str) -> str:
    """Return the path of a file of the list for one kind."""
    suffix = KINDS[kind].suffix if "templates" in listed else ".yml"
    model = MODELS[kind].__module__.rpartition(".")[2]
    return listed.replace("<kind>.yml", f"<kind>{suffix}").replace("<kind>", kind.value).replace("<model>", model)


def test_a_new_entity_takes_at_most_fifteen_files() -> None:
    assert 10 < len(files_of_an_entity()) <= 15


@pytest.mark.parametrize("kind", [kind for kind in MENU if kind not in FACILITATORS_ONLY])
def test_every_kind_that_menus_gather_stands_in_each_file_of_the_list(kind: Kind) -> None:
    names = re.compile(rf"{kind.value}|{MODELS[kind].__name__}|{kind.name}")
    for listed in files_of_an_entity():
        path = of(kind, listed)
        is_own = "<kind>" in listed or listed.endswith("_nl.yml")
        assert is_own or names.search((ROOT / path).read_text(encoding="utf-8")), path
        assert (ROOT / path).is_file()


def test_a_kind_is_known_nowhere_else_but_for_what_is_true_of_it_alone() -> None:
    word = re.compile(r"(?<![a-z])diar(?:y|ies)(?![a-z])", re.IGNORECASE)
    listed = {of(Kind.DIARY, file) for file in files_of_an_entity()}
    found = {path.relative_to(ROOT).as_posix() for path in PYTHON if word.search(path.read_text(encoding="utf-8"))}
    elsewhere = {path.removeprefix("builder/kring/") for path in found - listed}
    assert {path for path in elsewhere if not path.startswith("rules/")} == TRUE_OF_DIARIES.keys()


def test_imports_run_one_way() -> None:
    wrong = []
    for path in PYTHON:
        package = path.relative_to(KRING).parts[0]
        if package not in PACKAGES:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("kring."):
                other = node.module.split(".")[1]
                if other in PACKAGES and PACKAGES.index(other) > PACKAGES.index(package):
                    wrong.append(f"{path.name} imports {node.module}")
    assert wrong == []
