"""What a test needs of the machine: in continuous integration its lack is a failure, elsewhere the test is skipped."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

IN_CI = bool(os.environ.get("CI"))
"""Read before the tests begin: they run as if they were elsewhere, so that books are kept."""


def lacking(told: str) -> NoReturn:
    """End a test for want of something; `told` says of what, and how to get it."""
    if IN_CI:
        pytest.fail(told)
    pytest.skip(told)
