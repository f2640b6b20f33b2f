"""A rule about texts, with examples that are the text of an article."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.rule import Phrase, Rule

_PATH = "content/articles/voorbeeld.md"

_FRONT_MATTER = """\
---
title: Rust nemen
summary: Waarom een pauze helpt.
---
"""

_IMAGE = """\
=== content/media/kring.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"><circle cx="5" cy="5" r="4"/></svg>
"""


def prose_rule(
    id: str,
    *,
    title: Phrase,
    why: Phrase,
    message: Phrase,
    hint: Phrase,
    bad: str,
    good: str,
    hint_with: dict[str, Phrase] | None = None,
) -> Rule:
    """Return the rule `prose/<id>`; `bad` and `good` are texts, beside which the image lies that they show."""
    return Rule(
        id=f"prose/{id}",
        severity=Severity.ERROR,
        title=title,
        why=why,
        message=message,
        hint=hint,
        bad=_article(bad),
        good=_article(good),
        example_path=_PATH,
        hint_with=hint_with or {},
    )


def _article(text: str) -> str:
    article = _FRONT_MATTER + text
    return f"=== {_PATH}\n{article}{_IMAGE}" if "media:" in text else article
