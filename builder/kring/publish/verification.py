"""Whether a copy of an edition is whole: in a folder, or at its address, seen as a stranger sees it.

At an address a folder cannot be listed: what is there and does not belong is seen only where somebody would look.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from kring.findings import Finding, Severity, Span
from kring.publish import manifest as manifests
from kring.publish.answering import answering_faults
from kring.publish.manifest import Entry, Manifest, NotAManifest, compare, read_manifest
from kring.publish.marker import read_marker
from kring.publish.security import FOR_THE_HOST, MISSING_PAGE
from kring.publish.stranger import PATIENCE, Answer, Host, LedElsewhere, NoAnswer, TooLarge, same_host
from kring.rules.rule import Phrase
from kring.site.policy import policy_in
from kring.site.tree import own_address
from kring.timings import Stopwatch

AT_ONCE = 4
"""Questions to a host at the same time."""

ENOUGH = 5
"""Questions without an answer after which no more are asked."""

LIMIT = 16 << 20
"""Bytes of an answer whose size is not known beforehand."""

MOST = 256 << 20
"""Bytes that are read of a file, however large a manifest says it is."""

PARTICIPANT, FACILITATOR = "participant", "facilitator"
OTHER = {PARTICIPANT: FACILITATOR, FACILITATOR: PARTICIPANT}
FACILITATORS_ONLY = (own_address("facilitator", "guide.css"),)
WALLED = ("", MISSING_PAGE, manifests.NAME, "search/search_index.json", "sitemap.xml", *FACILITATORS_ONLY)
"""Addresses that every facilitators' site has."""

BEHIND_A_WALL = frozenset({401, 403})
SAMPLE = 8
"""How many more addresses of a facilitators' site are tried where its manifest is known."""

_UNREADABLE = Phrase("niet te lezen", "not readable")
_LOGIN = Phrase("een inlog", "a login")


def verify_folder(folder: Path, *, facilitator: bool = False) -> tuple[Finding, ...]:
    """Compare an edition, or the editions of an output, in a folder with what their manifests say."""
    marker = read_marker(folder)
    if marker is not None and not (folder / manifests.NAME).exists():
        return tuple(finding for name in marker.editions for finding in _folder(folder / name, name))
    return tuple(_folder(folder, FACILITATOR if facilitator else None))


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be verified of a site at an address.

    `other` is the address of the other edition. `facilitator` says that this one is the facilitators', which no
    stranger may read. `manifest` is the one to compare with, or None for the copy's own. Without `headers`,
    what the host does not send is a warning.
    """

    root: str
    other: str | None = None
    facilitator: bool = False
    headers: bool = True
    manifest: Manifest | None = None
    patience: float = PATIENCE


def verify_site(wish: Wish, clock: Stopwatch | None = None) -> tuple[Finding, ...]:
    """Ask a host for an edition, and for what it should not give."""
    return tuple(_Visit(wish, clock or Stopwatch()).findings())


@dataclass(slots=True)
class _Visit:
    """One visit to a host, and perhaps to that of the other edition."""

    wish: Wish
    clock: Stopwatch
    host: Host = field(init=False)
    other: Host | None = field(init=False)

    def __post_init__(self) -> None:
        wish = self.wish
        self.host = Host(wish.root, wish.patience)
        self.other = None if wish.other is None else Host(wish.other, wish.patience)

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong."""
        if self.other is not None and same_host(self.wish.root, self.other.root):
            yield _finding("both-editions", self.host, "", file=self.other.root)
        if self.wish.facilitator:
            if self.wish.manifest is not None and self.wish.manifest.edition != FACILITATOR:
                yield _wrong(self.wish.root, self.wish.manifest.edition, FACILITATOR)
            yield from _open_addresses(self.host, self.wish.manifest)
            if self.other is not None:
                wrong = list(_edition_of(self.other, PARTICIPANT))
                yield from wrong or _leftovers(self.other, PARTICIPANT)
            return
        found = _manifest_at(self.host)
        if isinstance(found, Finding):
            yield found
            return
        yield from self._edition(self.wish.manifest or found, found.edition)

    def _edition(self, wanted: Manifest, edition: str) -> Iterator[Finding]:
        if edition != wanted.edition:
            yield _wrong(self.wish.root, edition, wanted.edition)
        if edition == FACILITATOR:
            yield _finding("no-wall", self.host, manifests.NAME, file=manifests.NAME, **_status(200))
        compared = list(self._compare(wanted))
        yield from compared
        if any(finding.rule == "deployed/given-up" for finding in compared):
            return
        for path, rule, facts in answering_faults(self.host, wanted, LIMIT):
            finding = _finding(rule, self.host, path, **facts)
            eased = rule == "header" and not self.wish.headers
            yield replace(finding, severity=Severity.WARNING) if eased else finding
        yield from _leftovers(self.host, edition)
        if self.other is not None:
            if edition == PARTICIPANT:
                yield from _open_addresses(self.other, None)
            else:
                yield from _edition_of(self.other, PARTICIPANT)

    def _compare(self, wanted: Manifest) -> Iterator[Finding]:
        """Ask for every file that visitors get, and compare it with what it should be."""
        silent = left_out = 0
        tired = threading.Event()

        def look(path: str, entry: Entry) -> tuple[bool, Finding | None]:
            return (False, None) if tired.is_set() else (True, _file(self.host, path, entry))

        files = {path: entry for path, entry in wanted.files.items() if path not in FOR_THE_HOST}
        with self.clock("asking"), ThreadPoolExecutor(AT_ONCE) as pool:
            for number, (asked, found) in enumerate(pool.map(look, files.keys(), files.values()), start=1):
                self.clock.count(number, len(files))
                left_out += not asked
                if found is not None:
                    silent += found.rule == "deployed/unreachable"
                    yield found
                if silent >= ENOUGH:
                    tired.set()
        if left_out:
            yield _finding("given-up", self.host, "", count=str(left_out))


def _file(host: Host, path: str, entry: Entry) -> Finding | None:
    address = address_of(path)
    try:
        answer = host.ask(address, limit=min(entry.bytes, MOST))
    except NoAnswer as error:
        if isinstance(error, TooLarge) and entry.bytes <= MOST:
            return _finding("changed", host, address, file=path)
        return _finding("unreachable", host, address, file=path, **_words(error.reason))
    except LedElsewhere as error:
        return _finding("elsewhere", host, address, file=path, location=error.location)
    # The page for lost addresses may bear the status of one.
    if answer.status != 200 and not (path == MISSING_PAGE and answer.status == 404):
        return _finding("missing", host, address, file=path, **_status(answer.status))
    if hashlib.sha256(answer.body).hexdigest() != entry.sha256:
        return _finding("changed", host, address, file=path)
    return None


def address_of(path: str) -> str:
    """Return the address at which visitors find a file: that of a page has no file name."""
    folder, _, name = path.rpartition("/")
    return (f"{folder}/" if folder else "") if name == "index.html" else path


def _manifest_at(host: Host) -> Manifest | Finding:
    try:
        answer = host.ask(manifests.NAME, limit=LIMIT)
        if answer.status != 200:
            return _finding("no-manifest", host, manifests.NAME, **_status(answer.status))
        return read_manifest(answer.body)
    except NotAManifest:
        return _finding("no-manifest", host, manifests.NAME, **_words(_UNREADABLE))
    except NoAnswer as error:
        return _finding("unreachable", host, manifests.NAME, file=manifests.NAME, **_words(error.reason))
    except LedElsewhere as error:
        return _finding("elsewhere", host, manifests.NAME, file=manifests.NAME, location=error.location)


def _edition_of(host: Host, wanted: str) -> Iterator[Finding]:
    found = _manifest_at(host)
    if isinstance(found, Finding):
        yield found
    elif found.edition != wanted:
        yield _wrong(host.root, found.edition, wanted)


def _leftovers(host: Host, edition: str) -> Iterator[Finding]:
    """Look for the other edition where it would lie if somebody had put all of an output at this host."""
    other = OTHER.get(edition)
    if other is None:
        return
    places = dict.fromkeys(urljoin(host.root, place) for place in (f"{other}/", f"../{other}/", "../"))
    for address in places.keys() - {host.root}:
        found = _manifest_at(Host(address, host.patience))
        if isinstance(found, Manifest) and found.edition == other:
            yield _finding("both-editions", host, "", file=address)
    if edition == PARTICIPANT:
        lost = _quietly(host, "kring-hier-is-niets/")
        if lost is not None and lost.status == 200:
            return  # it gives a page for any address, so that a page says nothing
        for path in FACILITATORS_ONLY:
            answer = _quietly(host, path)
            if answer is not None and answer.status == 200:
                yield _finding("both-editions", host, path, file=path)


def _open_addresses(host: Host, known: Manifest | None) -> Iterator[Finding]:
    """Try the addresses of a facilitators' site without logging in."""
    paths = list(WALLED)
    if known is not None:
        names = sorted(known.files.keys() - set(FOR_THE_HOST))
        paths += [address_of(path) for path in names[:: max(1, len(names) // SAMPLE)]]
    for path in dict.fromkeys(paths):
        try:
            answer = host.ask(path, limit=LIMIT)
        except LedElsewhere as error:
            if _has_moved(host.address(path), error.location):
                yield _finding("elsewhere", host, path, file=path or host.root, location=error.location)
                return
            continue  # to a login
        except NoAnswer as error:
            yield _finding("unreachable", host, path, file=path or host.root, **_words(error.reason))
            return
        if not _is_wall(host, path, answer):
            yield _finding("no-wall", host, path, file=path or host.root, **_status(answer.status))


def _has_moved(address: str, location: str) -> bool:
    """Tell whether a redirect leads to the same page elsewhere (https, www) and not to a login."""
    asked, there = urlsplit(address), urlsplit(location)
    return not there.query and (asked.path.rstrip("/") == there.path.rstrip("/"))


def _is_wall(host: Host, path: str, answer: Answer) -> bool:
    if answer.status in BEHIND_A_WALL:
        return True
    if answer.address.rstrip("/") == host.address(path).rstrip("/") or _is_ours(answer.body):
        return False
    return answer.status == 200  # the login's own page, at an address of its own


def _is_ours(body: bytes) -> bool:
    for read in (policy_in, read_manifest):
        try:
            read(body)
        except ValueError:
            continue
        return True
    return False


def _quietly(host: Host, path: str) -> Answer | None:
    try:
        return host.ask(path, limit=LIMIT)
    except (NoAnswer, LedElsewhere):
        return None


def _folder(folder: Path, edition: str | None) -> Iterator[Finding]:
    """Compare the edition in a folder with its manifest; `edition` is the one that it should be."""
    shown = folder.as_posix()
    nested = sorted(path for path in folder.rglob(manifests.NAME) if path.parent != folder)
    try:
        manifest = read_manifest((folder / manifests.NAME).read_bytes())
    except (OSError, NotAManifest):
        # Two editions below one folder that no build made: that is how both come to lie at one host.
        yield from (_in_folder("both-editions", shown, file=_below(path, folder)) for path in nested[1:])
        if len(nested) < 2:
            yield _in_folder("no-manifest", shown, **_words(_UNREADABLE))
        return
    if edition is not None and manifest.edition != edition:
        yield _wrong(shown, manifest.edition, edition)
    yield from (_in_folder("both-editions", shown, file=_below(path, folder)) for path in nested)
    found = compare(folder, manifest)
    gone = Phrase("niet in deze map", "not in this folder")
    yield from (_in_folder("missing", f"{shown}/{path}", file=path, **_words(gone)) for path in found.missing)
    yield from (_in_folder("changed", f"{shown}/{path}", file=path) for path in found.changed)
    yield from (_in_folder("unknown", f"{shown}/{path}", file=path) for path in found.unknown)


def _below(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _wrong(shown: str, found: str, wanted: str) -> Finding:
    return _in_folder("wrong-edition", shown, found=found, wanted=wanted)


def _in_folder(rule: str, shown: str, **facts: str) -> Finding:
    return Finding(f"deployed/{rule}", Span(shown), facts)


def _finding(rule: str, host: Host, path: str, **facts: str) -> Finding:
    return Finding(f"deployed/{rule}", Span(host.address(path)), facts)


def _status(status: int) -> Mapping[str, str]:
    words = Phrase(f"antwoord {status}", f"answer {status}")
    return _words(words)


def _words(phrase: Phrase) -> Mapping[str, str]:
    return {"answer_nl": phrase.nl, "answer_en": phrase.en}
