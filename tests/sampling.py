"""Which cases of a long family a run tries: some, and others at each commit; with `--full`, all of them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import TypeVar

VARIABLE = "KRING_TESTS_SAMPLE"
"""The environment variable with the seed of this run, or `ALL`: modules choose their cases while they are imported."""

ALL = "all"

Case = TypeVar("Case")


def sample(cases: Iterable[Case], at_most: int) -> list[Case]:
    """Return so many of the cases in their order, chosen by the seed of the run; with `--full`, all."""
    found = list(cases)
    assert found, "there is nothing to choose from"
    seed = os.environ[VARIABLE]
    if seed == ALL or len(found) <= at_most:
        return found
    chosen = sorted(Random(seed).sample(range(len(found)), at_most))
    return [found[number] for number in chosen]


def seed_of_commit() -> int:
    """Return a seed that is the same for everybody who tests this commit; outside a repository, one for all."""
    asked = ["git", "-C", str(Path(__file__).parent), "rev-parse", "--short=8", "HEAD"]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return 0
    return int(done.stdout, 16) if done.returncode == 0 else 0
