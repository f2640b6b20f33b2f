"""Another world for every Python that starts with this folder on its path.

The clock runs ahead by KRING_TEST_AHEAD seconds, and folders list their files backwards.
"""

from __future__ import annotations

import datetime as dt
import os
import time

AHEAD = float(os.environ.get("KRING_TEST_AHEAD", "0"))

_time, _time_ns, _gmtime, _localtime, _strftime = time.time, time.time_ns, time.gmtime, time.localtime, time.strftime
_datetime, _listdir, _scandir = dt.datetime, os.listdir, os.scandir


class _LooksLikeDatetime(type):
    def __instancecheck__(cls, value):
        return isinstance(value, _datetime)


class _LaterDatetime(_datetime, metaclass=_LooksLikeDatetime):
    @classmethod
    def now(cls, tz=None):
        return _datetime.now(tz) + dt.timedelta(seconds=AHEAD)

    @classmethod
    def utcnow(cls):
        return _datetime.now(dt.UTC).replace(tzinfo=None) + dt.timedelta(seconds=AHEAD)

    @classmethod
    def today(cls):
        return cls.now()


class _Backwards:
    """What os.scandir gives, in the opposite order of names."""

    def __init__(self, path="."):
        with _scandir(path) as entries:
            self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __iter__(self):
        return self._entries

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())


time.time = lambda: _time() + AHEAD
time.time_ns = lambda: _time_ns() + int(AHEAD * 1e9)
time.gmtime = lambda seconds=None: _gmtime(time.time() if seconds is None else seconds)
time.localtime = lambda seconds=None: _localtime(time.time() if seconds is None else seconds)
time.strftime = lambda form, when=None: _strftime(form, time.localtime() if when is None else when)
dt.datetime = _LaterDatetime
os.listdir = lambda path=".": sorted(_listdir(path), reverse=True)
os.scandir = _Backwards
