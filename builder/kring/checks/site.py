"""The site as a whole: required pages, the help block, which programmes are listed, and the rules that are set."""

from __future__ import annotations

from collections.abc import Iterator

from kring.checks.lost import leads
from kring.checks.severity import may_be_set
from kring.findings import Finding, Span
from kring.model.catalogue import Catalogue
from kring.model.colour import ENOUGH, least_contrast, readable
from kring.model.reading import Page
from kring.nearest import near_facts
from kring.rules import RULES
from kring.source import nodes
from kring.source.documents import Key
from kring.source.kinds import Kind
from kring.source.paths import path_of

REQUIRED_ROLES = ("privacy", "accessibility", "contact", "colophon")
"""The pages that every site needs: two by law, two so that people can reach and judge who made it."""

EMERGENCY = "112"
HELP = Key(Kind.HELP, Kind.HELP.value)


def required_pages(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield required pages that are not there, and those that are there twice."""
    entities = catalogue.entities
    pages = [page for page in entities.of(Kind.PAGE) if isinstance(page, Page)]
    some_broken = any(key.kind is Kind.PAGE for key in entities.broken)
    for role in REQUIRED_ROLES:
        found = [page for page in pages if page.role == role]
        if not found and not some_broken:
            yield Finding("site/required-page", Span("content/pages"), {"role": role})
        for page in found[1:]:
            related = (entities.place(found[0].key, "role"),)
            yield Finding("site/page-twice", entities.place(page.key, "role"), {"role": role}, related)


def help_block(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a help block that is not there, or that lacks the emergency number."""
    if catalogue.help is None:
        if HELP not in catalogue.entities.broken:
            path = path_of(HELP)
            yield Finding("site/no-help", Span(path), {"path": path})
    elif all(number.number.replace(" ", "") != EMERGENCY for number in catalogue.help.numbers):
        yield Finding("help/no-emergency-number", catalogue.entities.place(catalogue.help.key, "numbers"))


def brand_colour(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a brand's colour in which people cannot read links, buttons or the headings of books."""
    config = catalogue.config
    if config is None:
        return
    found = least_contrast(config.brand.colour)
    if found < ENOUGH:
        facts = {
            "colour": config.brand.colour,
            "found": f"{found:.1f}",
            "wanted": str(ENOUGH),
            "readable": readable(config.brand.colour),
        }
        yield Finding("site/brand-contrast", catalogue.entities.place(config.key, "brand", "colour"), facts)


def unlisted_programmes(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield published programmes that the site does not list."""
    if catalogue.config is None:
        return
    listed = {ref.id for ref in catalogue.config.programmes}
    meant = {lead.meant for lead in leads(catalogue).values()}
    for plan in catalogue.plans.values():
        if plan.programme.status == "published" and plan.id not in listed and plan.programme.key not in meant:
            place = catalogue.entities.place(plan.programme.key, "status")
            yield Finding("site/unlisted-programme", place, {"id": plan.id})


def rule_settings(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield settings of rules that do not exist, or that may not be eased."""
    config = catalogue.config
    if config is None or not config.rules:
        return
    written = catalogue.entities.documents[config.key].root.get("rules")
    assert isinstance(written, nodes.Mapping)
    for entry in written.entries:
        severity = config.rules[entry.key].severity
        if entry.key not in RULES:
            facts = {"rule": entry.key} | near_facts(entry.key, RULES)
            yield Finding("site/unknown-rule", entry.key_span, facts)
        elif not may_be_set(entry.key, severity):
            yield Finding("site/fixed-rule", entry.key_span, {"rule": entry.key, "severity": severity})
