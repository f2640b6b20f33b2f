"""Measures `kring check`: at first, and again after one edit with the cache of before.

    python -m tests.benchmarks.check_speed --pages 100 500 2000 --files 2000

Processor time says more than wall-clock time on a machine that others use too, and the ratio to a plain load of the
same YAML, by libyaml and in the same process, more than either. Writes a table in Markdown; each root is measured in a
process of its own.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import yaml
from tests.benchmarks.generate import write_root

from kring.cache import Cache
from kring.pipeline import check
from kring.timings import Stopwatch

TODAY = date(2026, 9, 1)
COLUMNS = ("root", "wall s", "CPU s", "plain YAML s", "CPU / plain", "one edit CPU s", "peak MB", "steps s")


def measure(root: Path) -> dict[str, float | str]:
    """Return what checking `root` takes. One file of it is changed."""
    plain = _cpu(lambda: _load(root))
    clock, cache, began = Stopwatch(), Cache(), time.perf_counter()
    cpu = _cpu(lambda: check(root, today=TODAY, clock=clock))
    wall = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    check(root, today=TODAY, cache=cache)
    gc.collect()
    gc.freeze()
    file = min(root.glob("programs/*/sessions/*.yml"))
    file.write_text(file.read_text(encoding="utf-8").replace("title: ", "title: Nu ", 1), encoding="utf-8")
    return {
        "wall s": round(wall, 2),
        "CPU s": round(cpu, 2),
        "plain YAML s": round(plain, 2),
        "CPU / plain": round(cpu / plain, 1),
        "one edit CPU s": round(_cpu(lambda: check(root, today=TODAY, cache=cache)), 3),
        "peak MB": round(peak / (1024 if sys.platform == "linux" else 1024**2)),
        "steps s": ", ".join(f"{step} {seconds:.2f}" for step, seconds in clock.seconds.items()),
    }


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _load(root: Path) -> None:
    for file in sorted(root.rglob("*.yml")):
        yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for file in sorted(root.rglob("*.md")):
        yaml.load(file.read_text(encoding="utf-8").split("---\n")[1], Loader=yaml.CSafeLoader)


def measured_apart(folder: Path, **size: int) -> dict[str, float | str]:
    """Write a root of some size and return what checking it takes in a process that did nothing else."""
    write_root(folder, **size)
    command = [sys.executable, "-m", "tests.benchmarks.check_speed", "--measure", str(folder)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    measured: dict[str, float | str] = json.loads(done.stdout)
    return measured


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="Measure how long a check takes.")
    parser.add_argument("--pages", type=int, nargs="*", default=[])
    parser.add_argument("--files", type=int, nargs="*", default=[])
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        sys.stdout.write(json.dumps(measure(given.measure)))
        return
    sys.stdout.write(f"| {' | '.join(COLUMNS)} |\n|{' --- |' * len(COLUMNS)}\n")
    with tempfile.TemporaryDirectory() as folder:
        sizes = [("pages", size) for size in given.pages] + [("files", size) for size in given.files]
        for number, (unit, size) in enumerate(sizes):
            row = {"root": f"{size:,} {unit}", **measured_apart(Path(folder) / str(number), **{unit: size})}
            sys.stdout.write(f"| {' | '.join(str(row[column]) for column in COLUMNS)} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
