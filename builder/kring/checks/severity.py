"""How much findings weigh in this site: the severities of `site_config.yml`, one order, nothing twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kring.findings import MOST_SHOWN, Finding, Severity
from kring.model.configuration import RuleSetting, SiteConfig
from kring.rules import RULES
from kring.rules.phrasing import is_error

OFF = "off"


def with_severity(findings: Iterable[Finding], config: SiteConfig | None) -> tuple[Finding, ...]:
    """Return the findings with the severities that `config` sets, by place, each once."""
    settings = (config.rules if config is not None else None) or {}
    kept: dict[object, Finding] = {}
    for finding in findings:
        if (known := _with_severity(finding, settings)) is not None:
            kept.setdefault((finding.rule, finding.span, tuple(sorted(finding.facts.items()))), known)
    return tuple(sorted(kept.values(), key=lambda finding: finding.place))


def limited(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings, of each file as many as are shown: the first, errors first; and that there are more."""
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.span.path, []).append(finding)
    kept: list[Finding] = []
    for found in by_file.values():
        shown = sorted(found, key=lambda finding: not is_error(finding))[:MOST_SHOWN]
        kept += shown
        if len(found) > len(shown):
            last = max(finding.span for finding in shown)
            kept.append(Finding("file/too-many-findings", last, {"limit": str(MOST_SHOWN)}))
    return tuple(sorted(kept, key=lambda finding: finding.place))


def may_be_set(rule: str, severity: str) -> bool:
    """Tell whether `site_config.yml` may set a rule so: an error can be eased only where no later step relies on it."""
    return severity == Severity.ERROR or RULES[rule].may_be_off


def _with_severity(finding: Finding, settings: Mapping[str, RuleSetting]) -> Finding | None:
    setting = settings.get(finding.rule)
    if setting is None or not may_be_set(finding.rule, setting.severity):
        return finding
    return None if setting.severity == OFF else replace(finding, severity=Severity(setting.severity))
