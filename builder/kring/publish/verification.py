"""Whether a copy of an edition is whole: in a folder, or at its address, seen by somebody who is not logged in.

At an address a folder cannot be listed: what is there and does not belong is seen only where somebody would look.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from kring.findings import Finding, Severity
from kring.publish import manifest as manifests
from kring.publish.http_client import PATIENCE, TOO_LARGE, Client, GivenUp, Response, same_host
from kring.publish.manifest import Entry, Manifest, NotAManifest, compare, read_manifest
from kring.publish.marker import read_marker
from kring.publish.response_checks import deployed, file_faults, headers_for, lost_address_faults, without_repeats
from kring.publish.security import FOR_THE_HOST, MISSING_PAGE
from kring.site.policy import policy_in
from kring.site.tree import own_address
from kring.timings import Stopwatch

AT_ONCE = 4
"""Questions to a host at the same time."""

ENOUGH = 5
"""Questions without an answer after which no more are asked."""

LONGEST = 600.0
"""Seconds after which a visit to a host ends, whatever is left."""

MOST = 256 << 20
"""Bytes that are read of a file, however large a manifest says it is."""

PARTICIPANT, FACILITATOR = "participant", "facilitator"
OTHER = {PARTICIPANT: FACILITATOR, FACILITATOR: PARTICIPANT}
FACILITATORS_STYLE = own_address(FACILITATOR, "guide.css")
WALLED = ("", MISSING_PAGE, manifests.NAME, "search/search_index.json", "sitemap.xml", FACILITATORS_STYLE)
"""Addresses that every facilitators' site has."""

BEHIND_A_WALL = frozenset({401, 403})
LOST = "kring-hier-is-niets/"
SAMPLE = 8
"""How many more addresses of a facilitators' site are tried where its manifest is known."""


def verify_folder(folder: Path, *, facilitator: bool = False) -> tuple[Finding, ...]:
    """Compare an edition, or the editions of an output, in a folder with what their manifests say."""
    marker = read_marker(folder)
    if marker is not None and not (folder / manifests.NAME).exists():
        return tuple(finding for name in marker.editions for finding in _folder(folder / name, name))
    return tuple(_folder(folder, FACILITATOR if facilitator else None))


@dataclass(frozen=True, slots=True)
class Deployment:
    """What is to be verified of a site at the address `root`.

    `other` is the address of the other edition. `facilitator` says that this one is the facilitators', which nobody
    may read without logging in. `manifest` is the one to compare with, or None for the copy's own. Without `headers`,
    what the host does not send is a warning. `patience` and `longest` are seconds.
    """

    root: str
    other: str | None = None
    facilitator: bool = False
    headers: bool = True
    manifest: Manifest | None = None
    patience: float = PATIENCE
    longest: float = LONGEST


def verify_site(deployment: Deployment, clock: Stopwatch | None = None) -> tuple[Finding, ...]:
    """Ask a host for an edition, and for what it should not give."""
    found = []
    try:
        for finding in without_repeats(_site(deployment, clock or Stopwatch())):
            eased = finding.rule == "deployed/header" and not deployment.headers
            found.append(replace(finding, severity=Severity.WARNING) if eased else finding)
    except GivenUp:
        found.append(deployed("given-up", deployment.root))
    return tuple(found)


def _site(deployment: Deployment, clock: Stopwatch) -> Iterator[Finding]:
    deadline = time.monotonic() + deployment.longest
    client = Client(deployment.root, deadline, deployment.patience)
    other = None if deployment.other is None else Client(deployment.other, deadline, deployment.patience)
    if other is not None and same_host(client.root, other.root):
        yield deployed("both-editions", client.root, file=other.root)
    if deployment.facilitator:
        if deployment.manifest is not None:
            yield from _previews(client.root, deployment.manifest)
            if deployment.manifest.edition != FACILITATOR:
                yield _wrong(client.root, deployment.manifest.edition, FACILITATOR)
        yield from _open_addresses(client, deployment.manifest)
        if other is not None:
            wrong = list(_edition_of(other, PARTICIPANT))
            yield from wrong or _leftovers(other, PARTICIPANT, other.get(LOST))
        return
    found = _manifest_at(client)
    if isinstance(found, Finding):
        yield found
        return
    wanted, edition = deployment.manifest or found, found.edition
    yield from _previews(client.root, found, wanted)
    if edition != wanted.edition:
        yield _wrong(client.root, edition, wanted.edition)
    if edition == FACILITATOR:
        yield deployed("no-wall", client.address(manifests.NAME), file=manifests.NAME, answer="200")
    yield from _compare(client, wanted, clock)
    lost = client.get(LOST)
    yield from lost_address_faults(LOST, lost)
    yield from _leftovers(client, edition, lost)
    if other is not None:
        yield from _open_addresses(other, None) if edition == PARTICIPANT else _edition_of(other, PARTICIPANT)


def _compare(client: Client, wanted: Manifest, clock: Stopwatch) -> Iterator[Finding]:
    """Ask for every file that visitors get, and compare it with what it should be.

    Raises:
        GivenUp: too often there was no answer.

    """
    belong = headers_for(client.get(""))
    files = {path: entry for path, entry in wanted.files.items() if path not in FOR_THE_HOST}
    silent = 0
    with clock("asking"), ThreadPoolExecutor(AT_ONCE) as pool:
        compared = pool.map(lambda path: tuple(_file(client, path, files[path], belong)), files)
        for number, found in enumerate(compared, start=1):
            clock.count(number, len(files))
            yield from found
            silent += any(finding.rule == "deployed/unreachable" for finding in found)
            if silent == ENOUGH:
                pool.shutdown(cancel_futures=True)
                raise GivenUp


def _file(client: Client, path: str, entry: Entry, headers: Mapping[str, str]) -> Iterator[Finding]:
    response = client.get(address_of(path), limit=min(entry.bytes, MOST))
    address = client.address(address_of(path))
    if response.failure == TOO_LARGE and entry.bytes <= MOST:
        yield deployed("changed", address, file=path)
    elif (nothing := _nothing(path, response)) is not None:
        yield nothing
    # The page for lost addresses may bear the status of one.
    elif response.status != 200 and not (path == MISSING_PAGE and response.status == 404):
        yield deployed("missing", address, file=path, answer=str(response.status))
    else:
        if hashlib.sha256(response.body).hexdigest() != entry.sha256:
            yield deployed("changed", address, file=path)
        yield from file_faults(path, response, headers)


def address_of(path: str) -> str:
    """Return the address at which visitors find a file: that of a page has no file name."""
    folder, _, name = path.rpartition("/")
    return (f"{folder}/" if folder else "") if name == "index.html" else path


def _nothing(file: str, response: Response) -> Finding | None:
    """Return what is wrong where a host gives nothing."""
    if response.elsewhere is not None:
        return deployed("elsewhere", response.address, file=file, location=response.elsewhere)
    if response.failure is not None:
        return deployed("unreachable", response.address, file=file, answer=response.failure)
    return None


def _manifest_at(client: Client, folder: str = "") -> Manifest | Finding:
    response = client.get(folder + manifests.NAME)
    if (nothing := _nothing(manifests.NAME, response)) is not None:
        return nothing
    if response.status != 200:
        return deployed("no-manifest", response.address, answer=str(response.status))
    try:
        return read_manifest(response.body)
    except NotAManifest:
        return deployed("no-manifest", response.address, answer="unreadable")


def _edition_of(client: Client, wanted: str) -> Iterator[Finding]:
    found = _manifest_at(client)
    if isinstance(found, Finding):
        yield found
        return
    yield from _previews(client.root, found)
    if found.edition != wanted:
        yield _wrong(client.root, found.edition, wanted)


def _leftovers(client: Client, edition: str, lost: Response) -> Iterator[Finding]:
    """Look for the other edition where it would lie if somebody had put all of an output at this host.

    `lost` is the answer to a question for what is not there: a host that gives a page for that gives one for anything.
    """
    other = OTHER.get(edition)
    if other is None:
        return
    places = {client.address(place): place for place in ("../", f"../{other}/", f"{other}/")}
    for address in sorted(places.keys() - {client.root}):
        found = _manifest_at(client, places[address])
        if isinstance(found, Manifest) and found.edition == other:
            yield deployed("both-editions", client.root, file=address)
    if edition == PARTICIPANT and lost.status != 200 and client.get(FACILITATORS_STYLE).status == 200:
        yield deployed("both-editions", client.address(FACILITATORS_STYLE), file=FACILITATORS_STYLE)


def _open_addresses(client: Client, known: Manifest | None) -> Iterator[Finding]:
    """Try the addresses of a facilitators' site without logging in."""
    paths = list(WALLED)
    if known is not None:
        names = sorted(known.files.keys() - set(FOR_THE_HOST))
        paths += [address_of(path) for path in names[:: max(1, len(names) // SAMPLE)]]
    for path in dict.fromkeys(paths):
        file, response = path or client.root, client.get(path)
        if response.elsewhere is not None and not _is_same_page(client.address(path), response.elsewhere):
            continue  # to a login
        if (nothing := _nothing(file, response)) is not None:
            yield nothing
            return
        if not _is_wall(client.address(path), response):
            yield deployed("no-wall", client.address(path), file=file, answer=str(response.status))


def _is_same_page(address: str, location: str) -> bool:
    """Tell whether a redirect leads to the same page elsewhere (https, www) and not to a login."""
    asked, there = urlsplit(address), urlsplit(location)
    return not there.query and (asked.path.rstrip("/") == there.path.rstrip("/"))


def _is_wall(address: str, response: Response) -> bool:
    if response.status in BEHIND_A_WALL:
        return True
    if response.address.rstrip("/") == address.rstrip("/") or _is_ours(response.body):
        return False
    return response.status == 200  # the login's own page, at an address of its own


def _is_ours(body: bytes) -> bool:
    for read in (policy_in, read_manifest):
        try:
            read(body)
        except ValueError:
            continue
        return True
    return False


def _folder(folder: Path, edition: str | None) -> Iterator[Finding]:
    """Compare the edition in a folder with its manifest; `edition` is the one that it should be."""
    shown = folder.as_posix()
    nested = sorted(path for path in folder.rglob(manifests.NAME) if path.parent != folder)
    try:
        manifest = read_manifest((folder / manifests.NAME).read_bytes())
    except (OSError, NotAManifest):
        # Two editions below one folder that no build made: that is how both come to lie at one host.
        yield from (deployed("both-editions", shown, file=_below(path, folder)) for path in nested[1:])
        if len(nested) < 2:
            yield deployed("no-manifest", shown, answer="unreadable")
        return
    yield from _previews(shown, manifest)
    if edition is not None and manifest.edition != edition:
        yield _wrong(shown, manifest.edition, edition)
    yield from (deployed("both-editions", shown, file=_below(path, folder)) for path in nested)
    found = compare(folder, manifest)
    yield from (deployed("missing", f"{shown}/{path}", file=path, answer="not_there") for path in found.missing)
    yield from (deployed("changed", f"{shown}/{path}", file=path) for path in found.changed)
    yield from (deployed("unknown", f"{shown}/{path}", file=path) for path in found.unknown)


def _below(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _previews(shown: str, *manifests: Manifest) -> Iterator[Finding]:
    """Yield a finding where one of the manifests is that of a preview, which belongs nowhere but with its makers."""
    if any(manifest.preview for manifest in manifests):
        yield deployed("preview", shown)


def _wrong(shown: str, found: str, wanted: str) -> Finding:
    return deployed("wrong-edition", shown, found=found, wanted=wanted)
