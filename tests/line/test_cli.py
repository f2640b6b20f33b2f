"""The command line: what each command says, to whom, and with which exit status."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.clone import EDITIONS, command, environment, files, kring

PROGRAMME = "structureren-kun-je-leren"
ESCAPE = "\x1b"


def test_help_names_every_command_and_its_options(clone: Path) -> None:
    told = kring(clone, "--help")
    assert told.returncode == 0
    for name in ("init", "new", "build", "check", "serve", "print", "explain", "schema", "completion"):
        assert re.search(rf"^  {name}  +\S", told.stdout, re.MULTILINE)
        about = kring(clone, name, "-h")
        assert about.returncode == 0
        assert "--language" in about.stdout
    assert kring(clone, "--version").stdout.startswith("kring, version ")


def test_the_real_content_has_no_mistakes(clone: Path) -> None:
    checked = kring(clone, "check")
    assert checked.returncode == 0, checked.stdout
    assert checked.stderr == ""
    assert " fout [" not in checked.stdout


def test_mistakes_are_told_in_the_language_that_was_asked_for(clone: Path, minimal_root: Path) -> None:
    page = minimal_root / "content/pages/contact.md"
    page.write_text(page.read_text(encoding="utf-8").replace("role: contact", "rol: contact"), encoding="utf-8")
    in_dutch = kring(clone, "check", "--root", minimal_root)
    in_english = kring(clone, "check", "--root", minimal_root, "--language", "en")
    by_environment = kring(clone, "check", "--root", minimal_root, changes={"KRING_LANGUAGE": "en"})
    assert in_dutch.returncode == in_english.returncode == 1
    assert re.search(r"^content/pages/contact\.md:\d+:\d+  fout \[schema/", in_dutch.stdout, re.MULTILINE)
    assert re.search(r"^content/pages/contact\.md:\d+:\d+  error \[schema/", in_english.stdout, re.MULTILINE)
    assert by_environment.stdout == in_english.stdout


def test_overdue_dates_are_warnings_that_due_turns_into_errors(clone: Path, minimal_root: Path) -> None:
    block = minimal_root / "content/help.yml"
    text = re.sub(r"review_due: \S+", "review_due: 2020-01-01", block.read_text(encoding="utf-8"))
    block.write_text(re.sub(r"reviewed_on: \S+", "reviewed_on: 2019-01-01", text), encoding="utf-8")
    assert kring(clone, "check", "--root", minimal_root).returncode == 0
    assert kring(clone, "check", "--root", minimal_root, "--due").returncode == 1
    assert kring(clone, "build", "--root", minimal_root).returncode == 0, "a lapsed date blocks no correction"


def test_a_build_says_where_the_sites_are_and_nothing_else(clone: Path, tmp_path: Path) -> None:
    built = kring(clone, "build", "--out", tmp_path / "site", "--timings")
    assert built.returncode == 0
    places = [line.split(": ", 1) for line in built.stdout.splitlines()]
    assert [edition for edition, _ in places] == list(EDITIONS)
    assert all(Path(place).is_file() for _, place in places)
    steps = re.findall(r"^ *(\d+\.\d{3}) s(?:  (.+))?$", built.stderr, re.MULTILINE)
    assert [name for _, name in steps][:4] == ["read", "validate", "resolve", "check"]
    assert {"plan", "print", "sites", "publish"} <= {name for _, name in steps}
    *parts, total = (float(seconds) for seconds, _ in steps)
    assert steps[-1][1] == ""
    assert abs(sum(parts) - total) < 0.01
    assert ESCAPE not in built.stdout + built.stderr


def test_what_is_printed_alone_is_what_stands_in_the_sites(clone: Path, built_sites: Path, tmp_path: Path) -> None:
    printed = kring(clone, "print", PROGRAMME, "--out", tmp_path / "nieuw" / "map")
    assert printed.returncode == 0, printed.stderr
    paths = [Path(line) for line in printed.stdout.splitlines()]
    assert {path.name: path.read_bytes() for path in paths} == files(tmp_path / "nieuw" / "map")
    in_sites = {pdf.read_bytes() for pdf in built_sites.rglob("*.pdf") if "sessie" not in pdf.parts}
    assert len(in_sites) == 4
    assert in_sites < {path.read_bytes() for path in paths}


def test_one_session_is_printed_by_its_number(clone: Path, built_sites: Path, tmp_path: Path) -> None:
    printed = kring(clone, "print", PROGRAMME, "--session", "2", "--out", tmp_path)
    assert printed.returncode == 0, printed.stderr
    guide, pack = f"{PROGRAMME}-sessie-2.pdf", f"{PROGRAMME}-sessie-2-kopieren-en-knippen.pdf"
    assert files(tmp_path).keys() == {guide, pack}
    in_sites = [pdf.read_bytes() for pdf in built_sites.rglob("*.pdf") if "sessie" in pdf.parts]
    assert all(data in in_sites for data in files(tmp_path).values())


def test_what_does_not_go_together_is_refused(clone: Path) -> None:
    for arguments, said in (
        (["--minutes", "60"], "--minutes hoort bij één sessie"),
        (["--session", "1", "--only", "leaflet"], "laat --session weg"),
        (["--only", "taart"], "taart"),
    ):
        refused = kring(clone, "print", PROGRAMME, *arguments)
        assert refused.returncode == 2
        assert said in " ".join(refused.stderr.split())


def test_a_guide_for_fewer_minutes_ends_then(clone: Path, tmp_path: Path) -> None:
    for asked in ((), ("--minutes", "90")):
        out = tmp_path / "-".join(asked)
        assert kring(clone, "print", PROGRAMME, "--session", "3", *asked, "--out", out).returncode == 0
    usual, shorter = (
        PdfReader(tmp_path / name / f"{PROGRAMME}-sessie-3.pdf").pages[1].extract_text()
        for name in ("", "--minutes-90")
    )
    assert "15:30" in usual
    assert "15:00" in shorter
    assert "Even landen" not in shorter.split("Loopt het uit?")[0]


@pytest.mark.parametrize(
    ("arguments", "known"), [(["bestaat-niet"], PROGRAMME), ([PROGRAMME, "--session", "99"], "1, 2")]
)
def test_what_cannot_be_printed_is_told_with_what_can(
    arguments: list[str], known: str, clone: Path, tmp_path: Path
) -> None:
    refused = kring(clone, "print", *arguments, "--out", tmp_path / "print")
    assert refused.returncode == 2
    assert known in refused.stderr
    assert not (tmp_path / "print").exists()


def _at_a_terminal(clone: Path, *arguments: str | Path, answer: str = "", expected: int = 1, **changes: str) -> str:
    """Return all that a command writes to a terminal, at which `answer` is typed."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command(*arguments),
        env=environment(clone, {"TERM": "xterm-256color", **changes}),
        cwd=clone,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    os.write(ours, answer.encode())
    told = b""
    while process.poll() is None or select.select([ours], [], [], 0)[0]:
        if select.select([ours], [], [], 0.1)[0]:
            try:
                told += os.read(ours, 65_536)
            except OSError:
                break
    os.close(ours)
    assert process.wait() == expected
    return told.decode()


def test_colours_are_for_terminals_and_never_with_no_color(clone: Path, minimal_root: Path) -> None:
    (minimal_root / "content/articles/rust.md").write_text("Geen front matter.\n", encoding="utf-8")
    assert ESCAPE in _at_a_terminal(clone, "check", "--root", minimal_root)
    without = _at_a_terminal(clone, "check", "--root", minimal_root, NO_COLOR="1")
    assert "content/articles/rust.md:1:1" in without
    assert not re.search(rf"{ESCAPE}\[[0-9;]*[34]\d", without)
    piped = kring(clone, "check", "--root", minimal_root)
    assert piped.returncode == 1
    assert ESCAPE not in piped.stdout + piped.stderr


def test_at_a_terminal_fixes_are_asked_for_with_the_difference_in_colour(clone: Path, minimal_root: Path) -> None:
    session = minimal_root / "programs/klein-begin/sessions/beginnen.yml"
    text = session.read_text(encoding="utf-8")
    session.write_text(text.replace("minutes: 30\n", "minutes:30\n"), encoding="utf-8")
    refused = _at_a_terminal(clone, "check", "--root", minimal_root, "--fix", answer="n\n")
    assert f"{ESCAPE}[31m-minutes:30" in refused
    assert f"{ESCAPE}[32m+minutes: 30" in refused
    assert session.read_text(encoding="utf-8") != text
    _at_a_terminal(clone, "check", "--root", minimal_root, "--fix", answer="j\n", expected=0)
    assert session.read_text(encoding="utf-8") == text


def test_quiet_is_quiet_on_a_terminal_too(clone: Path, minimal_root: Path) -> None:
    assert _at_a_terminal(clone, "build", "--root", minimal_root, "--quiet", expected=0) == ""


def _stopped(clone: Path, *arguments: str | Path, after: bytes) -> str:
    """Return what a command says on a terminal at which Ctrl-C is typed once it has said `after`."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command(*arguments),
        env=environment(clone, {"TERM": "xterm-256color"}),
        cwd=clone,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    told = b""
    while after not in told:
        told += os.read(ours, 65_536)
    os.killpg(process.pid, signal.SIGINT)
    with suppress(OSError):  # how a terminal ends
        while more := os.read(ours, 65_536):
            told += more
    os.close(ours)
    assert process.wait(20) == 130, told.decode()
    return told.decode()


def test_long_work_shows_its_steps_and_ctrl_c_wipes_them_and_leaves_nothing_behind(clone: Path, tmp_path: Path) -> None:
    told = _stopped(clone, "build", "--out", tmp_path / "site", after=b" maken")
    assert re.search(r"\r(Pagina's|Boeken) maken(: \d+( van \d+)?)?, \d+ s *", told)
    assert re.search(r"\r +\r", told), "the line is wiped"
    assert "Traceback" not in told
    assert told.rstrip().endswith("Afgebroken.")
    assert not list(tmp_path.iterdir())


def test_ctrl_c_is_no_answer_to_a_question(clone: Path, minimal_root: Path) -> None:
    session = minimal_root / "programs/klein-begin/sessions/beginnen.yml"
    text = session.read_text(encoding="utf-8")
    session.write_text(text.replace("minutes: 30\n", "minutes:30\n"), encoding="utf-8")
    before = files(minimal_root)
    told = _stopped(clone, "check", "--fix", "--root", minimal_root, after=b"[j/N]")
    assert "Traceback" not in told
    assert told.rstrip().endswith("Afgebroken.")
    assert files(minimal_root) == before
