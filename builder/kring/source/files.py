"""The walk: which files there are, and what each is by the folder and name it has."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from kring.findings import Finding, Span
from kring.source.documents import Key
from kring.source.folders import Entry, Listing, is_content, list_folder
from kring.source.kinds import FOLDERS, IN_LIBRARY, IN_PROGRAMME, KINDS, SINGLE_FILES, Kind
from kring.source.names import id_findings, id_from, is_id
from kring.source.old_cache import old_cache_findings
from kring.source.releases import is_stored

_SUFFIXES = (".yml", ".yaml", ".md", ".markdown", ".txt")
"""Endings that show that somebody meant to write content."""

RELEASES = "releases"
"""The folder of a programme in which the versions stand that were kept."""

_FIXED = ("site_config.yml", "content", "programs")


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file to read; `usable` is False where its name keeps it out of the build."""

    entry: Entry
    key: Key
    usable: bool = True


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A media file and the programme it belongs to (None: library)."""

    entry: Entry
    programme: str | None


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """A version of a programme that was kept, and the media files that lie beside it, by name."""

    entry: Entry
    programme: str
    stored: Mapping[str, Entry]


@dataclass(slots=True)
class Walk:
    """What a walk has found so far."""

    content: list[ContentFile] = field(default_factory=list)
    media: list[MediaFile] = field(default_factory=list)
    releases: list[ReleaseFile] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unreadable: set[Key] = field(default_factory=set)

    def listed(self, listing: Listing) -> tuple[Entry, ...]:
        """Take note of what a listing found wrong and return the rest."""
        self.findings += listing.findings
        return listing.entries


def walk(root: Path) -> Walk:
    """Find all content under `root`; whatever else stands there is none of Kring's business."""
    found = Walk(findings=list(old_cache_findings(root)))
    top = {entry.name: entry for entry in found.listed(list_folder(root, "", _FIXED.__contains__))}
    for name in _FIXED:
        entry = top.get(name)
        if entry is None or entry.is_folder != (name != "site_config.yml"):
            if not any(finding.span.path == name for finding in found.findings):
                found.findings.append(Finding("file/missing", Span(name), {"name": name}))
        elif name == "content":
            _library(found, entry)
        elif name == "programs":
            _programmes(found, entry)
        else:
            found.content.append(ContentFile(entry, Key(Kind.SITE_CONFIG, "site_config")))
    return found


def _library(found: Walk, content: Entry) -> None:
    single = {path.removeprefix("content/"): kind for path, kind in SINGLE_FILES.items() if path.startswith("content/")}
    listing = list_folder(content.file, content.path)
    found.unreadable |= {Key(kind, kind.value) for name, kind in single.items() if name in listing.refused}
    for entry in found.listed(listing):
        if entry.name in single and not entry.is_folder:
            found.content.append(ContentFile(entry, Key(single[entry.name], single[entry.name].value)))
        else:
            _folder(found, entry, IN_LIBRARY, content.path, None)


def _programmes(found: Walk, programs: Entry) -> None:
    for folder in found.listed(list_folder(programs.file, programs.path)):
        if not folder.is_folder:
            _unexpected(found, folder, f"{programs.path}/…")
            continue
        wrong = list(id_findings(folder.name, folder.path))
        found.findings += wrong
        _programme(found, folder, usable=not wrong)


def _programme(found: Walk, folder: Entry, usable: bool) -> None:
    programme = folder.name
    key = Key(Kind.PROGRAMME, programme, programme)
    listing = list_folder(folder.file, folder.path)
    entries = found.listed(listing)
    if not entries and not listing.findings:
        return  # an empty folder: Git leaves such behind when it changes branches
    has_file = False
    before = len(found.content)
    for entry in entries:
        if entry.name == "programme.yml" and not entry.is_folder:
            has_file = True
            found.content.append(ContentFile(entry, key))
        elif entry.name == RELEASES and entry.is_folder:
            _releases(found, entry, programme)
        else:
            _folder(found, entry, IN_PROGRAMME, folder.path, programme)
    is_closed = any(finding.span.path == folder.path for finding in listing.findings)
    if is_closed or "programme.yml" in listing.refused:
        found.unreadable.add(key)
    elif not has_file:
        path = f"{folder.path}/programme.yml"
        found.findings.append(Finding("file/missing", Span(path), {"name": path}))
    if not usable:
        found.content[before:] = [ContentFile(file.entry, file.key, usable=False) for file in found.content[before:]]


def _folder(found: Walk, folder: Entry, known: tuple[str, ...], parent: str, programme: str | None) -> None:
    """Take up the files of one folder of content/ or of a programme."""
    if not folder.is_folder or folder.name not in (*known, "media"):
        _unexpected(found, folder, ", ".join(f"{parent}/{name}" for name in (*known, "media")))
        return
    listing = list_folder(folder.file, folder.path)
    entries = found.listed(listing)
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.is_folder:
            _unexpected(found, entry, folder.path)
        elif folder.name == "media":
            found.media.append(MediaFile(entry, programme))
        else:
            _content_file(found, entry, FOLDERS[folder.name], programme, names)
    if folder.name != "media":
        kind = FOLDERS[folder.name]
        found.unreadable |= {Key(kind, name.rpartition(".")[0] or name, programme) for name in listing.refused}


def _releases(found: Walk, folder: Entry, programme: str) -> None:
    """Take up the releases of a programme, which `kring release` writes."""
    stored: dict[str, Entry] = {}
    releases = []
    for entry in found.listed(list_folder(folder.file, folder.path)):
        if entry.is_folder and entry.name == "media":
            for kept in found.listed(list_folder(entry.file, entry.path)):
                if kept.is_folder or not is_stored(kept.name):
                    _unexpected(found, kept, entry.path)
                stored[kept.name] = kept
        elif entry.is_folder or not entry.name.endswith(".json"):
            _unexpected(found, entry, f"{folder.path}, {folder.path}/media")
        else:
            releases.append(entry)
    found.releases += [ReleaseFile(entry, programme, stored) for entry in releases]


def _content_file(found: Walk, entry: Entry, kind: Kind, programme: str | None, names: set[str]) -> None:
    """Take up a file of a folder in which these names stand."""
    expected = KINDS[kind].suffix
    stem, dot, ending = entry.name.rpartition(".")
    suffix = dot + ending
    if suffix.lower() not in _SUFFIXES:
        found.findings.append(Finding("file/unexpected", Span(entry.path), {"name": entry.name, "suffix": expected}))
        return
    key = Key(kind, stem, programme)
    if suffix != expected:
        # Windows hides endings: aankomen.yml.txt was meant to be aankomen.yml.
        bare = stem.removesuffix(expected)
        better = bare if is_id(bare) else id_from(bare) or bare
        facts = {"found": suffix, "expected": expected, "better": better + expected}
        if facts["better"] in names:
            facts["both"] = facts["better"]
        found.findings.append(Finding("file/wrong-extension", Span(entry.path), facts))
        found.unreadable |= {key, Key(kind, better, programme)}
        return
    wrong = list(id_findings(stem, entry.path))
    found.findings += wrong
    # References to the name that is proposed are right already: they do not dangle.
    found.unreadable |= {Key(kind, name.facts["better"], programme) for name in wrong if "better" in name.facts}
    found.content.append(ContentFile(entry, key, usable=not wrong))


def _unexpected(found: Walk, entry: Entry, places: str) -> None:
    facts = {"name": entry.name, "places": places}
    known = [place.rpartition("/")[2] for place in places.split(", ")]
    if entry.is_folder and entry.name in FOLDERS and entry.name not in known:
        # A folder of content, in the library where it belongs to a programme or the other way round.
        facts["home"] = f"programs/…/{entry.name}" if entry.name in IN_PROGRAMME else f"content/{entry.name}"
    elif entry.is_folder and (near := get_close_matches(entry.name.lower(), known, n=1)):
        facts["near"] = near[0]
    if _holds_content(entry):
        top = entry.path.partition("/")[0]
        found.findings.append(Finding("file/misplaced", Span(entry.path), facts | {"top": f"{top}/"}))
    else:
        found.findings.append(Finding("file/unexpected", Span(entry.path), facts))


def _holds_content(entry: Entry) -> bool:
    """Tell whether a file, or any below a folder, shows by its ending that somebody meant to write content."""
    if not entry.is_folder:
        return _is_written(entry.name)
    for _, folders, files in os.walk(entry.file):
        folders[:] = filter(is_content, folders)
        if any(is_content(name) and _is_written(name) for name in files):
            return True
    return False


def _is_written(name: str) -> bool:
    return name.lower().endswith((".yml", ".yaml", ".md", ".markdown"))
