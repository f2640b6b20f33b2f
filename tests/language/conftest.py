"""The minimal root as a catalogue, with changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.checks.roots import Root

from kring.model.catalogue import Catalogue
from kring.pipeline import check


@pytest.fixture
def root(minimal_root: Path) -> Root:
    return Root(minimal_root)


@pytest.fixture
def catalogue(root: Root) -> Callable[[], Catalogue]:
    """Return the catalogue of the root as it is by then."""

    def read() -> Catalogue:
        checked = check(root.folder)
        assert checked.catalogue is not None, checked.findings
        return checked.catalogue

    return read
