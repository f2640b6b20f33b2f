"""A root to break things in, checked with everything that `kring check` knows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.checks.roots import Change, Root

from kring.findings import Finding


@pytest.fixture
def root(minimal_root: Path) -> Root:
    return Root(minimal_root)


@pytest.fixture
def fix_then_clean(root: Root) -> Callable[[Change], Finding]:
    """Break one passage, see exactly one finding at its place, mend it, and see none."""

    def run(change: Change) -> Finding:
        whole = (root.folder / change.path).read_bytes()
        root.change(change.path, change.old, change.new)
        findings = root.findings()
        assert [f"{finding.span.start.line}:{finding.span.start.column} {finding.rule}" for finding in findings] == [
            change.expected
        ]
        assert findings[0].span.path == change.path
        root.write({change.path: whole})
        assert root.seen() == []
        return findings[0]

    return run
