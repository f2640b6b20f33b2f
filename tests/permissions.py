"""Permissions that hold for the super-user too, so that a test means the same to whoever runs it."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

VERSION_3 = 0x20080522
PASS_BY_PERMISSIONS = 1 << 1 | 1 << 2
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH of capabilities(7)."""


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Set(ctypes.Structure):
    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


@contextmanager
def permissions_hold() -> Iterator[None]:
    """Take from this thread, for a while, what lets the super-user pass by permissions."""
    if os.geteuid() != 0:
        yield
        return
    if sys.platform != "linux":
        pytest.skip("the super-user may do everything here")
    library = ctypes.CDLL(None, use_errno=True)
    header, sets = _Header(VERSION_3, 0), (_Set * 2)()
    assert library.capget(ctypes.byref(header), sets) == 0
    all_of_them = sets[0].effective
    sets[0].effective = all_of_them & ~PASS_BY_PERMISSIONS
    assert library.capset(ctypes.byref(header), sets) == 0
    try:
        yield
    finally:
        sets[0].effective = all_of_them
        assert library.capset(ctypes.byref(header), sets) == 0
