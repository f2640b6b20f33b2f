"""A root to break things in, and the changes that break it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kring.findings import Finding
from kring.pipeline import check

SESSION = "programs/klein-begin/sessions/beginnen.yml"
PROGRAMME = "programs/klein-begin/programme.yml"
CONFIG = "site_config.yml"
HELP = "content/help.yml"


@dataclass(frozen=True)
class Change:
    """A passage of a file that becomes another, and the one finding that follows: `line:column rule`."""

    path: str
    old: str
    new: str
    expected: str


class Root:
    """The minimal root with some of its files changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Lay files over the root."""
        for path, content in files.items():
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)

    def change(self, path: str, old: str, new: str) -> None:
        """Change one passage of a file, which must be there exactly once."""
        text = (self.folder / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {path}"
        (self.folder / path).write_text(text.replace(old, new), encoding="utf-8")

    def append(self, path: str, text: str) -> None:
        """Write `text` at the end of a file."""
        file = self.folder / path
        file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")

    def findings(self, *, preview: bool = False) -> tuple[Finding, ...]:
        """Return all that the whole checker says."""
        return check(self.folder, preview=preview).findings

    def seen(self) -> list[str]:
        """Return each finding as `path:line:column rule`."""
        return [f"{finding.span} {finding.rule}" for finding in self.findings()]
