"""Programmes: sizes that fit, a sign-off, a change log that is up to date, and nothing essential left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType

from kring.findings import Finding, Span
from kring.model.catalogue import Catalogue
from kring.model.programmes import Programme
from kring.prose.plain_text import word_count
from kring.source.documents import Key
from kring.source.kinds import Kind

MOST_FACILITATORS = 2
"""Health insurers' policy for 2026: at most two practitioners in a group."""

GROUP_SIZES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"mental_health": (4, 12), "primary_care": (6, 12), "welfare": (4, 15), "work": (4, 15)}
)
"""Setting → the smallest and the largest group that are usual. Working norms of this house, not of research."""

MOST_WORDS = 600
"""Words of a summary."""

ESSENTIALS = ("group_agreements", "safety", "fidelity", "measurement", "rights")
"""What facilitators and participants need before a programme is given."""


def facilitators(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield programmes with more facilitators than is usual that do not say why."""
    for programme in _programmes(catalogue):
        if programme.facilitators.max > MOST_FACILITATORS and programme.facilitators.reason is None:
            place = catalogue.entities.place(programme.key, "facilitators", "max")
            facts = {"max": str(programme.facilitators.max), "most": str(MOST_FACILITATORS)}
            yield Finding("programme/facilitators", place, facts)


def group_size(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield programmes whose group is smaller or larger than is usual in their setting and that do not say why."""
    for programme in _programmes(catalogue):
        low, high = GROUP_SIZES[programme.setting]
        group = programme.group
        if group.reason is None and group.min <= group.max and (group.min < low or group.max > high):
            place = catalogue.entities.place(programme.key, "group", "min" if group.min < low else "max")
            facts = {"min": str(group.min), "max": str(group.max), "low": str(low), "high": str(high)}
            yield Finding("programme/group-size", place, facts | {"setting": programme.setting})


def ranges(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield ranges that end before they begin."""
    for programme in _programmes(catalogue):
        for name in ("group", "age", "facilitators"):
            limits = getattr(programme, name)
            if limits is not None and limits.max is not None and limits.min > limits.max:
                facts = {"min": str(limits.min), "max": str(limits.max), "field": name}
                yield Finding("range/min-over-max", catalogue.entities.place(programme.key, name, "min"), facts)


def sign_off(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield published programmes that nobody signed off."""
    for programme in _published(catalogue):
        if programme.sign_off is None:
            yield Finding("programme/no-sign-off", catalogue.entities.place(programme.key, "status"))


def drafts(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield published programmes some of whose sessions are drafts."""
    for programme in _published(catalogue):
        plan = catalogue.plans[programme.key.id]
        unfinished = [session for session in plan.sessions if session.session.status == "draft"]
        if unfinished:
            facts = {
                "sessions": ", ".join(session.session.key.id for session in unfinished),
                "count": str(len(unfinished)),
                "total": str(len(programme.sessions)),
            }
            place = unfinished[0].entry.session.span
            yield Finding("programme/draft-session", place, facts)


def summary(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield programmes whose summary is too long to be one."""
    for programme in _programmes(catalogue):
        words = word_count(programme.summary)
        if words > MOST_WORDS:
            facts = {"words": str(words), "most": str(MOST_WORDS)}
            yield Finding("programme/long-summary", catalogue.entities.place(programme.key, "summary"), facts)


def change_log(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield change logs that do not begin with the present version, or do not run from new to old."""
    entities = catalogue.entities
    for programme in _programmes(catalogue):
        newest = programme.change_log[0]
        if newest.version != programme.version:
            facts = {"version": programme.version, "newest": newest.version}
            place = entities.place(programme.key, "version")
            yield Finding("programme/change-log", place, facts, (newest.span,))
        for n, (newer, older) in enumerate(pairwise(programme.change_log), start=1):
            if older.date > newer.date:
                place = entities.place(programme.key, "change_log", n, "date")
                yield Finding("programme/change-log-order", place, {"date": older.date, "above": newer.date})


def essentials(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield published programmes that lack what no group should do without, all of it in one finding."""
    for programme in _published(catalogue):
        missing = [name for name in ESSENTIALS if not getattr(programme, name)]
        if missing:
            facts = {"missing": ", ".join(missing)}
            yield Finding("programme/incomplete", catalogue.entities.place(programme.key, "status"), facts)


def measured_sessions(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield occasions after a session that does not belong to the programme's order."""
    for programme in _programmes(catalogue):
        listed = [entry.session.id for entry in programme.sessions]
        for occasion in programme.measurement.occasions if programme.measurement else ():
            ref = occasion.after_session
            if ref is None or ref.id in listed:
                continue
            # A session that does not exist at all is a dangling reference.
            if catalogue.entities.key_of(ref, programme.key.id) is not None:
                yield Finding("measurement/session-not-listed", ref.span, {"id": ref.id})


def own_session_overridden(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield what a programme overrides of a session that is its own: there is nothing of which it would differ."""
    entities = catalogue.entities
    for programme in _programmes(catalogue):
        for entry in programme.sessions:
            key = Key(Kind.SESSION, entry.session.id, programme.key.id)
            place = entities.place(programme.key, "override", within=entry.span)
            if key in entities.documents and not entities.is_shared(key) and place != entry.span:
                related = (Span(entities.documents[key].path),)
                yield Finding("programme/own-session-overridden", place, {"id": key.id}, related)


def _programmes(catalogue: Catalogue) -> Iterator[Programme]:
    return (entity for entity in catalogue.entities.of(Kind.PROGRAMME) if isinstance(entity, Programme))


def _published(catalogue: Catalogue) -> Iterator[Programme]:
    return (programme for programme in _programmes(catalogue) if programme.status == "published")
