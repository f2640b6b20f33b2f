"""The editor files of this repository are those that Kring makes of its content, and are found where they lie."""

from __future__ import annotations

import json
import os
from fnmatch import fnmatch
from pathlib import Path

from click.testing import CliRunner, Result

from kring.command.main import cli
from kring.editor.files import editor_files, write_schemas
from kring.editor.references import targets
from kring.editor.settings import FOLDER, modeline, settings
from kring.source.kinds import MARKDOWN_KINDS, Kind
from kring.source.paths import files_of
from kring.source.read import read

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = read(ROOT).documents


def test_the_committed_files_are_up_to_date() -> None:
    made = editor_files(targets(read(ROOT)))
    stale = [
        path
        for path, text in made.items()
        if path != ".vscode/kring/ids.json"  # of each author alone
        and (not (ROOT / path).is_file() or (ROOT / path).read_text("utf-8") != text)
    ]
    assert stale == [], "run kring schema; take settings.json and extensions.json away before it"


def test_no_schema_lies_there_that_nobody_makes() -> None:
    made = editor_files(targets(read(ROOT)))
    there = {f"{FOLDER}/{file.name}" for file in (ROOT / FOLDER).iterdir()}
    assert there <= made.keys()


def test_every_file_of_the_content_matches_the_pattern_of_its_kind_and_no_other() -> None:
    for document in DOCUMENTS:
        matching = [kind for kind in Kind if any(fnmatch(document.path, pattern) for pattern in files_of(kind))]
        assert matching == [document.key.kind], document.path


def test_the_settings_know_every_kind_of_yaml_file() -> None:
    schemas = settings()["yaml.schemas"]
    assert schemas.keys() == {f"./{FOLDER}/{kind.value}.json" for kind in Kind if kind not in MARKDOWN_KINDS}
    assert schemas[f"./{FOLDER}/session.json"] == ["content/sessions/*.yml", "programs/*/sessions/*.yml"]
    assert schemas[f"./{FOLDER}/homework.json"] == ["content/homework/*.yml", "programs/*/homework/*.yml"]


def test_a_modeline_leads_from_a_file_to_its_schema() -> None:
    for document in DOCUMENTS:
        line = modeline(document.key.kind, document.path)
        way = os.path.normpath(ROOT / document.path / ".." / line.partition("$schema=")[2])
        assert Path(way) == ROOT / FOLDER / f"{document.key.kind.value}.json"


def test_every_yaml_file_names_its_schema_for_editors_without_settings() -> None:
    files = [document for document in DOCUMENTS if document.key.kind not in MARKDOWN_KINDS]
    assert len(files) > 30
    lines = {document.path: document.text.split("\n")[0] for document in files}
    assert lines == {document.path: modeline(document.key.kind, document.path) for document in files}


def test_only_what_changed_is_written(minimal_root: Path) -> None:
    first = write_schemas(minimal_root)
    assert {path.name for path in first} == {"ids.json", *(f"{kind.value}.json" for kind in Kind)}
    assert write_schemas(minimal_root) == ()
    (minimal_root / "content/articles/stilte.md").write_text("---\ntitle: Stilte\nsummary: B\n---\n", encoding="utf-8")
    (changed,) = write_schemas(minimal_root)
    assert changed == minimal_root / FOLDER / "ids.json"
    assert "stilte" in json.loads(changed.read_text("utf-8"))["definitions"]["article"]["enum"]


def test_schemas_can_go_elsewhere(minimal_root: Path, tmp_path: Path) -> None:
    written = write_schemas(minimal_root, tmp_path / "schemas")
    assert {path.parent for path in written} == {tmp_path / "schemas"}
    assert not (minimal_root / FOLDER).exists()


def schema(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["schema", "--root", str(root), *arguments], prog_name="kring")


def test_the_command_writes_all_that_an_editor_needs_and_says_what_changed(minimal_root: Path) -> None:
    first = schema(minimal_root)
    assert first.exit_code == 0
    made = editor_files(targets(read(minimal_root)))
    assert {path: (minimal_root / path).read_text("utf-8") for path in made} == made
    assert [line.partition(": ")[2] for line in first.output.splitlines()] == [
        str(minimal_root / path) for path in made
    ]
    assert schema(minimal_root).output == "De schema's zijn al bij.\n"
    assert schema(minimal_root, "--language", "en").output == "The schemas are up to date.\n"
    assert schema(minimal_root, "--quiet").output == ""


def test_settings_of_ones_own_stay_as_they_are(minimal_root: Path) -> None:
    schema(minimal_root)
    for name in ("settings.json", "kring.code-snippets"):
        (minimal_root / ".vscode" / name).write_text("{}", encoding="utf-8")
    assert "kring.code-snippets" in schema(minimal_root).output
    assert (minimal_root / ".vscode/settings.json").read_text("utf-8") == "{}"
    assert (minimal_root / ".vscode/kring.code-snippets").read_text("utf-8") != "{}"


def test_the_command_writes_schemas_into_any_folder(minimal_root: Path, tmp_path: Path) -> None:
    assert schema(minimal_root, "--out", str(tmp_path / "schemas")).exit_code == 0
    assert (tmp_path / "schemas" / "session.json").is_file()
    assert not (minimal_root / ".vscode").exists()


def test_without_content_there_are_no_schemas_to_write(tmp_path: Path) -> None:
    refused = schema(tmp_path)
    assert refused.exit_code == 2
    assert "site_config.yml" in refused.output
    assert list(tmp_path.iterdir()) == []
