"""Signs in a text that are markup but for a space: headings and items of lists."""

from __future__ import annotations

from dataclasses import replace

from kring.findings import Edit, Finding
from kring.mending.around import Around

_WRITTEN = {"heading": "{sign} ", "bullet": "- "}
"""What a sign should be → how that is written."""


def heading_or_item(finding: Finding, _: Around) -> Finding | None:
    """`##Rust` becomes `## Rust`, and `• Rust` becomes `- Rust`."""
    meant = next((name for name in _WRITTEN if name in finding.facts), None)
    if finding.rule != "prose/visible-sign" or meant is None:
        return None
    return replace(finding, edits=(Edit(finding.span, _WRITTEN[meant].format(**finding.facts)),))
