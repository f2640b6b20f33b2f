"""The benchmark: `python -m tests.benchmarks.run`, which also writes its table into README.md beside this file.

For each size it generates content, and measures side by side, in alternation and each in a process of its own:
`kring check`, a clean build of both sites, plain MkDocs and Zensical on the same rendered trees, the books, and
the preview after one edit. Machines differ and are noisy: what counts are the ratios within one run.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from tests.benchmarks.generate import write_root
from tests.benchmarks.kept_tables import in_markdown, keep

ALTERNATING = ("check", "sites", "mkdocs", "mkdocs_at_once", "zensical")


@dataclass(frozen=True, slots=True)
class Measured:
    """One measurement, as `measure.py` gives it."""

    seconds: float
    cpu: float
    megabytes: float


def measure(what: str, root: Path, folder: Path) -> Measured:
    """Measure once."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{'live' if what == 'live' else 'measure'}", what, root, folder],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise SystemExit(f"{what} failed:\n{done.stderr}")
    found = json.loads(done.stdout)
    return Measured(found["seconds"], found["cpu"], found["megabytes"])


def row(pages: int, rounds: int, work: Path, *, engines: bool, with_books: bool) -> list[str]:
    """Return the cells of one size: the median of `rounds` alternating rounds."""
    root, trees = work / f"root-{pages}", work / f"trees-{pages}"
    write_root(root, pages=pages)
    measure("trees", root, trees)
    names = ALTERNATING if engines else ALTERNATING[:2]
    found: dict[str, list[Measured]] = {name: [] for name in names}
    for number in range(rounds):
        for name in names:
            folder = trees if name in ALTERNATING[2:] else work / f"{name}-{pages}-{number}"
            found[name].append(measure(name, root, folder))
            sys.stderr.write(f"{pages} pages, round {number + 1}, {name}: {found[name][-1].seconds:.2f} s\n")
    seconds = {name: median(one.seconds for one in runs) for name, runs in found.items()}
    peak = max(one.megabytes for one in found["sites"])
    cells = [f"{pages}", f"{seconds['check']:.2f}", f"{seconds['sites']:.2f}", f"{1000 * seconds['sites'] / pages:.1f}"]
    cells += [f"{peak:.0f}"]
    cells += [f"{seconds[name]:.2f}" if engines else "–" for name in ALTERNATING[2:]]
    cells += [f"{seconds['sites'] / seconds[name]:.2f}" if engines else "–" for name in ALTERNATING[2:4]]
    edit = measure("live", root, work / f"live-{pages}")
    cells += [f"{edit.seconds:.2f}", f"{edit.cpu:.2f}"]
    cells += [f"{measure('books', root, work / 'books').seconds:.1f}" if with_books else "–"]
    return cells


HEAD = (
    "pages",
    "check (s)",
    "both sites (s)",
    "a page (ms)",
    "memory (MB)",
    "plain MkDocs (s)",
    "at once (s)",
    "Zensical (s)",
    "sites : MkDocs",
    "sites : at once",
    "edit → page (s)",
    "edit → all (s)",
    "books (s)",
)


def table(rows: list[list[str]]) -> str:
    """Return a table in Markdown."""
    lines = [HEAD, ["--:"] * len(HEAD), *rows]
    return in_markdown(lines)


def main() -> None:
    """Measure every size, print the table and keep it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 500, 2000], help="numbers of pages")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-engines", action="store_true", help="leave MkDocs and Zensical out")
    parser.add_argument("--books", action="store_true", help="print the books too, which takes minutes")
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kring-benchmark-") as folder:
        rows = [
            row(pages, wish.rounds, Path(folder), engines=not wish.no_engines, with_books=wish.books)
            for pages in wish.sizes
        ]
    where = f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}; {date.today()}.\n\n"
    keep("table", where + table(rows))
    sys.stdout.write(table(rows))


if __name__ == "__main__":
    main()
