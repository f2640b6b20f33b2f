"""`kring init` makes a repository that passes the checks without a finding, builds, and works for who uses it."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from tests.clone import REPOSITORY, files, kring, look_over

from kring import __version__
from kring.command import prompts
from kring.command.main import cli
from kring.editor.files import editor_files
from kring.editor.references import targets
from kring.editor.settings import modeline
from kring.editor.templates import uncommented
from kring.pipeline import check
from kring.rules.phrasing import is_error
from kring.source.kinds import MARKDOWN_KINDS
from kring.source.read import read
from kring.starting.installed import pinned, requirement_from

TODAY = date.today()
NAME = "Zorg & *Welzijn*: de [Linde]"


def init(folder: Path, *arguments: str, typed: str | None = None) -> Result:
    said = ["init", str(folder), "--kring", "kring==1.2", *arguments]
    return CliRunner().invoke(cli, said, input=typed, prog_name="kring")


@pytest.fixture(scope="module")
def organisation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new repository. Read only."""
    folder = tmp_path_factory.mktemp("nieuw") / "de-linde"
    made = init(folder, "--name", NAME, "--email", "groep@linde.example", "--colour", "#7a1f5c")
    assert made.exit_code == 0, made.output
    return folder


@pytest.fixture(scope="module")
def looked_over(organisation: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, after what its README asks first. Read only."""
    root = tmp_path_factory.mktemp("nagekeken") / "de-linde"
    shutil.copytree(organisation, root)
    look_over(root)
    return root


def test_it_can_be_looked_at_at_once_and_published_when_somebody_signed(organisation: Path, looked_over: Path) -> None:
    assert check(organisation, today=TODAY, preview=True).findings == ()
    assert [(finding.rule, finding.span.path) for finding in check(organisation, today=TODAY).findings] == [
        ("plan/help-not-checked", "content/help.yml"),
        ("plan/still-to-write", "programs/voorbeeld/programme.yml"),
    ]
    checked = check(looked_over, today=TODAY)
    assert checked.findings == ()
    assert checked.sound


def test_it_is_right_with_all_that_it_shows_counting(looked_over: Path, tmp_path: Path) -> None:
    root = tmp_path / "alles"
    shutil.copytree(looked_over, root)
    for document in read(root).documents:
        path = root / document.path
        path.write_text(uncommented(path.read_text(encoding="utf-8")), encoding="utf-8")
    checked = check(root, today=TODAY)
    assert [f"{finding.span} {finding.rule}" for finding in checked.findings if is_error(finding)] == []


def test_both_sites_and_their_books_are_built(looked_over: Path, clone: Path, tmp_path: Path) -> None:
    for edition in ("participant", "facilitator"):
        out = tmp_path / edition
        built = kring(clone, "build", "--root", looked_over, "--edition", edition, "--out", out)
        assert built.returncode == 0, built.stderr
        assert (out / "voorbeeld" / "index.html").is_file()
        assert list(out.rglob("*.pdf"))


def test_answers_stand_where_they_belong_and_are_no_markup(organisation: Path) -> None:
    config = yaml.safe_load((organisation / "site_config.yml").read_text(encoding="utf-8"))
    assert config["organisation"]["name"] == NAME
    assert config["contact"]["email"] == "groep@linde.example"
    assert config["brand"]["colour"] == "#7a1f5c"
    privacy = (organisation / "content/pages/privacy.md").read_text(encoding="utf-8")
    assert r"Zorg & \*Welzijn\*: de \[Linde\]" in privacy
    # Bytes of a book that another test printed may look like anything.
    written = {path: data for path, data in files(organisation).items() if not path.endswith(".pdf")}
    assert not [path for path, data in written.items() if "«".encode() in data]
    assert (organisation / "requirements.txt").read_text(encoding="utf-8").endswith("\nkring==1.2\n")


def test_editors_have_their_settings_and_schemas(organisation: Path) -> None:
    sources = read(organisation)
    for path, text in editor_files(targets(sources)).items():
        assert (organisation / path).read_text(encoding="utf-8") == text, path
    for document in sources.documents:
        if document.key.kind not in MARKDOWN_KINDS:
            assert document.text.split("\n")[0] == modeline(document.key.kind, document.path)


def test_a_folder_with_something_in_it_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Lieve groep", encoding="utf-8")
    refused = init(tmp_path)
    assert refused.exit_code == 2
    assert "is niet leeg" in refused.output
    assert list(files(tmp_path)) == ["brief.txt"]
    in_english = init(tmp_path, "--language", "en")
    assert "is not empty" in in_english.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--colour", "groen"], "Schrijf een kleur als #"),
        (["--colour", "#ffd200"], "zoals #8c7200"),
        (["--email", "geen-adres"], "Schrijf een e-mailadres"),
        (["--name", "twee\nregels"], "op één regel"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(arguments: list[str], told: str, tmp_path: Path) -> None:
    refused = init(tmp_path / "nieuw", *arguments)
    assert refused.exit_code == 2
    assert told in refused.output
    assert not (tmp_path / "nieuw").exists()


def test_in_a_script_nothing_is_asked(tmp_path: Path) -> None:
    made = init(tmp_path / "de-linde")
    assert made.exit_code == 0
    assert "?" not in made.output.split("Lees eerst")[0]
    config = yaml.safe_load((tmp_path / "de-linde/site_config.yml").read_text(encoding="utf-8"))
    assert config["organisation"]["name"] == "De linde"


def test_at_a_terminal_three_questions_are_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prompts, "on_a_terminal", lambda: True)
    made = init(tmp_path / "nieuw", typed="De Linde\n\ngroen\n#336699\n")
    assert made.exit_code == 0, made.output
    assert "Schrijf een kleur als #" in made.output
    config = yaml.safe_load((tmp_path / "nieuw/site_config.yml").read_text(encoding="utf-8"))
    assert config["organisation"]["name"] == "De Linde"
    assert config["brand"]["colour"] == "#336699"


def test_at_a_terminal_the_folder_is_asked_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    asked = CliRunner().invoke(cli, ["init"], prog_name="kring")
    assert (asked.exit_code, "Zet erbij: MAP" in asked.output) == (2, True)
    monkeypatch.setattr(prompts, "on_a_terminal", lambda: True)
    asked = CliRunner().invoke(cli, ["init", "--kring", "kring==1.2"], input="groepen\n\n\n\n", prog_name="kring")
    assert "Hoe heet de nieuwe map?" in asked.output
    assert (tmp_path / "groepen" / "site_config.yml").is_file()


def commands_of(recipe: Path) -> list[list[str]]:
    """Return every command of ours that a recipe runs."""
    lines = re.findall(r"(?:run:|-|entry:) (kring .*)$", recipe.read_text(encoding="utf-8"), re.MULTILINE)
    return [line.split()[1:] for line in lines]


RECIPES = [".github/workflows/kring.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml"]


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_runs_commands_that_exist(recipe: str, organisation: Path) -> None:
    commands = commands_of(organisation / recipe)
    assert len(commands) >= 2
    for name, *options in commands:
        command = cli.get_command(None, name)
        assert command is not None
        known = {option for parameter in command.params for option in parameter.opts}
        assert {option for option in options if option.startswith("--")} <= known


@pytest.mark.parametrize("recipe", RECIPES)
def test_the_commands_of_a_recipe_do_their_work(recipe: str, looked_over: Path, clone: Path, tmp_path: Path) -> None:
    root = tmp_path / "inhoud"
    shutil.copytree(looked_over, root)
    for arguments in commands_of(root / recipe):
        done = kring(clone, *arguments, cwd=root)
        assert done.returncode == 0, (arguments, done.stderr)
    uploads = {"site-deelnemers", "site-begeleiders"} if "build" in (root / recipe).read_text("utf-8") else set()
    for folder in uploads:
        assert (root / folder / "index.html").is_file()


@pytest.mark.parametrize("recipe", RECIPES[:2])
def test_each_site_is_a_package_of_its_own(recipe: str, organisation: Path) -> None:
    text = (organisation / recipe).read_text(encoding="utf-8")
    for edition, folder in (("participant", "site-deelnemers"), ("facilitator", "site-begeleiders")):
        job = yaml.safe_load(text)["jobs"][edition] if "jobs:" in text else yaml.safe_load(text)[edition]
        other = "site-begeleiders" if folder == "site-deelnemers" else "site-deelnemers"
        assert folder in str(job)
        assert other not in str(job)
        assert f"--edition {edition} --out {folder}" in str(job)


def test_what_is_built_stays_out_of_git(organisation: Path, tmp_path: Path) -> None:
    root = tmp_path / "inhoud"
    shutil.copytree(organisation, root)
    for made in ("site/participant/index.html", "site-deelnemers/index.html", "print/boek.pdf", ".venv/x"):
        (root / made).parent.mkdir(parents=True, exist_ok=True)
        (root / made).write_text("x", encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", root], check=True)
    told = subprocess.run(
        ["git", "-C", root, "status", "--porcelain", "--untracked-files=all"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    # Ids change with every new file: two authors who each made one would be in each other's way.
    kept = files(organisation).keys() - {".vscode/kring/ids.json"}
    assert sorted(line[3:] for line in told.stdout.splitlines()) == sorted(kept)


def test_what_came_from_an_index_or_from_git_is_installed_from_there() -> None:
    assert requirement_from(None) == f"kring=={__version__}"
    origin = '{"url": "https://git.example/kring.git", "vcs_info": {"vcs": "git", "commit_id": "abc123"}}'
    assert requirement_from(origin) == "kring @ git+https://git.example/kring.git@abc123"


@pytest.mark.parametrize(
    "origin",
    ['{"url": "file:///kring", "dir_info": {"editable": true}}', '{"url": "file:///k.whl", "archive_info": {}}'],
)
def test_for_what_nobody_else_has_no_index_is_trusted(
    origin: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert requirement_from(origin) is None
    monkeypatch.setattr("kring.command.init.package", lambda: None)
    refused = CliRunner().invoke(cli, ["init", str(tmp_path / "nieuw")], prog_name="kring")
    assert (refused.exit_code, "python3 builder init" in refused.output) == (2, True)
    assert not (tmp_path / "nieuw").exists()


def test_from_a_clone_kring_comes_along_and_everything_has_a_hash(tmp_path: Path) -> None:
    made = CliRunner().invoke(cli, ["init", str(tmp_path / "nieuw")], prog_name="kring")
    assert made.exit_code == 0, made.output
    (wheel,) = (tmp_path / "nieuw/vendor").iterdir()
    text = (tmp_path / "nieuw/requirements.txt").read_text(encoding="utf-8")
    assert f"./vendor/{wheel.name} \\\n    --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n" in text
    assert text.rstrip().endswith(pinned(REPOSITORY, "kring"))
    assert "kring==" not in text
