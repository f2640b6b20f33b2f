"""The Content-Security-Policy of a site: scripts of ours and, of those in the pages, the shell's by their hashes."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
)
"""What a page can say of itself. Who may show it in a frame only a header can say."""

FRAMES = "frame-ancestors 'none'"
"""What only a header can say."""

_SCRIPT = re.compile(rb"<script\b([^>]*)>(.*?)</script\b", re.DOTALL | re.IGNORECASE)
_ELSEWHERE_OR_DATA = re.compile(rb"""\ssrc\s*=|\stype\s*=\s*["']?application/json\b""", re.IGNORECASE)
_BEGIN = b'<meta charset="utf-8">'
_META = b'<meta http-equiv="Content-Security-Policy" content="'


def policy(scripts: Iterable[bytes] = ()) -> str:
    """Return the policy under which of all scripts that stand in a page only `scripts` run."""
    hashes = sorted(base64.b64encode(hashlib.sha256(script).digest()).decode() for script in scripts)
    return "; ".join(DIRECTIVES).format(hashes="".join(f" 'sha256-{each}'" for each in hashes))


def as_header(policy: str) -> str:
    """Return a policy as a host sends it."""
    return f"{policy}; {FRAMES}"


def inline_scripts(page: bytes) -> frozenset[bytes]:
    """Return the scripts that stand in a page and that a browser would run."""
    return frozenset(
        script for attributes, script in _SCRIPT.findall(page) if not _ELSEWHERE_OR_DATA.search(attributes)
    )


def with_policy(page: bytes, policy: str) -> bytes:
    """Return a page that says its policy itself, before anything to which the policy applies.

    Raises:
        ValueError: the page does not say its encoding, behind which the policy belongs.

    """
    before, begin, after = page.partition(_BEGIN)
    if not begin:
        raise ValueError("a page that does not begin as ours do")
    return before + begin + _META + policy.encode() + b'">' + after


def policy_in(page: bytes) -> str:
    """Return the policy that a page of ours says.

    Raises:
        ValueError: it says none.

    """
    _, begin, after = page.partition(_META)
    if not begin:
        raise ValueError("a page without a policy")
    return after.partition(b'"')[0].decode()
