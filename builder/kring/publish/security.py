"""What a host has to send with an edition: security headers and how long files keep, ready for two kinds of host.

`_headers` is for hosts that read such a file from the folder that is uploaded to them (Netlify, Cloudflare Pages
and others); they take it as an order and do not serve it. The snippet for nginx lies in the same folder, so that
both always belong to the pages beside them: its policy holds the hashes of their scripts. Its name begins with a
dot, which few hosts serve and ours do not; and whoever reads it learns no more than every answer says anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from kring.own_files import write
from kring.site.policy import as_header, policy_in

HEADERS_FILE = "_headers"
NGINX_FILE = ".kring-nginx.conf"
FOR_THE_HOST = (NGINX_FILE, HEADERS_FILE)
"""Files of an edition that no visitor needs."""

MISSING_PAGE = "404.html"

DENIED = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)
"""What a browser could do and no page of ours does."""

OWN = ("autoplay", "clipboard-write", "fullscreen", "picture-in-picture")
"""What videos and copying need: our own pages, and nothing that might stand in them."""

FIXED: Mapping[str, str] = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": ", ".join(
        [*(f"{feature}=()" for feature in DENIED), *(f"{feature}=(self)" for feature in OWN)]
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""The headers that are the same for every edition."""

KEPT = "public, max-age=31536000, immutable"
ASKED_AGAIN = "no-cache"
TRANSPORT = "max-age=31536000; includeSubDomains"

_HASHED = r"\.[0-9a-f]{8}\.min\.(?:css|js)$"
"""Files whose name changes with their content: a browser may keep them for ever."""

_TRANSPORT_ADVICE = (
    "Advice: once this host, and every host below its name, answers over https only, let it say so as well. Browsers\n"
    "remember it for a year, and a visitor cannot pass over a faulty certificate any more. So that line is yours."
)


def headers(policy: str, *, preview: bool = False) -> dict[str, str]:
    """Return the headers that every answer of an edition bears whose pages say `policy`."""
    return {"Content-Security-Policy": as_header(policy), **FIXED} | ({"X-Robots-Tag": "noindex"} if preview else {})


def cached(address: str) -> str:
    """Return the Cache-Control of a file."""
    return KEPT if re.search(_HASHED, address) else ASKED_AGAIN


def host_files(missing_page: bytes, addresses: Iterable[str], *, preview: bool = False) -> dict[str, bytes]:
    """Return the files for a host, of an edition with that page for lost addresses and files at `addresses`."""
    wanted = headers(policy_in(missing_page), preview=preview)
    hashed = sorted(address for address in addresses if cached(address) == KEPT)
    return {HEADERS_FILE: _headers_file(wanted, hashed).encode(), NGINX_FILE: _nginx_file(wanted).encode()}


def write_host_files(edition: Path, *, preview: bool = False) -> None:
    """Write the files for a host into the edition whose root is `edition`."""
    addresses = (path.relative_to(edition).as_posix() for path in edition.rglob("*") if path.is_file())
    for name, data in host_files((edition / MISSING_PAGE).read_bytes(), addresses, preview=preview).items():
        write(edition, name, data)


def _headers_file(wanted: Mapping[str, str], hashed: Iterable[str]) -> str:
    lines = [
        "# Made by kring build: the headers of every answer of this edition.",
        *_comment(_TRANSPORT_ADVICE),
        f"#   Strict-Transport-Security: {TRANSPORT}",
        "/*",
        *(f"  {name}: {value}" for name, value in wanted.items()),
        "# What all rules for a file say is joined, so only these say how long they keep: the hosts that read this",
        "# file have browsers ask again for all others.",
    ]
    for address in hashed:
        lines += [f"/{address}", f"  Cache-Control: {KEPT}"]
    return "\n".join(lines) + "\n"


def _nginx_file(wanted: Mapping[str, str]) -> str:
    pattern = _HASHED.replace("(?:", "(")
    return f"""\
# Made by kring build. Inside `server {{ … }}`, beside `root` with the folder of this edition:
#   include /srv/www/edition/{NGINX_FILE};
# A location that has an add_header of its own loses all of these: put it here instead, or repeat them there.
{"".join(f"{line}{chr(10)}" for line in _comment(_TRANSPORT_ADVICE))}\
#   add_header Strict-Transport-Security "{TRANSPORT}" always;
index index.html;
error_page 404 /{MISSING_PAGE};
absolute_redirect off;
server_tokens off;
charset utf-8;
charset_types text/css text/javascript application/javascript application/json image/svg+xml text/plain;
{"".join(f'add_header {name} "{value}" always;{chr(10)}' for name, value in wanted.items())}\
set $kring_kept "{ASKED_AGAIN}";
if ($uri ~ "{pattern}") {{
    set $kring_kept "{KEPT}";
}}
# Not `always`: what is not there today may be there tomorrow.
add_header Cache-Control $kring_kept;
# Captions have no type in nginx's own list, and under nosniff a wrong one would be refused.
location ~ "\\.vtt$" {{
    types {{ text/vtt vtt; }}
}}
# What is for the host is not for visitors.
location ~ "(^|/)(\\.(?!well-known/)|{HEADERS_FILE}$)" {{
    return 404;
}}
"""


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in text.split("\n")]
