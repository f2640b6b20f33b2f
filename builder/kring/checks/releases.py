"""Releases: what a programme had in the newest version that was kept, and has no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from kring.findings import Finding, Span
from kring.model.catalogue import Catalogue
from kring.model.released import released
from kring.source.documents import Key, Release, Sources
from kring.source.kinds import KINDS, Kind
from kring.source.releases import version_order

_WITH_ADDRESS = tuple(kind for kind, spec in KINDS.items() if spec.in_programme and spec.by_link)
"""What has an address within a programme: links lead there, and answers are kept by it."""


def newest_release(releases: tuple[Release, ...], programme: str, version: str) -> Release | None:
    """Return the newest release of a programme that is no newer than `version`."""
    order = version_order(version)
    older = [each for each in releases if each.programme == programme and version_order(each.version) <= order]
    return max(older, key=lambda each: version_order(each.version), default=None)


def vanished(sources: Sources, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield each id of the newest release that is gone, while nothing says that it is called otherwise now."""
    if catalogue.entities.broken:
        return  # whatever a file with mistakes of its own holds is not gone
    for plan in catalogue.plans.values():
        release = newest_release(sources.releases, plan.id, plan.programme.version)
        if release is None:
            continue
        then = released(release, sources.documents)
        if then.catalogue is None:
            wrong = next(iter(then.findings), None)
            facts = {
                "file": wrong.span.path if wrong else release.path,
                "version": release.version,
                "rule": wrong.rule if wrong else "file/missing",
            }
            yield Finding("release/not-understood", Span(release.path), facts)
        else:
            yield from _gone(then.catalogue, catalogue, release)


def _gone(then: Catalogue, now: Catalogue, release: Release) -> Iterator[Finding]:
    programme = Key(Kind.PROGRAMME, release.programme, release.programme)
    for key, old in then.entities.by_key.items():
        if key.kind not in _WITH_ADDRESS:
            continue
        path = then.entities.documents[key].path
        new = matching(key, now, release.programme)
        if new is None:
            place = now.entities.place(programme, "version")
            yield Finding("release/id-gone", place, {"id": key.id, "file": f"`{path}`", "version": release.version})
            continue
        top = now.entities.place(new.key, "title")
        for id, place in _gone_within(old, new, top):
            yield Finding("release/id-gone", place, {"id": id, "file": f"`{path}`", "version": release.version})


def matching(key: Key, now: Catalogue, programme: str) -> Any:
    """Return the entity that is now what `key` was: called the same, or with that id among its former ones."""
    by_key = now.entities.by_key
    for home in (programme, None):
        if (found := by_key.get(Key(key.kind, key.id, home))) is not None:
            return found
    return next(
        (
            entity
            for each, entity in by_key.items()
            if each.kind is key.kind and each.programme in (programme, None) and key.id in former_ids(entity)
        ),
        None,
    )


def former_ids(thing: Any) -> tuple[str, ...]:
    """Return the ids that something had."""
    former: tuple[str, ...] = getattr(thing, "formerly", ())
    return former


def _gone_within(old: Any, new: Any, place: Span) -> Iterator[tuple[str, Span]]:
    """Yield each id in a list of `old` that the same list of `new` has no more, with the place of that list's owner."""
    for field in fields(old):
        before, after = getattr(old, field.name), getattr(new, field.name, None)
        if isinstance(before, tuple) and before and _has_id(before[0]):
            for item in before:
                match = same(item, after or ())
                if match is None:
                    yield item.id, place
                else:
                    yield from _gone_within(item, match, match.span)
        elif is_dataclass(before) and type(after) is type(before) and field.name not in ("key", "span", "node"):
            yield from _gone_within(before, after, getattr(after, "span", place))


def same(item: Any, among: tuple[Any, ...]) -> Any:
    """Return what is in a list now for `item`: called the same, or with its id among the former ones."""
    found = next((each for each in among if each.id == item.id), None)
    return found or next((each for each in among if item.id in former_ids(each)), None)


def _has_id(item: Any) -> bool:
    names = {field.name for field in fields(item)} if is_dataclass(item) else set()
    return {"id", "span", "formerly"} <= names or (type(item).__name__ == "Use")
