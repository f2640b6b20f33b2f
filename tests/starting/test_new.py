"""`kring new` writes files that pass the checks, as they stand and with all that they show counting."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.clone import CONTENT, copy_repository

from kring.command import new_request, prompts
from kring.command.kind_argument import DUTCH
from kring.command.main import cli
from kring.command.next_steps import NEXT_STEPS
from kring.editor.references import targets
from kring.editor.templates import uncommented
from kring.pipeline import check
from kring.source.documents import Key
from kring.source.kinds import MARKDOWN_KINDS, Kind
from kring.source.read import read
from kring.starting.new_file import Wish, file_for, programme_with_session
from kring.starting.order import put_in_order
from kring.starting.put import put_new

PROGRAMME = "structureren-kun-je-leren"
NEW = [kind for kind in Kind if kind not in (Kind.SITE_CONFIG, Kind.HELP, Kind.GLOSSARY)]
NEEDS_ANOTHER_FILE = {
    "reference/unused",
    "homework/not-reviewed",
    "homework/never-set",
    "homework/no-briefing",
    "programme/draft-session",
}
"""What an author mends elsewhere: nothing refers to a file that has just been made."""

TO_WRITE = {"plan/still-to-write", "plan/help-not-checked"}


def new(root: Path, *arguments: str, typed: str | None = None, language: str = "nl") -> Result:
    return CliRunner().invoke(
        cli, ["new", *arguments, "--root", str(root), "--language", language], input=typed, prog_name="kring"
    )


def made(root: Path, result: Result) -> list[Path]:
    assert result.exit_code == 0, result.output
    return [Path(line.removeprefix("Gemaakt: ")) for line in result.output.splitlines() if line.startswith("Gemaakt: ")]


def rules(root: Path) -> set[str]:
    return {f"{finding.span.path} {finding.rule}" for finding in check(root).findings}


def of_files_of_their_own(found: set[str]) -> set[str]:
    return {each for each in found if each.split()[1] not in NEEDS_ANOTHER_FILE | TO_WRITE}


@pytest.fixture(scope="module")
def real_content(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str], list[Path]]:
    """The real content with a new file of every kind: its root, what was found before, and the new files."""
    root = copy_repository(tmp_path_factory.mktemp("echt") / "inhoud", CONTENT)
    before = rules(root)
    sources = read(root)
    keys = [Key(kind, f"een-{kind}", PROGRAMME if kind is Kind.SESSION else None) for kind in NEW]
    wishes = [Wish(key, {("title",): f"Slapen: {key.kind}?"}) for key in keys if key.kind is not Kind.PROGRAMME]
    wishes += programme_with_session("beter-slapen", "Beter slapen", "Kennismaken")
    found = targets(sources)
    made = [file_for(wish, found, date.today(), with_modeline=True) for wish in wishes]
    written = list(put_new(root, {path: text.encode() for path, text in made}))
    programme = next(document for document in sources.documents if document.key.kind is Kind.PROGRAMME)
    assert put_in_order(root, programme, "een-session")
    return root, before, written


def test_a_new_file_of_every_kind_passes_the_checks(real_content: tuple[Path, set[str], list[Path]]) -> None:
    root, before, _ = real_content
    assert of_files_of_their_own(rules(root) - before) == set()


def test_it_passes_them_with_all_that_it_shows_counting(
    real_content: tuple[Path, set[str], list[Path]], tmp_path: Path
) -> None:
    root, before, written = real_content
    shutil.copytree(root, tmp_path / "inhoud")
    for path in written:
        file = tmp_path / "inhoud" / path.relative_to(root)
        file.write_text(uncommented(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert of_files_of_their_own(rules(tmp_path / "inhoud") - before) == set()


@pytest.mark.parametrize("kind", NEW)
def test_it_does_so_where_there_is_little_to_refer_to(kind: Kind, minimal_root: Path) -> None:
    written = made(minimal_root, new(minimal_root, kind.value, "--guide", "--title", "Slapen: hoe lukt dat?"))
    assert of_files_of_their_own(rules(minimal_root)) == set()
    for path in written:
        path.write_text(uncommented(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert of_files_of_their_own(rules(minimal_root)) == set()


@pytest.mark.parametrize("kind", [Kind.HELP, Kind.GLOSSARY])
def test_a_file_of_which_there_is_one_comes_back_where_it_is_gone(kind: Kind, minimal_root: Path) -> None:
    there = new(minimal_root, kind.value)
    assert there.exit_code == 2
    assert f"content/{kind}.yml" in there.output
    (minimal_root / f"content/{kind}.yml").unlink()
    assert made(minimal_root, new(minimal_root, kind.value)) == [minimal_root / f"content/{kind}.yml"]
    assert check(minimal_root, preview=True).sound
    (rule,) = {finding.rule for finding in check(minimal_root).findings}
    assert rule in TO_WRITE


@pytest.mark.parametrize("kind", NEW)
def test_a_new_file_is_short_passes_the_checks_and_says_what_is_to_be_written(kind: Kind, minimal_root: Path) -> None:
    for path in made(minimal_root, new(minimal_root, kind.value, "--title", "Slapen: hoe lukt dat?")):
        text = path.read_text(encoding="utf-8")
        assert "‹VUL IN›" in text
        front = text.split("\n---\n")[0].removeprefix("---\n")
        assert not [line for line in front.splitlines() if line.lstrip().startswith("#")]
        assert of_files_of_their_own(rules(minimal_root)) == set()
    longer = made(minimal_root, new(minimal_root, kind.value, "--title", "Slapen", "--id", "ander", "--guide"))
    assert len(longer[0].read_text(encoding="utf-8").splitlines()) > len(text.splitlines())


def test_what_nobody_wrote_is_published_only_without_its_mark(minimal_root: Path) -> None:
    (session,) = made(minimal_root, new(minimal_root, "session", "--title", "Slapen"))
    assert check(minimal_root).sound, "it is a draft"
    text = session.read_text(encoding="utf-8").replace("status: draft", "status: published")
    session.write_text(text, encoding="utf-8")
    place = session.relative_to(minimal_root).as_posix()
    lines = [number for number, line in enumerate(text.splitlines(), 1) if "‹VUL IN›" in line]
    found = [finding for finding in check(minimal_root).findings if finding.rule == "plan/still-to-write"]
    assert [(finding.span.path, finding.span.start.line) for finding in found] == [(place, line) for line in lines]
    assert check(minimal_root, preview=True).sound
    session.write_text(f"# Nog doen: ‹VUL IN›\n{text.replace('‹VUL IN› ', '')}", encoding="utf-8")
    assert check(minimal_root).sound


def test_a_title_that_is_a_device_on_windows_gives_another_name(minimal_root: Path) -> None:
    assert made(minimal_root, new(minimal_root, "article", "--title", "CON")) == [
        minimal_root / "content/articles/kring-con.md"
    ]


def test_kinds_go_by_their_dutch_names_too(minimal_root: Path) -> None:
    assert made(minimal_root, new(minimal_root, "werkvorm", "--title", "Adem")) == [
        minimal_root / "content/activities/adem.yml"
    ]
    assert DUTCH.keys() == {kind.value for kind in Kind} - {"site_config"}
    assert {kind.value for kind in NEXT_STEPS} == DUTCH.keys()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["sesie"], "Bedoel je sessie?"),
        (["site_config"], "kring init"),
        (["article"], "--title"),
        (["article", "--title", "Rust"], "content/articles/rust.md"),
        (["article", "--title", "A", "--id", "Geen Id"], "kleine letters"),
        (["article", "--title", "A", "--id", "con"], "op Windows"),
        (["article", "--title", "Ru\x1bst"], "Schrijf een titel"),
        (["article", "--title", "twee\nregels"], "op één regel"),
        (["article", "--title", "???"], "--id"),
        (["session", "--title", "A", "--programme", "klein-begn"], "Bedoel je ‘klein-begin’?"),
        (["session", "--title", "A", "--after", "beginen"], "Bedoel je ‘beginnen’?"),
        (["session", "--title", "A", "--after", "beginnen", "--programme", "-"], "laat --after weg"),
        (["article", "--title", "A", "--after", "beginnen"], "--after"),
        (["module", "--title", "A", "--programme", "klein-begin"], "--programme"),
        (["page", "--title", "Klein begin"], "programs/klein-begin/programme.yml"),
        (["help", "--title", "A"], "laat --title, --id en --programme weg"),
    ],
)
def test_what_cannot_be_made_is_told_with_what_can(arguments: list[str], told: str, minimal_root: Path) -> None:
    before = sorted(minimal_root.rglob("*"))
    result = new(minimal_root, *arguments)
    assert result.exit_code == 2
    assert told in result.output
    assert sorted(minimal_root.rglob("*")) == before


def test_messages_are_in_english_too(minimal_root: Path) -> None:
    result = new(minimal_root, "article", "--title", "Rust", language="en")
    assert "This id is taken" in result.output
    result = new(minimal_root, "article", "--title", "Stilte", language="en")
    assert result.output.startswith("Made: ")


def test_without_content_there_is_nothing_to_add_to(tmp_path: Path) -> None:
    result = new(tmp_path, "article", "--title", "A")
    assert result.exit_code == 2
    assert "site_config.yml" in result.output


def test_a_session_stands_in_the_order_where_it_was_wanted(minimal_root: Path) -> None:
    assert "(dit is nu sessie 2)" in new(minimal_root, "session", "--title", "Eten").output
    assert "(dit is nu sessie 2)" in new(minimal_root, "session", "--title", "Slapen", "--after", "beginnen").output
    text = (minimal_root / "programs/klein-begin/programme.yml").read_text(encoding="utf-8")
    assert "sessions:\n  - session: beginnen\n  - session: slapen\n  - session: eten\n" in text


def test_a_session_comes_into_the_library_when_somebody_says_so(minimal_root: Path) -> None:
    result = new(minimal_root, "session", "--title", "Slapen", "--programme", "-")
    assert made(minimal_root, result) == [minimal_root / "content/sessions/slapen.yml"]
    assert "`- session: slapen`" in result.output
    assert "slapen" not in (minimal_root / "programs/klein-begin/programme.yml").read_text(encoding="utf-8")
    assert rules(minimal_root) == {"content/sessions/slapen.yml reference/unused"}


def test_where_the_order_cannot_be_written_the_author_is_told_what_to_write(minimal_root: Path) -> None:
    programme = minimal_root / "programs/klein-begin/programme.yml"
    text = programme.read_text(encoding="utf-8")
    programme.write_text(
        text.replace("sessions:\n  - session: beginnen\n", "sessions: [{session: beginnen}]\n"), encoding="utf-8"
    )
    result = new(minimal_root, "session", "--title", "Slapen")
    assert "`- session: slapen`" in result.output
    assert (minimal_root / "programs/klein-begin/sessions/slapen.yml").is_file()


def test_the_schemas_of_editors_know_the_new_file(minimal_root: Path) -> None:
    assert CliRunner().invoke(cli, ["schema", "--root", str(minimal_root)]).exit_code == 0
    (path,) = made(minimal_root, new(minimal_root, "homework", "--title", "Slapen", "--programme", "klein-begin"))
    assert path.read_text(encoding="utf-8").startswith(
        "# yaml-language-server: $schema=../../../.vscode/kring/homework.json\n"
    )
    assert "slapen" in (minimal_root / ".vscode/kring/ids.json").read_text(encoding="utf-8")


def test_without_schemas_no_file_names_one(minimal_root: Path) -> None:
    (path,) = made(minimal_root, new(minimal_root, "homework", "--title", "Slapen"))
    assert path.read_text(encoding="utf-8").startswith("title: Slapen\n")
    assert not (minimal_root / ".vscode").exists()


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (prompts, new_request):
        monkeypatch.setattr(module, "on_a_terminal", lambda: True)


@pytest.mark.usefixtures("at_a_terminal")
def test_at_a_terminal_few_questions_are_asked(minimal_root: Path) -> None:
    result = new(minimal_root, "homework", typed="klein-begin\nSlapen: hoe?\n\n")
    assert "Bij welk programma? (klein-begin; of - voor de bibliotheek, van alle programma's)" in result.output
    assert "Welke id? (zo heet het bestand) [slapen-hoe]" in result.output
    assert (minimal_root / "programs/klein-begin/homework/slapen-hoe.yml").is_file()


@pytest.mark.usefixtures("at_a_terminal")
def test_at_a_terminal_the_kind_is_asked_too(minimal_root: Path) -> None:
    result = new(minimal_root, typed="huiswerken\nhuiswerk\nklein-begin\nSlapen\n\n")
    assert "Wat wil je maken? (programma, sessie, werkvorm, huiswerk," in result.output
    assert "Bedoel je huiswerk?" in result.output
    assert (minimal_root / "programs/klein-begin/homework/slapen.yml").is_file()


def test_in_a_script_what_is_needed_is_told_with_what_there_is(minimal_root: Path) -> None:
    assert "Zet erbij: SOORT" in new(minimal_root).output
    assert new(minimal_root, "programme", "--title", "Beter slapen").exit_code == 0
    told = new(minimal_root, "session", "--title", "Eten")
    assert (told.exit_code, "Kies uit: beter-slapen, klein-begin." in told.output) == (2, True)


@pytest.mark.usefixtures("at_a_terminal")
def test_an_answer_that_cannot_be_is_asked_again(minimal_root: Path) -> None:
    result = new(minimal_root, "homework", typed="klein\n-\nSlapen\nGeen Id\nslapen-gaan\n")
    assert "Er is geen programma ‘klein’." in result.output
    assert "kleine letters" in result.output
    assert (minimal_root / "content/homework/slapen-gaan.yml").is_file()


@pytest.mark.usefixtures("at_a_terminal")
def test_a_new_programme_begins_with_a_session(minimal_root: Path) -> None:
    result = new(minimal_root, "programme", typed="Beter slapen\n\nKennismaken\n")
    assert result.exit_code == 0, result.output
    assert (minimal_root / "programs/beter-slapen/programme.yml").is_file()
    session = minimal_root / "programs/beter-slapen/sessions/eerste-sessie.yml"
    assert session.read_text(encoding="utf-8").startswith("title: Kennismaken\n")
    assert check(minimal_root, preview=True).sound


def test_markdown_has_its_front_matter_and_a_text(minimal_root: Path) -> None:
    for kind in MARKDOWN_KINDS:
        (path,) = made(minimal_root, new(minimal_root, kind.value, "--title", "Slapen"))
        head, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("---\n")
        assert head.startswith("title: Slapen\n")
        assert body.strip()
        shutil.copy(path, minimal_root)
