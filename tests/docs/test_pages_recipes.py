"""The recipes for GitHub Pages and GitLab Pages: what they run, what they upload, and what such a host then serves."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml
from tests.clone import files, kring, look_over
from tests.docs.test_docs import DOCS, fences

PAGE = DOCS / "pages/zo-doe-je-dat/pages.md"
SHOWN = "https://groep.example.org"
"""The address in the recipes, in whose place an author puts their own."""


def recipe(path: str) -> dict[str, Any]:
    text = next(fence.text for fence in fences(PAGE) if fence.path == path)
    return yaml.load(text, yaml.BaseLoader)


def github() -> tuple[list[str], str]:
    """Return the commands of the recipe in their order, and the folder that it uploads."""
    workflow = recipe(".github/workflows/pages.yml")
    assert workflow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    (job,) = workflow["jobs"].values()
    names = [step.get("uses", step.get("run")).split("@")[0] for step in job["steps"]]
    assert names.index("actions/upload-pages-artifact") < names.index("actions/deploy-pages") < len(names) - 1
    (folder,) = (step["with"]["path"] for step in job["steps"] if "upload-pages" in step.get("uses", ""))
    return [step["run"] for step in job["steps"] if "run" in step], folder


def gitlab() -> tuple[list[str], str]:
    jobs = recipe(".gitlab-ci.yml")
    order = [
        jobs[name]
        for stage in jobs["stages"]
        for name in jobs
        if isinstance(jobs[name], dict)
        if jobs[name].get("stage") == stage
    ]
    assert jobs["pages"]["artifacts"]["paths"] == ["public"]
    return [*jobs["default"]["before_script"], *(line for job in order for line in job["script"])], "public"


class PagesHost(SimpleHTTPRequestHandler):
    """As such hosts do: no headers of ours, folders by their index, and 404.html for what is not there."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a host of the kind, and the folder that it serves."""
    folder = tmp_path / "host"
    folder.mkdir()

    def handler(*arguments: Any) -> PagesHost:
        return PagesHost(*arguments, directory=str(folder))

    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", folder
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("forge", [github, gitlab])
def test_a_recipe_brings_the_participants_edition_alone_and_sees_that_it_arrived(
    forge: Any, clone: Path, host: tuple[str, Path], tmp_path: Path
) -> None:
    root, (address, served) = tmp_path / "werk", host
    assert kring(clone, "init", root, "--name", "Proef").returncode == 0
    look_over(root)
    commands, folder = forge()
    assert commands[0] == "pip install -r requirements.txt"
    assert (root / "requirements.txt").is_file()
    for command in commands[1:]:
        program, *arguments = shlex.split(command.replace(SHOWN, address))
        assert program == "kring"
        if any(argument.startswith("http") for argument in arguments):
            # The upload: these hosts leave out what begins with a dot.
            shutil.copytree(root / folder, served, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".*"))
        done = kring(clone, *arguments, cwd=root)
        assert done.returncode == 0, done.stdout + done.stderr
    assert "[deployed/header]" in done.stderr, "what such a host cannot do is said"
    assert files(served).keys() == {name for name in files(root / folder) if not name.startswith(".")}
    assert not any("facilitator" in name for name in files(served))
    assert (served / "404.html").is_file()

    (served / "index.html").write_text("<title>Oud</title>", encoding="utf-8")
    assert kring(clone, *arguments, cwd=root).returncode == 1


@pytest.mark.parametrize("forge", [github, gitlab])
def test_the_commands_are_those_that_stand_on_the_page(forge: Any) -> None:
    commands, folder = forge()
    assert [line.split()[:2] for line in commands if line.startswith("kring build")] == [["kring", "build"]]
    (build,) = (line for line in commands if line.startswith("kring build"))
    assert build == f"kring build --edition participant --out {folder}"
    assert re.search(rf"kring verify {re.escape(SHOWN)} .*--without-headers", commands[-1])
