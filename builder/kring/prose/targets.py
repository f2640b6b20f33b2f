"""Addresses of links and images: the schemes that Kring knows, and how an address is judged."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import quote

from kring.source.kinds import KINDS, Kind


class Scheme(StrEnum):
    """What stands before the colon of an address that leads to no file of content; else the kind of that file does."""

    TERM = "term"
    MEDIA = "media"
    HTTPS = "https"
    MAILTO = "mailto"
    TEL = "tel"


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """An address that may be used.

    `target` is the id (for a module step `module/step`), the file name in `media/`, or for https, mailto
    and tel the whole address, ready to be used. `anchor` is the slug of a heading on a page of our own.
    """

    scheme: Kind | Scheme
    target: str
    anchor: str | None = None


SCHEMES: Mapping[str, Kind | Scheme] = MappingProxyType(
    {kind.value: kind for kind, spec in KINDS.items() if spec.by_link} | {scheme.value: scheme for scheme in Scheme}
)
"""All that may stand before the colon of an address."""


class AddressFault(StrEnum):
    """Why an address may not be used."""

    UNSAFE = "unsafe"  # could run code, read the device, or is disguised
    NOT_SECURE = "not_secure"  # http: or //host
    RELATIVE = "relative"  # a path, or nothing before a colon
    UNKNOWN_SCHEME = "unknown_scheme"
    MALFORMED = "malformed"  # a known scheme, but not what belongs behind it


_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_INTERNAL = re.compile(rf"(?P<id>{_ID})(?:#(?P<anchor>{_ID}))?")
_MODULE = re.compile(rf"(?P<id>{_ID}(?:/{_ID})?)(?:#(?P<anchor>{_ID}))?")
_HTTPS = re.compile(r"//[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:[/?#][^\s\\]*)?")
_MAILTO = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}")
_TEL = re.compile(r"\+?[0-9](?:-?[0-9])*")
_MEDIA = re.compile(r'[^\s./\\<>:"|?*#%][^/\\<>:"|?*#%]*\.[A-Za-z0-9]+')
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")

FORMS: Mapping[str, str] = {
    Kind.MODULE: "module:id/step-id",
    Scheme.MEDIA: "media:plaatje.svg",
    Scheme.HTTPS: "https://example.org/",
    Scheme.MAILTO: "mailto:naam@example.org",
    Scheme.TEL: "tel:0800-2000",
}
"""What an address of a scheme looks like; of the others `scheme:id` or `scheme:id#heading`."""


@lru_cache(maxsize=16_384)
def parse(address: str) -> LinkTarget | AddressFault:  # noqa: PLR0911 - guard clauses, the gravest first
    """Judge an address, unescaped but otherwise as the author wrote it."""
    if any(unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") for character in address):
        # Browsers drop some of these, so that `java<tab>script:` would come back to life.
        return AddressFault.UNSAFE
    match = _SCHEME.fullmatch(address.strip())
    if not match:
        return AddressFault.NOT_SECURE if address.strip().startswith("//") else AddressFault.RELATIVE
    written, rest = match[1], match[2]
    if written.lower() in ("javascript", "vbscript", "data", "file", "blob", "about", "view-source"):
        return AddressFault.UNSAFE
    if written.lower() == "http":
        return AddressFault.NOT_SECURE
    scheme = SCHEMES.get(written)
    if scheme is None:
        return AddressFault.UNKNOWN_SCHEME
    if address != address.strip():
        return AddressFault.MALFORMED
    return _of_scheme(scheme, rest) or AddressFault.MALFORMED


def written_scheme(address: str) -> str:
    """Return what stands before the first colon ("" without one)."""
    match = _SCHEME.fullmatch(address.strip())
    return match[1] if match else ""


def form_of(scheme: str) -> str:
    """Return an example of an address of a scheme."""
    return FORMS.get(scheme, f"{scheme}:id")


def _of_scheme(scheme: Kind | Scheme, rest: str) -> LinkTarget | None:
    match scheme:
        case Scheme.HTTPS if _HTTPS.fullmatch(rest):
            return LinkTarget(scheme, "https:" + _percent_encoded(rest))
        case Scheme.MAILTO if _MAILTO.fullmatch(rest):
            return LinkTarget(scheme, f"mailto:{rest}")
        case Scheme.TEL if _TEL.fullmatch(rest):
            return LinkTarget(scheme, f"tel:{rest}")
        case Scheme.MEDIA if _MEDIA.fullmatch(rest):
            return LinkTarget(scheme, unicodedata.normalize("NFC", rest))
        case Scheme.HTTPS | Scheme.MAILTO | Scheme.TEL | Scheme.MEDIA:
            return None
    match = (_MODULE if scheme is Kind.MODULE else _INTERNAL).fullmatch(rest)
    return LinkTarget(scheme, match["id"], match["anchor"]) if match else None


def _percent_encoded(address: str) -> str:
    """Encode what may not stand in an address; what was encoded already stays."""
    return _BAD_PERCENT.sub("%25", quote(address, safe="!#$%&'()*+,/:;=?@~-._"))
