"""Lighthouse: `python -m tests.benchmarks.lighthouse` judges the main pages, and keeps its table in README.md.

It wants Node, Chromium, and once `npm ci --prefix tests/benchmarks` with PUPPETEER_SKIP_DOWNLOAD=1. Each page is
opened as a phone of the middle class on a slow mobile network sees it, from a server on this machine that compresses
as web hosts do. Figures differ with the machine; no test depends on them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.benchmarks.kept_tables import in_markdown, keep
from tests.chromium import CHROMIUM
from tests.clone import copy_repository, kring
from tests.line.serving import rules

from kring.pipeline import check

HERE = Path(__file__).parent
LIGHTHOUSE = HERE / "node_modules/lighthouse/cli/index.js"
KINDS = {
    "participant": ("home", "programme", "session", "article", "homework", "questionnaire"),
    "facilitator": ("home", "programme", "guide", "preparing", "measurement", "library"),
}
"""The main kinds of page, as their templates are called."""

JUDGED = {
    "performance": "performance",
    "accessibility": "accessible",
    "best-practices": "practices",
    "seo": "findable",
}
GOAL = 0.95
TIMES = {"first-contentful-paint": "first words (s)", "largest-contentful-paint": "largest (s)"}
HEAD = ("edition", "page", *JUDGED.values(), *TIMES.values(), "blocked (ms)", "shift", "kB", "what keeps it below 95")


class _Host(BaseHTTPRequestHandler):
    """A web host: compressed, over connections that stay open, with the headers of the site."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, site: Path, headers: Mapping[str, str]) -> None:
        self._site, self._headers = site, headers
        super().__init__(*arguments)

    def do_GET(self) -> None:
        file = self._site / unquote(urlsplit(self.path).path).lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        there = file.is_file()
        file = file if there else self._site / "404.html"
        kind = guess_type(file.name)[0] or "application/octet-stream"
        data = file.read_bytes()
        self.send_response(200 if there else 404)
        if kind.startswith("text/") or kind.endswith(("json", "javascript", "xml")):
            data = gzip.compress(data, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in self._headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def hosting(site: Path) -> Iterator[str]:
    """Serve a built site; give its address, without a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, site=site, headers=rules(site)["/*"])) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


def addresses(root: Path) -> dict[str, dict[str, str]]:
    """Return edition → kind → the address of the first page of that kind."""
    found: dict[str, dict[str, str]] = {}
    for edition, plan in check(root).plans.items():
        first = {Path(page.template).name.partition(".")[0]: page.address for page in reversed(plan.pages)}
        found[edition] = {kind: first[kind] for kind in KINDS[edition]}
    return found


def judge(address: str) -> dict[str, Any]:
    """Return the report of Lighthouse about one page.

    Raises:
        SystemExit: it gives none.

    """
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    node = shutil.which("node")
    if chromium is None or node is None or not LIGHTHOUSE.is_file():
        raise SystemExit("wanted: Chromium, Node, and `PUPPETEER_SKIP_DOWNLOAD=1 npm ci --prefix tests/benchmarks`")
    flags = ("--quiet", "--output=json", "--output-path=stdout", "--chrome-flags=--headless=new --no-sandbox")
    done = subprocess.run(
        [node, LIGHTHOUSE, address, *flags],
        env=os.environ | {"CHROME_PATH": chromium},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0 or "runtimeError" in (report := json.loads(done.stdout)):
        raise SystemExit(f"{address}: {done.stderr or report['runtimeError']}")
    return report


def row(edition: str, kind: str, reports: list[dict[str, Any]]) -> list[str]:
    """Return the cells of one page: medians, and what keeps a category below the goal in the last report."""

    def number(audit: str) -> float:
        return median(report["audits"][audit]["numericValue"] for report in reports)

    scores = [median(report["categories"][name]["score"] for report in reports) for name in JUDGED]
    lacking = [
        part["id"]
        for name, score in zip(JUDGED, scores, strict=True)
        if score < GOAL
        for part in reports[-1]["categories"][name]["auditRefs"]
        if part["weight"]
        and (reports[-1]["audits"][part["id"]]["score"] or 0) < 0.9
        and reports[-1]["audits"][part["id"]]["scoreDisplayMode"] not in ("notApplicable", "manual", "informative")
    ]
    return [
        *(edition, kind),
        *(f"{100 * score:.0f}" for score in scores),
        *(f"{number(audit) / 1000:.1f}" for audit in TIMES),
        f"{number('total-blocking-time'):.0f}",
        f"{number('cumulative-layout-shift'):.2f}",
        f"{number('total-byte-weight') / 1024:.0f}",
        ", ".join(lacking) or "–",
    ]


def table(rows: list[list[str]]) -> str:
    """Return the table in Markdown."""
    lines = [HEAD, ["--", "--", *["--:"] * (len(HEAD) - 3), "--"], *rows]
    return in_markdown(lines)


def main() -> None:
    """Build both sites, judge their main pages, print the table and keep it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="how often each page is judged; the median counts")
    wish = parser.parse_args()
    rows: list[list[str]] = []
    with tempfile.TemporaryDirectory(prefix="kring-lighthouse-") as folder:
        root = copy_repository(Path(folder) / "kring")
        done = kring(root, "build", "--quiet", "--out", Path(folder) / "site")
        if done.returncode != 0:
            raise SystemExit(done.stdout + done.stderr)
        for edition, kinds in addresses(root).items():
            with hosting(Path(folder) / "site" / edition) as home:
                for kind, address in kinds.items():
                    reports = [judge(f"{home}/{address}") for _ in range(wish.rounds)]
                    rows.append(row(edition, kind, reports))
                    sys.stderr.write(f"{' '.join(rows[-1])}\n")
    version = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["devDependencies"]["lighthouse"]
    what = f"Lighthouse {version}, mobile, median of {wish.rounds}; {os.cpu_count()} cores; {date.today()}.\n\n"
    keep("lighthouse", what + table(rows))
    sys.stdout.write(table(rows))


if __name__ == "__main__":
    main()
