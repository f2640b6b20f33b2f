"""Whether a host answers as an edition asks: with its headers, the right types, and its page for what is not there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kring.findings import Finding, Span
from kring.publish.http_client import Response
from kring.publish.security import headers
from kring.site.policy import policy_in

TYPES: Mapping[str, tuple[str, ...]] = {
    "html": ("text/html",),
    "css": ("text/css",),
    "js": ("text/javascript", "application/javascript"),
    "json": ("application/json",),
    "svg": ("image/svg+xml",),
    "pdf": ("application/pdf",),
    "vtt": ("text/vtt",),
    "woff2": ("font/woff2", "application/font-woff2"),
}
"""What a browser needs to be told of a file, by the ending of its name."""

LONG = 900
"""Seconds for which a page may be kept without a new question: hosts that set their own take ten minutes."""

SAID_ONCE = frozenset({"deployed/header", "deployed/type", "deployed/kept-too-long"})
"""What a host that does it with one file does with others."""


def headers_for(page: Response) -> Mapping[str, str]:
    """Return the headers that belong to an edition, by one of its pages; none where that is no page of ours."""
    try:
        return headers(policy_in(page.body))
    except ValueError:
        return {}


def file_faults(path: str, response: Response, wanted: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what is wrong with the answer that gave a file, where an edition asks for the headers `wanted`."""
    ending = path.rpartition(".")[2]
    if ending not in TYPES or not wanted:
        return
    yield from _header_faults(path, response, wanted)
    found = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if found not in TYPES[ending]:
        yield deployed("type", response.address, file=path, wanted=TYPES[ending][0], found=found or "-")
    kept = response.headers.get("cache-control", "").lower()
    seconds = re.search(r"max-age\s*=\s*(\d{1,12})", kept)
    asks_again = "no-cache" in kept or "no-store" in kept
    too_long = "immutable" in kept or (seconds is not None and int(seconds[1]) > LONG)
    if ending == "html" and too_long and not asks_again:
        yield deployed("kept-too-long", response.address, file=path, found=kept)


def lost_address_faults(path: str, response: Response) -> Iterator[Finding]:
    """Yield what is wrong with the answer to a question for what is not there."""
    if response.status not in (0, 404):
        yield deployed("lost-address", response.address, answer=str(response.status))
    elif response.status == 404:
        wanted = headers_for(response)
        if not wanted:
            yield deployed("lost-address", response.address, answer="own_page")
        yield from _header_faults(path, response, wanted)


def without_repeats(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, the same fault of an answer only for the file where it is met first."""
    seen = set()
    for finding in findings:
        fault = (finding.rule, *(value for name, value in finding.facts.items() if name != "file"))
        if finding.rule not in SAID_ONCE or fault not in seen:
            yield finding
        seen.add(fault)


def deployed(rule: str, address: str, **facts: str) -> Finding:
    """Return a finding about what a host answers at an address."""
    return Finding(f"deployed/{rule}", Span(address), facts)


def _header_faults(path: str, response: Response, wanted: Mapping[str, str]) -> Iterator[Finding]:
    for name, value in wanted.items():
        found = response.headers.get(name.lower(), "")
        if _plain(found) != _plain(value):
            yield deployed("header", response.address, file=path, header=name, wanted=value, found=found)


def _plain(value: str) -> frozenset[tuple[str, ...]]:
    """Return a value without what does not matter in it: spaces, and the order of its parts."""
    return frozenset(tuple(sorted(part.split())) for part in re.split("[;,]", value) if part.strip())
