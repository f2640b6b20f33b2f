"""Help and refusals: in Dutch unless English is asked for, in whole sentences, with what was probably meant."""

from __future__ import annotations

import re
from importlib import import_module

import click
import pytest
from click.testing import CliRunner, Result

from kring.command.bilingual import BilingualCommand, BilingualOption, chosen_language
from kring.command.main import COMMANDS, cli

NAMES = [entry.name for entry in COMMANDS]
OF_CLICK = re.compile(
    r"Usage|Options:|Commands:|Error|Show this|default:|Try '|OPTIONS|Missing|Invalid|No such|COMMAND"
)
"""Words that click brings of its own accord."""


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner(env={"KRING_LANGUAGE": None, "COLUMNS": "100"} | environment).invoke(cli, arguments)


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {}, "nl"),
        (["check"], {"LANG": "en_GB.UTF-8"}, "nl"),
        (["check"], {"KRING_LANGUAGE": "en"}, "en"),
        (["check", "--language", "nl"], {"KRING_LANGUAGE": "en"}, "nl"),
        (["--language=en", "check"], {}, "en"),
        (["check", "--language"], {}, "nl"),
        (["check", "--language", "fr"], {}, "nl"),
        (["explain", "--", "--language", "en"], {}, "nl"),
    ],
)
def test_the_language_is_dutch_unless_another_is_asked_for(
    arguments: list[str], environment: dict[str, str], expected: str
) -> None:
    assert chosen_language(arguments, environment) == expected


@pytest.mark.parametrize("command", [[], *([name] for name in NAMES)], ids=lambda command: " ".join(command) or "kring")
def test_every_command_explains_itself_in_both_languages(command: list[str]) -> None:
    dutch, english = run(*command, "--help"), run("--language", "en", *command, "-h")
    assert dutch.exit_code == english.exit_code == 0
    assert dutch.stdout.startswith("Gebruik: kring")
    assert "Opties:" in dutch.stdout
    assert not OF_CLICK.search(dutch.stdout), OF_CLICK.search(dutch.stdout)
    assert english.stdout.startswith("Usage: kring")
    assert "Options:" in english.stdout
    assert run(*command, "-h", KRING_LANGUAGE="en").stdout == english.stdout


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_every_option_of_every_command_has_words_in_both_languages(entry: object) -> None:
    command = import_module(entry.module).command
    assert isinstance(command, BilingualCommand)
    assert command.name == entry.name
    assert {"nl", "en"} == {language for language in ("nl", "en") if command.about.in_language(language).strip()}
    assert entry.summary.nl != entry.summary.en
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert isinstance(parameter, BilingualOption), parameter.name
            assert parameter.about.nl.endswith((".", ")"))
            assert parameter.about.en.endswith((".", ")"))


def test_the_help_lists_every_command_in_its_order() -> None:
    listed = re.findall(r"^  ([a-z]+)  +\S", run("-h").stdout.partition("Opdrachten:")[2], re.MULTILINE)
    assert listed == NAMES


def test_without_a_command_the_help_is_shown_and_that_is_wrong_use() -> None:
    for arguments in ([], ["--language", "nl"]):
        told = run(*arguments)
        assert told.exit_code == 2
        assert told.stderr.startswith("Gebruik: kring")


REFUSED = [
    (["bouwen"], "De opdracht ‘bouwen’ is er niet.", "There is no command ‘bouwen’."),
    (["chek"], "Bedoel je check?", "Did you mean check?"),
    (["check", "--fromat", "json"], "Bedoel je --format?", "Did you mean --format?"),
    (["check", "--zzz"], "De optie --zzz is er niet.", "There is no option --zzz."),
    (["check", "--format", "xml"], "Kies uit: text, json, github, gitlab, sarif.", "Choose from: text, json"),
    (["check", "--format"], "Achter --format hoort nog iets.", "Something belongs behind --format."),
    (["check", "--due=3"], "--due staat op zichzelf", "--due stands by itself"),
    (["check", "hier", "daar"], "Dit is te veel: hier daar", "This is too much: hier daar"),
    (["check", "--yes"], "--yes hoort bij --fix.", "--yes goes with --fix."),
    (["print"], "Zet erbij: PROGRAMMA.", "Say which: PROGRAMME."),
    (["print", "x", "--session", "nul"], "‘nul’ is geen heel getal van 1 of meer.", "not a whole number of 1 or more"),
    (["completion", "cmd"], "Kies uit: bash, zsh, fish, powershell.", "Choose from: bash"),
    (["check", "--root", "bestaat-niet"], "De map ‘bestaat-niet’ is er niet.", "There is no folder"),
    (["check", "--root", "README.md"], "is een bestand, geen map", "is a file, not a folder"),
    (["check", "--root", "buidler"], "Bedoel je ‘builder’?", "Did you mean ‘builder’?"),
]


@pytest.mark.parametrize(
    ("arguments", "dutch", "english"), REFUSED, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_wrong_use_is_told_in_the_language_that_was_chosen(
    arguments: list[str], dutch: str, english: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(request.config.rootpath)
    in_dutch, in_english = run(*arguments), run("--language", "en", *arguments)
    for told, words, start in ((in_dutch, dutch, "Fout: "), (in_english, english, "Error: ")):
        assert told.exit_code == 2
        assert told.stdout == ""
        assert words in told.stderr
        assert start in told.stderr.splitlines()[-1]
        assert f"{told.stderr.split()[1]} " in told.stderr
    assert not OF_CLICK.search(in_dutch.stderr), in_dutch.stderr
    assert in_english.stderr.startswith("Usage: kring")


def test_an_unknown_language_is_refused_wherever_it_stands() -> None:
    for told in (run("check", "--language", "fr"), run("--language=fr", "check"), run("check", KRING_LANGUAGE="fr")):
        assert told.exit_code == 2
        assert "‘fr’ kan hier niet. Kies uit: nl, en." in told.stderr


def test_the_version_is_told() -> None:
    assert re.fullmatch(r"kring, version \S+\n", run("--version").stdout)
