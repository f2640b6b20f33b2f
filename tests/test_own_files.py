"""Kring writes and removes in one module, and that refuses links; no other place opens a file for writing."""

from __future__ import annotations

import ast
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.clone import files

import kring
from kring import own_files
from kring.build import build
from kring.command.main import cli
from kring.own_files import LinkInTheWay

Act = Callable[[Path, str], object]

ACTS: dict[str, Act] = {
    "write": lambda base, path: own_files.write(base, path, b"van ons"),
    "write new": lambda base, path: own_files.write(base, path, b"van ons", new=True),
    "write whole": lambda base, path: own_files.write_whole(base, path, b"van ons"),
    "open": lambda base, path: own_files.open_file(base, path, os.O_RDWR),
    "make": own_files.make_folder,
    "remove": own_files.remove,
    "move from": lambda base, path: own_files.move(base, path, "nieuw"),
    "move to": lambda base, path: own_files.move(base, "oud", path),
}


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A folder with links to a file and a folder of somebody else, and one that leads nowhere."""
    (tmp_path / "theirs/map").mkdir(parents=True)
    (tmp_path / "theirs/map/brief").write_bytes(b"van een ander")
    (tmp_path / "base").mkdir()
    (tmp_path / "base/oud").write_bytes(b"oud")
    (tmp_path / "base/folder").symlink_to(tmp_path / "theirs/map")
    (tmp_path / "base/file").symlink_to(tmp_path / "theirs/map/brief")
    (tmp_path / "base/nowhere").symlink_to(tmp_path / "theirs/map/niets")
    return tmp_path / "base"


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
@pytest.mark.parametrize("path", ["file", "folder", "nowhere", "folder/brief", "folder/nieuw", "folder/a/b"])
def test_a_link_is_refused_and_nothing_changes(base: Path, act: Act, path: str) -> None:
    before = files(base.parent)
    with pytest.raises(LinkInTheWay) as refused:
        act(base, path)
    assert refused.value.filename == str(base / path.partition("/")[0])
    assert files(base.parent) == before
    assert sorted(found.name for found in base.iterdir()) == ["file", "folder", "nowhere", "oud"]


@pytest.mark.parametrize("path", ["../theirs/x", "a/../../x", "/x"])
def test_no_path_leads_out_of_its_folder(base: Path, path: str) -> None:
    for act in ACTS.values():
        with pytest.raises(ValueError, match="not a path below a folder"):
            act(base, path)


def test_a_folder_that_is_a_link_is_not_removed_and_of_links_in_one_only_the_links_go(base: Path) -> None:
    before = files(base.parent / "theirs")
    assert isinstance(own_files.remove_folder(base, "folder"), LinkInTheWay)
    assert own_files.remove_folder(base.parent, "base") is None
    assert not base.exists()
    assert files(base.parent / "theirs") == before


def test_a_base_that_is_a_link_is_a_base(base: Path, tmp_path: Path) -> None:
    (tmp_path / "way").symlink_to(base)
    own_files.write_whole(tmp_path / "way", "a/b", b"hier")
    assert (base / "a/b").read_bytes() == b"hier"


def test_where_a_link_is_made_between_the_look_and_the_opening_it_is_not_followed(
    base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not hasattr(os, "O_NOFOLLOW"):
        pytest.skip("this system has no such way to open a file")
    monkeypatch.setattr(own_files, "is_link", lambda _: False)
    with pytest.raises(OSError, match="symbolic"):
        own_files.write(base, "file", b"van ons")
    assert (base.parent / "theirs/map/brief").read_bytes() == b"van een ander"


def test_a_file_that_cannot_take_its_place_leaves_no_half(base: Path) -> None:
    (base / "map/x").mkdir(parents=True)
    with pytest.raises(OSError, match="map"):
        own_files.write_whole(base, "map", b"x")
    assert [path.name for path in base.iterdir() if own_files.HALF.fullmatch(path.name)] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_a_file_keeps_its_rights(base: Path) -> None:
    (base / "oud").chmod(0o640)
    own_files.write_whole(base, "oud", b"nieuw", synced=True)
    assert stat.S_IMODE((base / "oud").stat().st_mode) == 0o640
    assert (base / "oud").read_bytes() == b"nieuw"


def run(*arguments: str | Path) -> Result:
    return CliRunner(env={"KRING_LANGUAGE": None, "COLUMNS": "300"}).invoke(cli, [str(each) for each in arguments])


def new_session(root: Path) -> Result:
    return run("new", "session", "--title", "Rust nemen", "--programme", "klein-begin", "--root", root)


COMMANDS: dict[str, tuple[str, Callable[[Path], Result]]] = {
    "build": ("site", lambda root: run("build", "--root", root)),
    "build in a folder of the root": ("uit", lambda root: run("build", "--root", root, "--out", root / "uit/site")),
    "build beside a lock": (".site.kring-lock", lambda root: run("build", "--root", root)),
    "build after one that was killed": (".site.kring-previous", lambda root: run("build", "--root", root)),
    "print": ("print", lambda root: run("print", "klein-begin", "--root", root, "--out", root / "print")),
    "print a book": (
        "print/klein-begin-werkboek.pdf",
        lambda root: run("print", "klein-begin", "--root", root, "--out", root / "print"),
    ),
    "schema": (".vscode", lambda root: run("schema", "--root", root)),
    "schema of a kind": (".vscode/kring/session.json", lambda root: run("schema", "--root", root)),
    "schema elsewhere": ("weg", lambda root: run("schema", "--root", root, "--out", root / "weg")),
    "schema below a link": ("weg", lambda root: run("schema", "--root", root, "--out", root / "weg/hier")),
    "new": ("programs/klein-begin/sessions/rust-nemen.yml", new_session),
    "new in a folder": ("content/diaries", lambda root: run("new", "diary", "--title", "Ver", "--root", root)),
    "check": ("verslag", lambda root: run("check", "--root", root, "--output", root / "verslag")),
    "check in a folder": ("weg", lambda root: run("check", "--root", root, "--output", root / "weg/verslag")),
}
"""What a command writes → the place that is a link, and the command."""


@pytest.mark.parametrize("leads", ["to a file", "to a folder", "nowhere"])
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_writes_through_a_link_below_the_root(
    minimal_root: Path, tmp_path: Path, command: str, leads: str
) -> None:
    place, act = COMMANDS[command]
    theirs = tmp_path / "theirs"
    (theirs / "map").mkdir(parents=True)
    (theirs / "map/brief.pdf").write_bytes(b"van een ander")
    link = minimal_root / place
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to({"to a file": theirs / "map/brief.pdf", "to a folder": theirs / "map"}.get(leads, theirs / "x"))
    before = files(theirs)
    told = act(minimal_root)
    assert files(theirs) == before
    assert link.is_symlink()
    # A name that is taken, or a file where a folder is needed, is refused as that before anybody looks for links.
    assert told.exit_code == 1 or (told.exit_code == 2 and "Fout: " in told.stderr), told.output
    assert told.exit_code == 2 or "[output/symlink]" in told.output
    assert Path(place).name in told.output


def test_a_root_that_is_reached_by_links_can_be_built(minimal_root: Path, tmp_path: Path) -> None:
    (tmp_path / "above").symlink_to(minimal_root.parent)
    (tmp_path / "way").symlink_to(tmp_path / "above" / minimal_root.name)
    assert build(tmp_path / "way", tmp_path / "way/site").sound
    assert (minimal_root / "site/participant/index.html").is_file()
    assert run("schema", "--root", tmp_path / "way").exit_code == 0


WRITING = {
    *("write_bytes", "write_text", "mkdir", "touch", "unlink", "rmdir", "rename", "chmod", "symlink_to", "hardlink_to"),
    *("rmtree", "copy", "copyfile", "copytree", "makedirs", "mkstemp", "mkdtemp", "fdopen", "save"),
    *("TemporaryDirectory", "TemporaryFile", "NamedTemporaryFile"),
}
"""Names of what writes, moves or removes; `copy` counts where it is one of `shutil`."""

ELSEWHERE = {
    ("print/typst_engine.py", "TemporaryDirectory"): "a folder that Python makes anew, and removes without following",
    ("starting/installed.py", "TemporaryDirectory"): "the same",
    ("publish/exchange.py", "open"): "opens what this build has just written, to have the disk hold it",
    ("publish/exchange.py", "rename"): "the exchange in one step, of two places that were looked at",
    ("model/photograph.py", "save"): "into memory",
}
"""File and call → why that is no writing through a link."""

MODE = re.compile(r"[rbt]*[wax+][wax+bt]*")

SOURCES = Path(kring.__file__).parent


def writing(source: str) -> Iterator[str]:
    """Yield the name of each call of a module that writes, moves or removes something on a disk."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        function, arguments = node.func, [*node.args, *(keyword.value for keyword in node.keywords)]
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        module = function.value.id if isinstance(function, ast.Attribute) and hasattr(function.value, "id") else ""
        words = {word for argument in arguments for word in ast.walk(argument)}
        modes = [str(word.value) for word in words if isinstance(word, ast.Constant)]
        flags = {word.attr for word in words if isinstance(word, ast.Attribute)}
        if name == "open":
            if flags & {"O_CREAT", "O_WRONLY", "O_RDWR"} or any(MODE.fullmatch(mode) for mode in modes):
                yield name
        elif name == "replace":  # of a path; a text is given two arguments, a value is given names
            if module == "os" or (isinstance(function, ast.Attribute) and len(node.args) == 1 and not node.keywords):
                yield name
        elif name in {"remove", "copy", "move"}:
            if module in {"os", "shutil"}:
                yield name
        elif name in WRITING:
            yield name


def test_no_other_place_writes_or_removes() -> None:
    found = {
        (path.relative_to(SOURCES).as_posix(), name)
        for path in SOURCES.rglob("*.py")
        if path != Path(own_files.__file__)
        for name in writing(path.read_text(encoding="utf-8"))
    }
    assert found == set(ELSEWHERE)


@pytest.mark.parametrize(
    "line",
    [
        "path.write_bytes(b'')",
        "path.open('w')",
        "open(path, mode='ab')",
        "os.open(path, os.O_RDWR | os.O_CREAT)",
        "path.replace(other)",
        "os.replace(path, other)",
        "os.remove(path)",
        "shutil.rmtree(path)",
        "shutil.copy(path, other)",
        "path.mkdir()",
        "tempfile.mkstemp()",
    ],
)
def test_each_way_to_write_is_seen(line: str) -> None:
    assert len(list(writing(line))) == 1


@pytest.mark.parametrize(
    "line",
    ["path.open('rb')", "open(path)", "os.open(path, os.O_RDONLY)", "text.replace('a', 'b')", "names.remove(name)"],
)
def test_what_only_reads_is_not(line: str) -> None:
    assert list(writing(line)) == []
