"""What a check says in the end: findings with what mends them, as severe as the site sets them, less what it allows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kring.checks import with_severity
from kring.checks.suppressions import Suppression, unsuppressed
from kring.findings import Finding
from kring.model.configuration import SiteConfig
from kring.rules.phrasing import is_error
from kring.source.documents import Sources


@dataclass(frozen=True, slots=True)
class Report:
    """The findings so far, by place and each once, and those that a comment allows, each with that comment.

    `sources` are what they are about; `config` sets severities, and `suppressions` are what comments allow.
    """

    sources: Sources
    config: SiteConfig | None
    suppressions: tuple[Suppression, ...]
    findings: tuple[Finding, ...] = ()
    allowed: tuple[tuple[Finding, Suppression], ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether an error is among the findings."""
        return any(is_error(finding) for finding in self.findings)

    def adding(self, findings: Iterable[Finding]) -> Report:
        """Return the report with what a further step has found."""
        precise = with_severity(_with_fixes(tuple(findings), self.sources), self.config)
        new = unsuppressed(precise, self.suppressions)
        together = with_severity([*self.findings, *new.kept], self.config)
        return replace(self, findings=together, allowed=(*self.allowed, *new.allowed))


def _with_fixes(findings: Sequence[Finding], sources: Sources) -> Sequence[Finding]:
    """Return the findings as precisely as they can be said, with what mends them."""
    if not findings:
        return findings
    from kring.mending.context import FixContext  # noqa: PLC0415 -- most checks find nothing, and need none of it
    from kring.mending.fixers import with_fixes  # noqa: PLC0415

    context = FixContext(sources.texts, {document.path: document for document in sources.documents})
    return with_fixes(findings, context)
