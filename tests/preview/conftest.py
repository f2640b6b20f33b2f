"""The browser of the line's tests."""

from tests.line.conftest import chromium as chromium  # noqa: PLC0414 - a fixture, by its own name
