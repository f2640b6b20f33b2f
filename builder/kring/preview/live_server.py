"""The server of the preview: pages with a script that listens, and a stream that tells it what happened.

The script is put into pages as they are served; the files of the preview are those of a clean build.
"""

from __future__ import annotations

import json
import queue
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs

from kring.publish.server import PAGE, TYPES, Handler
from kring.site.policy import FRAMES
from kring.theme_files import theme_folder

PLACE = "/__kring__/"
"""Below this address stands what belongs to the preview and to no site."""

EVENTS = PLACE + "events"
SIDE_BY_SIDE = PLACE
OWN_FILES = {PLACE + name: name for name in ("live.js", "live.css")}
OWN_SITE = "same-origin"
"""What a browser says of a question by a page to the server that it came from."""
HEARTBEAT = 15.0
"""Seconds after which a silent stream says something, so that a closed window is noticed."""


@dataclass(eq=False, slots=True)
class Listener:
    """A window that has a page open, at `address` of an edition."""

    edition: str
    address: str
    messages: queue.SimpleQueue[Mapping[str, Any] | None] = field(default_factory=queue.SimpleQueue)


@dataclass(slots=True)
class Hub:
    """All open windows, and the last that is known of the content. Safe to use from several threads."""

    words: Mapping[str, str]
    """The words of the page with both editions."""
    addresses: dict[str, str] = field(default_factory=dict)
    """Edition → where its server is."""
    _listeners: set[Listener] = field(default_factory=set)
    _findings: Mapping[str, Any] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def looked_at(self) -> dict[str, set[str]]:
        """Return the addresses of the pages that are open, by edition."""
        with self._lock:
            found: dict[str, set[str]] = {}
            for listener in self._listeners:
                found.setdefault(listener.edition, set()).add(listener.address)
            return found

    def tell_findings(self, findings: Mapping[str, Any]) -> None:
        """Tell every window what is wrong with the content now, if anything."""
        with self._lock:
            self._findings = findings
            for listener in self._listeners:
                listener.messages.put(findings)

    def tell_changed(self, edition: str, addresses: set[str]) -> None:
        """Have the windows reload whose page is among `addresses` of files, or uses one that all pages do."""
        shared = any(address.endswith((".css", ".js", ".woff2")) for address in addresses)
        with self._lock:
            for listener in self._listeners:
                if listener.edition == edition and (shared or f"{listener.address}index.html" in addresses):
                    listener.messages.put({"type": "reload"})

    def enter(self, listener: Listener) -> None:
        """Take in a window, and tell it what is known."""
        with self._lock:
            self._listeners.add(listener)
            if self._findings:
                listener.messages.put(self._findings)

    def leave(self, listener: Listener) -> None:
        """Forget a window."""
        with self._lock:
            self._listeners.discard(listener)

    def close(self) -> None:
        """End all streams."""
        with self._lock:
            for listener in self._listeners:
                listener.messages.put(None)


def live_handler(edition: str, hub: Hub) -> type[Handler]:
    """Return the handler of one edition's server."""

    class Live(LiveHandler):
        pass

    Live.edition, Live.hub = edition, hub
    return Live


class LiveHandler(Handler):
    """Pages with the listening script in them, the stream of news, and the page with both editions."""

    edition: str
    hub: Hub

    def answer(self) -> None:
        """Answer a request."""
        page = self.content(self.asked) if self.asked.endswith("/") else None
        if self.asked == EVENTS:
            self._stream()
        elif self.asked == SIDE_BY_SIDE:
            self.send(side_by_side(self.hub.addresses, self.hub.words).encode(), PAGE)
        elif self.asked in OWN_FILES:
            file = theme_folder() / "preview" / OWN_FILES[self.asked]
            self.send(file.read_bytes(), TYPES[file.suffix])
        elif page is not None:
            self.send(with_script(page), PAGE)
        elif self.asked.endswith("/") and self.content("/") is None:
            self.send(with_script(waiting(self.hub.words).encode()), PAGE)
        else:
            super().answer()

    def always(self) -> Mapping[str, str]:
        """Return the headers of a host, but that the page with both editions may show them in frames."""
        sent = dict(super().always())
        del sent["X-Frame-Options"]
        both = " ".join(address.rstrip("/") for address in self.hub.addresses.values())
        shown = sent["Content-Security-Policy"].replace(FRAMES, f"frame-ancestors {both}")
        if self.asked == SIDE_BY_SIDE:
            shown = f"{shown}; frame-src {both}"
        return {**sent, "Content-Security-Policy": shown}

    def _stream(self) -> None:
        """Send news to one window until it goes away."""
        if not self._is_for_own_page():
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        asked = parse_qs(self.path.partition("?")[2])
        address, stamp = asked.get("page", [""])[0].lstrip("/"), asked.get("stamp", [""])[0]
        listener = Listener(self.edition, address)
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        if self.command == "HEAD":
            return
        self.hub.enter(listener)
        try:
            page = self.content(f"/{address}")
            if page is not None and stamp_of(page) != stamp:
                listener.messages.put({"type": "reload"})  # it changed while the window opened
            while (message := self._next(listener)) is not None:
                self.wfile.write(message)
                self.wfile.flush()
        except OSError:
            pass  # the window has gone
        finally:
            self.hub.leave(listener)

    def _is_for_own_page(self) -> bool:
        """Tell whether a page of this server asks, as far as a browser says who does."""
        own = f"http://{self.headers['Host']}".lower()
        return self.headers.get("Origin", own) == own and self.headers.get("Sec-Fetch-Site", OWN_SITE) == OWN_SITE

    def _next(self, listener: Listener) -> bytes | None:
        try:
            message = listener.messages.get(timeout=HEARTBEAT)
        except queue.Empty:
            return b": still here\n\n"
        return None if message is None else f"data: {json.dumps(message)}\n\n".encode()


def with_script(page: bytes) -> bytes:
    """Return a page with the listening script at its end."""
    script = f'<script src="{PLACE}live.js" data-stamp="{stamp_of(page)}"></script>'.encode()
    before, end, after = page.rpartition(b"</body>")
    return before + script + end + after


def stamp_of(page: bytes) -> str:
    """Return what tells one state of a page from another."""
    return sha256(page).hexdigest()[:16]


def waiting(words: Mapping[str, str]) -> str:
    """Return the page that stands everywhere until there is a site: its script shows what is wrong, and reloads it."""
    return (
        f'<!doctype html>\n<html lang="{words["language"]}"><head><meta charset="utf-8"><title>{words["title"]}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta name="color-scheme" content="light dark">'
        f'<link rel="stylesheet" href="{PLACE}live.css"></head>'
        f'<body class="waiting"><h1>{words["waiting"]}</h1><p>{words["soon"]}</p></body></html>\n'
    )


def side_by_side(addresses: Mapping[str, str], words: Mapping[str, str]) -> str:
    """Return the page that shows both editions beside each other, each from its own port."""
    frames = "".join(
        f'<section><h2><a href="{address}" target="_blank">{words[name]}</a></h2>'
        f'<iframe title="{words[name]}" src="{address}"></iframe></section>'
        for name, address in addresses.items()
    )
    return (
        f'<!doctype html>\n<html lang="{words["language"]}"><head><meta charset="utf-8"><title>{words["title"]}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<link rel="icon" href="/assets/kring.svg"><link rel="stylesheet" href="{PLACE}live.css"></head>'
        f'<body class="side-by-side"><h1>{words["title"]}</h1>{frames}</body></html>\n'
    )
