"""How a host answers: with the headers that an edition asks for, the right types, and 404 for what is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kring.publish.manifest import Manifest
from kring.publish.security import FOR_THE_HOST, headers
from kring.publish.stranger import Answer, Host, LedElsewhere, NoAnswer
from kring.rules.rule import Phrase
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

LOST = "kring-hier-is-niets/"
LONG = 900
"""Seconds for which a page may be kept without a new question: hosts that set their own take ten minutes."""

Fault = tuple[str, str, dict[str, str]]
"""The path that was asked for, the rule without its area, and its facts."""

_NOTHING = Phrase("niets", "nothing")


def answering_faults(host: Host, manifest: Manifest, limit: int) -> Iterator[Fault]:
    """Yield what is wrong with the answers of a host; the same fault of a header only where it is met first."""
    told = set()
    for path, rule, facts in (*_header_faults(host, manifest, limit), *_lost_address_faults(host, limit)):
        fault = (facts["header"], facts["found_en"]) if rule == "header" else (path, rule)
        if fault not in told:
            told.add(fault)
            yield path, rule, facts


def _header_faults(host: Host, manifest: Manifest, limit: int) -> Iterator[Fault]:
    """Ask for one file of each type, and yield which headers are not as they should be."""
    wanted: dict[str, str] | None = None
    for path, kind in _one_of_each(manifest).items():
        answer = _ask(host, path, limit)
        if answer is None or answer.status != 200:
            continue  # it has been told already that this file is missing
        if wanted is None:
            try:
                wanted = headers(policy_in(answer.body))
            except ValueError:
                return  # not our page, which has been told as well
            yield from _page_faults(path, answer)
        yield from _differences(path, answer, wanted)
        found = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if found not in TYPES[kind]:
            yield path, "type", {"file": path or host.root, "wanted": TYPES[kind][0], "found": found or "-"}


def _lost_address_faults(host: Host, limit: int) -> Iterator[Fault]:
    """Ask for what is not there."""
    answer = _ask(host, LOST, limit)
    if answer is None:
        return
    if answer.status != 404:
        words = {"answer_nl": f"status {answer.status}", "answer_en": f"status {answer.status}"}
        yield LOST, "lost-address", words
        return
    try:
        policy = policy_in(answer.body)
    except ValueError:
        own = Phrase("een eigen pagina", "a page of its own")
        yield LOST, "lost-address", {"answer_nl": own.nl, "answer_en": own.en}
        return
    yield from _differences(LOST, answer, headers(policy))


def _one_of_each(manifest: Manifest) -> dict[str, str]:
    """Return the address of a file of each type, the first page before all others."""
    found = {"html": ""}
    for path in sorted(manifest.files.keys() - set(FOR_THE_HOST)):
        ending = path.rpartition(".")[2]
        if ending in TYPES:
            found.setdefault(ending, path)
    return {path: kind for kind, path in found.items()}


def _differences(path: str, answer: Answer, wanted: Mapping[str, str]) -> Iterator[Fault]:
    for name, value in wanted.items():
        found = answer.headers.get(name.lower())
        if found is None or _plain(found) != _plain(value):
            words = Phrase(found, found) if found is not None else _NOTHING
            facts = {"file": path or answer.address, "header": name, "wanted": value}
            yield path, "header", {**facts, "found_nl": words.nl, "found_en": words.en}


def _plain(value: str) -> frozenset[tuple[str, ...]]:
    """Return a value without what does not matter in it: spaces, and the order of its parts."""
    return frozenset(tuple(sorted(part.split())) for part in re.split("[;,]", value) if part.strip())


def _page_faults(path: str, answer: Answer) -> Iterator[Fault]:
    kept = answer.headers.get("cache-control", "").lower()
    seconds = re.search(r"max-age\s*=\s*(\d{1,12})", kept)
    asks_again = "no-cache" in kept or "no-store" in kept
    if not asks_again and ("immutable" in kept or (seconds is not None and int(seconds[1]) > LONG)):
        yield path, "kept-too-long", {"file": answer.address, "found": kept}


def _ask(host: Host, path: str, limit: int) -> Answer | None:
    try:
        return host.ask(path, limit=limit)
    except (NoAnswer, LedElsewhere):
        return None
