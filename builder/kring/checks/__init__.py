"""Cross-checks: what only shows when all files lie side by side. One function a rule, or a few that go together.

Only `check_dates` depends on the clock. Nothing is said about what depends on a file with mistakes of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from kring.checks import (
    agenda,
    dates,
    forms,
    homework,
    hosts,
    identities,
    language,
    media,
    printed,
    programme,
    questionnaires,
    references,
    session_numbers,
    site,
    texts,
    unused,
)
from kring.checks.severity import limited, with_severity
from kring.findings import Finding
from kring.model.catalogue import Catalogue
from kring.model.questionnaires import Questionnaire
from kring.source.kinds import Kind

__all__ = [
    "CHECKS",
    "check_catalogue",
    "check_dates",
    "check_language",
    "limited",
    "with_severity",
]

Check = Callable[[Catalogue], Iterator[Finding]]


def within_questionnaires(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield what does not fit together within a questionnaire."""
    for entity in catalogue.entities.of(Kind.QUESTIONNAIRE):
        if isinstance(entity, Questionnaire):
            for check in questionnaires.CHECKS:
                yield from check(entity)


CHECKS: tuple[Check, ...] = (
    # First, since it parses every text: what reads texts after it finds them in the cache.
    texts.texts,
    identities.duplicate_ids,
    identities.sessions_listed_twice,
    identities.sessions_of_one_title,
    identities.shadowed,
    identities.former_ids,
    references.dangling,
    references.unknown_steps,
    references.unknown_terms,
    references.unknown_headings,
    references.missing_media,
    unused.unused,
    media.unusable_images,
    media.unusable_recordings,
    media.refused_kinds,
    media.other_kinds,
    media.captions_of_nothing,
    media.shown_as_image,
    forms.limits,
    forms.scale_steps,
    forms.unfitting_parts,
    forms.unknown_fields,
    forms.impossible_answers,
    forms.cycles,
    forms.drawn_fields,
    within_questionnaires,
    printed.materials_without_a_sheet,
    printed.long_cards,
    programme.facilitators,
    programme.group_size,
    programme.ranges,
    programme.sign_off,
    programme.drafts,
    programme.summary,
    programme.change_log,
    programme.essentials,
    programme.measured_sessions,
    programme.own_session_overridden,
    session_numbers.doubled,
    agenda.minutes,
    agenda.minutes_despite_a_gap,
    agenda.least_minutes,
    agenda.personal_goal,
    agenda.breaks,
    agenda.closing,
    agenda.room_to_cut,
    agenda.never_shown,
    homework.not_reviewed,
    homework.reviewed_without_being_set,
    homework.briefing,
    site.required_pages,
    site.help_block,
    hosts.one_host,
    hosts.links_to_facilitators,
    site.brand_colour,
    site.unlisted_programmes,
    site.rule_settings,
)
"""Every cross-check but those of language, in the order in which they are asked."""

CHECKS_OF_LANGUAGE: tuple[Check, ...] = (language.plain_words, language.heavy_weeks)
"""Those that ask how plain the words are. They take longer than all others together."""


def check_catalogue(catalogue: Catalogue) -> list[Finding]:
    """Return what is wrong among the entities of a catalogue, but for the language of their texts."""
    return [finding for check in CHECKS for finding in check(catalogue)]


def check_language(catalogue: Catalogue) -> list[Finding]:
    """Return what could be said in plainer words, or asked in smaller portions."""
    return [finding for check in CHECKS_OF_LANGUAGE for finding in check(catalogue)]


def check_dates(catalogue: Catalogue, today: date, *, due: bool = False) -> list[Finding]:
    """Return which reviews should have been done before `today`; with `due` as errors, otherwise as warnings."""
    return list(dates.overdue(catalogue, today, due=due))
