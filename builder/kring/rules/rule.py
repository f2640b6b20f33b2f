"""What a rule is: its name, its weight, its words in two languages, and an example of each side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kring.findings import Severity


@dataclass(frozen=True, slots=True)
class Phrase:
    """The same words in Dutch and in English."""

    nl: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the words in `language` ("nl" or "en")."""
        return self.nl if language == "nl" else self.en


class ExampleOf(StrEnum):
    """What the texts `bad` and `good` of a rule show."""

    FILE = "file"  # the text of `example_path`, or of several files, each headed by a line `=== path`
    PATHS = "paths"  # paths, one a line: it is the name that is wrong
    SITUATION = "situation"  # a state of the disk, put into words; tests build it themselves


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue.

    `message` says what was found and what was expected; `hint` names one way to mend it. Both are
    templates over the facts of a finding: `{name}` is the fact as it is, `{kind:the_kind}` what it is in
    the language of the reader, in a form of `kring.rules.values`. `hint_with` maps the name of a fact that
    is not always there (a near miss, say) to the hint to use when it is.
    """

    id: str
    severity: Severity
    title: Phrase
    why: Phrase
    message: Phrase
    hint: Phrase
    bad: str
    good: str
    example_path: str = "content/activities/voorbeeld.yml"
    example_of: ExampleOf = ExampleOf.FILE
    hint_with: Mapping[str, Phrase] = field(default_factory=dict, hash=False)
    bad_encoding: str = "utf-8"
    """How `bad` is turned into bytes: other than UTF-8 where the encoding itself is the mistake."""
    may_be_eased: bool = False
    """Whether `site_config.yml` may make this error a warning or switch it off: no later step relies on it."""

    @property
    def may_be_off(self) -> bool:
        """Whether a site can do without what this rule says: it is a warning, or no later step relies on it."""
        return self.severity is Severity.WARNING or self.may_be_eased

    @property
    def may_be_allowed(self) -> bool:
        """Whether a comment may allow what it reports; not so of rules about such comments."""
        return self.may_be_off and not self.id.startswith("suppression/")

    def bad_files(self) -> dict[str, bytes]:
        """Return the files of the bad example: path → bytes."""
        return _files(self.bad, self.example_path, self.example_of, self.bad_encoding)

    def good_files(self) -> dict[str, bytes]:
        """Return the files of the good example: path → bytes."""
        return _files(self.good, self.example_path, self.example_of, "utf-8")


IN_ESCAPES = (".mp3", ".mp4")
"""Endings of example files that are no text: each byte that is no ASCII sign is written as in Python (`\\xff`)."""


def _files(text: str, path: str, example_of: ExampleOf, encoding: str) -> dict[str, bytes]:
    if example_of is ExampleOf.SITUATION:
        return {}
    if example_of is ExampleOf.PATHS:
        return {line: b"" for line in text.splitlines() if line}
    if not text.startswith("=== "):
        return {path: text.encode(encoding)}
    files: dict[str, bytes] = {}
    for part in text.removeprefix("=== ").split("\n=== "):
        name, _, content = part.partition("\n")
        if name.endswith(IN_ESCAPES):
            files[name] = content.removesuffix("\n").encode("ascii").decode("unicode_escape").encode("latin-1")
            continue
        # The line break before the next heading belongs to this file, not to the heading.
        files[name] = (content if content.endswith("\n") or not content else content + "\n").encode(encoding)
    return files
