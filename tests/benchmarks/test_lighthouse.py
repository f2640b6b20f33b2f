"""The benchmark in a browser finds its pages, compresses as a host does, and makes a row of a report."""

from __future__ import annotations

import gzip
import urllib.request
from pathlib import Path

from tests.benchmarks.kept_tables import README, between
from tests.benchmarks.lighthouse import HEAD, JUDGED, KINDS, addresses, hosting, row


def test_the_main_kinds_of_page_are_there(clone: Path) -> None:
    assert {edition: tuple(found) for edition, found in addresses(clone).items()} == KINDS


def test_pages_come_compressed_with_the_headers_of_the_site(built_sites: Path) -> None:
    with hosting(built_sites / "participant") as home:
        answer = urllib.request.urlopen(urllib.request.Request(f"{home}/contact/"))
        data = answer.read()
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert gzip.decompress(data) == (built_sites / "participant/contact/index.html").read_bytes()


def test_a_row_says_what_keeps_a_page_below_the_aim() -> None:
    audits = {
        name: {"numericValue": 2000.0, "score": 0.5, "scoreDisplayMode": "numeric"}
        for name in ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "total-byte-weight")
    }
    audits |= {"cumulative-layout-shift": {"numericValue": 0.0, "score": 1, "scoreDisplayMode": "numeric"}}
    parts = [{"id": name, "weight": 1} for name in audits]
    report = {"audits": audits, "categories": {name: {"score": 1, "auditRefs": []} for name in JUDGED}}
    report["categories"]["performance"] = {"score": 0.82, "auditRefs": parts}
    cells = row("participant", "home", [report])
    assert len(cells) == len(HEAD)
    assert cells[2:6] == ["82", "100", "100", "100"]
    assert cells[-1].startswith("first-contentful-paint, largest-contentful-paint")
    assert "shift" not in cells[-1]


def test_the_table_has_its_place() -> None:
    assert between("lighthouse").search(README.read_text(encoding="utf-8"))
