"""The built sites on a web server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.clone import EDITIONS
from tests.line.serving import serving

from kring.pipeline import check


@pytest.fixture(scope="session")
def homes(built_sites: Path) -> Iterator[dict[str, str]]:
    """Edition → address at which it is served."""
    with ExitStack() as stack:
        yield {edition: stack.enter_context(serving(built_sites / edition)) for edition in EDITIONS}


@pytest.fixture(scope="session")
def kinds(clone: Path) -> dict[str, list[str]]:
    """Edition → the address of one page of each kind, and of one that is not there."""
    found: dict[str, list[str]] = {}
    for edition, plan in check(clone).plans.items():
        first = {page.template: page.address for page in reversed(plan.pages)}
        found[edition] = [*first.values(), "404.html"]
    return found
