"""The repository's content with its editor settings, and the language server that reads them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.clone import CONTENT, copy_repository
from tests.editor.language_server import LanguageServer
from tests.needed import lacking

from kring.editor.files import editor_files, write_changed
from kring.editor.references import targets
from kring.source.read import read

SERVER = Path(__file__).parent / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the content with the editor files that belong to it. Read only."""
    root = copy_repository(tmp_path_factory.mktemp("workspace") / "inhoud", CONTENT)
    write_changed(root, editor_files(targets(read(root))))
    return root


@pytest.fixture(scope="session")
def server(workspace: Path) -> Iterator[LanguageServer]:
    """The language server in that workspace. Without it, tests fail in CI and are skipped elsewhere."""
    if shutil.which("node") is None or not SERVER.is_file():
        lacking("there is no yaml-language-server: install Node 20 and run npm ci --prefix tests/editor")
    settings = json.loads((workspace / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    with LanguageServer(SERVER, workspace, settings) as running:
        yield running
