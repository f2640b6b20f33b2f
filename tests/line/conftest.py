"""The built sites on a web server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.clone import EDITIONS
from tests.line.serving import serving


@pytest.fixture(scope="session")
def homes(built_sites: Path) -> Iterator[dict[str, str]]:
    """Edition → address at which it is served."""
    with ExitStack() as stack:
        yield {edition: stack.enter_context(serving(built_sites / edition)) for edition in EDITIONS}
