"""One measurement in a process of its own: `python -m tests.benchmarks.measure WHAT ROOT FOLDER`, answer in JSON.

A process for each, so that none gains from what another has loaded, and memory is counted apart.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from kring.build import build_date
from kring.pipeline import EDITIONS, check
from kring.print.books import books_of
from kring.print.press import Press
from kring.site.build import building
from kring.site.tree import site_tree, write_tree
from kring.theme_files import theme_folder

RUN_MKDOCS = Path(__file__).parents[1] / "site" / "run_mkdocs.py"


def check_only(root: Path, folder: Path) -> dict[str, float]:
    """Check the content, as `kring check` does."""
    checked = check(root)
    assert checked.sound
    return {"files": len(checked.texts)}


def sites(root: Path, folder: Path) -> dict[str, float]:
    """Check and build both sites, as `kring build` does, without the books."""
    checked = check(root)
    plans = {folder / name: checked.plans[name] for name in EDITIONS}
    with building(plans, theme_folder(), date=build_date(checked)) as finish:
        finish(lambda begun, of: None)
    return {"pages": sum(len(plan.pages) for plan in checked.plans.values())}


def books(root: Path, folder: Path) -> dict[str, float]:
    """Print the books of both editions."""
    checked = check(root)
    with Press() as press:
        printed = [press.print(book) for plan in checked.plans.values() for book in books_of(plan).values()]
        return {"books": len(printed), "bytes": sum(len(pdf.result()) for pdf in printed)}


def trees(root: Path, folder: Path) -> dict[str, float]:
    """Write the rendered trees that other engines read."""
    checked, theme = check(root), theme_folder()
    for name in EDITIONS:
        write_tree(site_tree(checked.plans[name], theme), folder / name)
        shutil.copytree(theme / "site/assets", folder / name / "shell/assets")
    return {}


def mkdocs(root: Path, folder: Path) -> dict[str, float]:
    """Build both trees of `folder` with plain MkDocs, one after the other: its command knows one tree and one core."""
    for name in EDITIONS:
        _mkdocs(folder, (name,))
    return {}


def mkdocs_at_once(root: Path, folder: Path) -> dict[str, float]:
    """Build both trees of `folder` with plain MkDocs, started at the same time, as a script of one's own could."""
    return _mkdocs(folder, EDITIONS)


def zensical(root: Path, folder: Path) -> dict[str, float]:
    """Build both trees of `folder` with Zensical, one after the other: it uses all cores by itself."""
    for name in EDITIONS:
        file = folder / name / "mkdocs.yml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(f"custom_dir: {theme_folder() / 'site'}", "custom_dir: shell"), encoding="utf-8")
        subprocess.run(
            [sys.executable, "-m", "zensical", "build", "--clean", "-f", "mkdocs.yml"],
            cwd=folder / name,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return {}


def _mkdocs(folder: Path, names: Iterable[str]) -> dict[str, float]:
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1790000000"}
    commands = [[sys.executable, "-P", RUN_MKDOCS, folder / name, folder / f"{name}-mkdocs"] for name in names]
    for process in [subprocess.Popen(command, env=quiet) for command in commands]:
        assert process.wait() == 0
    return {}


MEASURED: Mapping[str, Callable[[Path, Path], dict[str, float]]] = {
    "check": check_only,
    "sites": sites,
    "books": books,
    "trees": trees,
    "mkdocs": mkdocs,
    "mkdocs_at_once": mkdocs_at_once,
    "zensical": zensical,
}


def main(what: str, root: str, folder: str) -> None:
    """Measure one thing: seconds on the clock, seconds of processor time, megabytes at the peak of one process."""
    began = time.perf_counter()
    found = MEASURED[what](Path(root), Path(folder))
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    answer = {
        **found,
        "seconds": time.perf_counter() - began,
        "cpu": sum(usage.ru_utime + usage.ru_stime for usage in (own, children)),
        "megabytes": max(own.ru_maxrss, children.ru_maxrss) / 1024,
    }
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
