"""The command `kring` itself: how it ends when it is Kring that is wrong."""

from __future__ import annotations

import sys

import pytest

from kring.command import main


def test_a_mistake_in_kring_is_told_as_one_and_has_a_status_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(**_: str) -> None:
        raise KeyError("segments.nergens")

    monkeypatch.setattr(main, "cli", broken)
    monkeypatch.setattr(sys, "argv", ["kring", "check"])
    monkeypatch.delenv("KRING_LANGUAGE", raising=False)
    with pytest.raises(SystemExit) as left:
        main.main()
    told = capsys.readouterr()
    assert left.value.code == 3
    assert "KeyError: 'segments.nergens'" in told.err
    assert told.err.rstrip().endswith("wie Kring voor je bijhoudt.")
    assert told.out == ""
