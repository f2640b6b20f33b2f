"""`kring check --fix`: show what would change, ask, change it, and look again."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.text import Text

from kring.command.reporters.report import Report
from kring.command.reporters.terminal import print_report
from kring.command.streams import on_a_terminal
from kring.mending.apply import difference, mendable, mended
from kring.mending.files import read_back, remove_old_cache, write_back
from kring.pipeline import Checked
from kring.rules.rule import Phrase
from kring.source import old_cache as old

ROUNDS = 20
"""How often what was mended is looked at again: mending one mistake can bring another to light."""

_NOTHING = Phrase("Er is niets dat Kring zelf kan herstellen.", "There is nothing that Kring can mend itself.")
_CAN_MEND = (
    Phrase("Dit kan Kring zelf herstellen (1 melding):", "This Kring can mend itself (1 finding):"),
    Phrase("Dit kan Kring zelf herstellen ({} meldingen):", "This Kring can mend itself ({} findings):"),
)
_QUESTION = Phrase("Zal ik dit zo opschrijven? [j/N] ", "Shall I write it down so? [y/N] ")
_YES = frozenset({"j", "ja", "y", "yes"})
_UNCHANGED = Phrase("Er is niets veranderd.", "Nothing has been changed.")
_SAY_YES = Phrase(
    "Er is niets veranderd. Met --yes erbij wordt het opgeschreven.",
    "Nothing has been changed. With --yes it will be written down.",
)
_MENDED = (Phrase("1 bestand hersteld.", "1 file mended."), Phrase("{} bestanden hersteld.", "{} files mended."))
_STYLES = {"---": "bold", "+++": "bold", "@@": "cyan", "-": "red", "+": "green"}


def fix(
    root: Path, checked: Checked, look: Callable[[], Checked], out: Console, language: str, *, yes: bool
) -> Checked:
    """Mend what can be mended in the files under `root`, after asking; return what is left to report.

    Where nobody can be asked and `yes` is not given, the difference is shown and the command left with status 1.
    """
    changed: set[str] = set()
    for _ in range(ROUNDS):
        chosen = mendable(checked.findings)
        before = read_back(root, checked.texts, chosen)
        after = mended(before, chosen)
        old_cache = [each for each in checked.findings if each.rule == old.RULE and "other" not in each.facts]
        if not after and not old_cache:
            break
        _show(out, before, after, len(chosen) + len(old_cache), language)
        if old_cache:
            out.print(Text(f"--- {old.FOLDER}/", style=_STYLES["---"]))
        if not yes and not on_a_terminal():
            out.print(_SAY_YES.in_language(language))
            sys.exit(1)
        if not yes and not _agreed(language):
            out.print(_UNCHANGED.in_language(language))
            return checked
        refused = write_back(root, before, after)
        if old_cache:
            refused += remove_old_cache(root)
            changed.add(old.FOLDER)
        if refused:
            print_report(out, Report(refused, {}, language))
            sys.exit(1)
        changed |= after.keys()
        checked = look()
    said = _MENDED[len(changed) > 1] if changed else _NOTHING
    out.print(said.in_language(language).format(len(changed)))
    return checked


def _show(out: Console, before: dict[str, bytes], after: dict[str, bytes], number: int, language: str) -> None:
    out.print(Text(_CAN_MEND[number > 1].in_language(language).format(number), style="bold"))
    for path, data in after.items():
        for line in difference(path, before[path], data).splitlines():
            style = next((style for start, style in _STYLES.items() if line.startswith(start)), "")
            out.print(Text(line, style=style))


def _agreed(language: str) -> bool:
    sys.stderr.write(_QUESTION.in_language(language))
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in _YES
