"""`kring print` looks at what is asked for before it tells anything else; a build of two sites warns of one address."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kring.command.main import cli


def printed(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["print", "--root", str(root), "--out", str(root / "print"), *arguments])


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["klein-beginn"], "Er is geen programma ‘klein-beginn’. Bedoel je ‘klein-begin’?"),
        (["xyzzy"], "Er is geen programma ‘xyzzy’. Wel: klein-begin."),
        (["klein-begin", "--session", "9"], "Programma ‘klein-begin’ heeft geen sessie 9. Wel: 1."),
        (["klein-beginn", "--language", "en"], "There is no programme ‘klein-beginn’. Did you mean ‘klein-begin’?"),
        (
            ["klein-begin", "--session", "9", "--language", "en"],
            "The programme ‘klein-begin’ has no session 9. There are: 1.",
        ),
    ],
)
def test_what_is_not_there_is_refused_in_the_chosen_language(
    arguments: list[str], expected: str, minimal_root: Path
) -> None:
    refused = printed(minimal_root, *arguments)
    assert refused.exit_code == 2
    assert expected in refused.stderr
    assert "Geen fouten" not in refused.output
    assert not (minimal_root / "print").exists()
