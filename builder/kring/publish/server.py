"""The preview: each edition from a port of its own on this machine, for the eyes of one person.

A website can let its own name lead to this machine, and read with the eyes of whoever visits it. So the name that is
asked for must be one of this machine.
"""

from __future__ import annotations

import errno
import os
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote, unquote_to_bytes

from kring.publish import manifest
from kring.publish.security import FOR_THE_HOST, MISSING_PAGE, headers
from kring.site.policy import policy, policy_in

HOST = "127.0.0.1"
USUAL_PORT = 80
TAKEN = {errno.EADDRINUSE, errno.EACCES}

CACHE = {"Cache-Control": "no-store"}
"""Of a preview the next look shows the next state."""

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".gz": "application/gzip",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".vtt": "text/vtt; charset=utf-8",
}
"""Written out, because what the system would say differs from machine to machine."""

PAGE = TYPES[".html"]

NOT_SERVED = (*FOR_THE_HOST, manifest.NAME)
"""Files of an edition that nobody looks at in a preview; nor at one whose name begins with a dot."""

NAMES = ("localhost", HOST, "[::1]")
"""What a browser may call this machine: any other name may belong to a stranger who leads it here."""


class PortsTaken(Exception):
    """None of the ports is free. `ports` are those that were tried."""

    def __init__(self, ports: Sequence[int]) -> None:
        super().__init__(f"no free port among {', '.join(map(str, ports))}")
        self.ports = tuple(ports)


class EditionServer(ThreadingHTTPServer):
    """Serves one folder, read anew for each request, so that an exchanged output shows at once."""

    daemon_threads = True
    # Elsewhere the option would let two servers share a port.
    allow_reuse_address = os.name == "posix"

    def __init__(self, folder: Path, port: int, handler: type[Handler] | None = None) -> None:
        self.folder = folder
        super().__init__((HOST, port), handler or Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay quiet about a window that was closed while it was being answered."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HOST}:{self.server_address[1]}/"

    @property
    def names(self) -> frozenset[str]:
        """What a browser may send as the host that it asks: it leaves the usual port out."""
        port = self.server_address[1]
        return frozenset(f"{name}:{port}" for name in NAMES) | frozenset(NAMES if port == USUAL_PORT else ())


def open_server(folder: Path, ports: Iterable[int], handler: type[Handler] | None = None) -> EditionServer:
    """Open a server for `folder` on the first of `ports` that is free (0: any); `handler` answers requests.

    Raises:
        PortsTaken: none of them is.

    """
    tried = []
    for port in ports:
        try:
            return EditionServer(folder, port, handler)
        except OSError as error:
            if error.errno not in TAKEN:
                raise
            tried.append(port)
    raise PortsTaken(tried)


@contextmanager
def serving(server: EditionServer) -> Iterator[None]:
    """Serve in a thread of its own as long as the context is open."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def file_at(folder: Path, address: str) -> Path | None:
    """Return the file that stands at an address below `folder`, or None: no folder, no link, nothing for the host.

    It is looked up name by name among those that the folders list, and no path is ever made of what somebody
    asked for: so no sign in it can mean anything to a file system.
    """
    *names, last = address.removeprefix("/").split("/")
    here = folder
    for name in (*names, last or "index.html"):
        if name in NOT_SERVED or name.startswith("."):
            return None
        try:
            with os.scandir(here) as entries:
                found = next((entry for entry in entries if entry.name == name and not entry.is_symlink()), None)
        except OSError:
            return None
        if found is None:
            return None
        here = here / found.name
    return here if here.is_file() else None


class Handler(BaseHTTPRequestHandler):
    """Static files with fixed types and headers, and the edition's own 404 page, for who asks for this machine."""

    protocol_version = "HTTP/1.1"
    timeout = 30
    server: EditionServer
    asked = ""
    """What is asked for, without its query, decoded: `/` and what follows it."""

    def parse_request(self) -> bool:
        """Read a request, and answer one at once that is for another host, or that asks for nothing we understand."""
        if not super().parse_request():
            return False
        hosts = self.headers.get_all("Host", [])
        if len(hosts) != 1 or hosts[0].lower() not in self.server.names:
            self._refuse()
            return False
        path = self.path.partition("?")[0]
        try:
            self.asked = unquote_to_bytes(path.encode("latin-1")).decode()
        except UnicodeDecodeError:
            self.asked = ""
        if not self.asked.startswith("/"):
            self.send_error(HTTPStatus.BAD_REQUEST)
            return False
        return True

    def do_GET(self) -> None:
        """Answer a request."""
        self.answer()

    def do_HEAD(self) -> None:
        """Answer a request with the headers only."""
        self.answer()

    def answer(self) -> None:
        """Answer with the file at the address, or with where its page is."""
        if (content := self.content(self.asked)) is not None:
            suffix = PurePosixPath(self.asked).suffix.lower()
            self.send(content, PAGE if self.asked.endswith("/") else TYPES.get(suffix, "application/octet-stream"))
        elif (page := file_at(self.server.folder, f"{self.asked}/")) is not None:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{quote(page.parent.relative_to(self.server.folder).as_posix())}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def content(self, address: str) -> bytes | None:
        """Return what stands at an address now, if anything does."""
        file = file_at(self.server.folder, address)
        try:
            return None if file is None else file.read_bytes()
        except OSError:
            return None  # an update has just taken it away

    def send(self, content: bytes, type: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        """Send an answer whole; of one to a HEAD the headers only."""
        self.send_response(status)
        self.send_header("Content-Type", type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the edition's own page for that."""
        page = self.content(f"/{MISSING_PAGE}") if code == HTTPStatus.NOT_FOUND else None
        if page is None:
            super().send_error(code, message, explain)
        else:
            self.send(page, PAGE, HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Add the headers that every answer bears."""
        for name, value in self.always().items():
            self.send_header(name, value)
        super().end_headers()

    def always(self) -> Mapping[str, str]:
        """Return the headers that a host would send with this edition, and that nothing is kept."""
        return {**headers(self.policy()), **CACHE}

    def policy(self) -> str:
        """Return the policy of the edition as it is now; before there are pages, one without any script of theirs."""
        try:
            return policy_in(self.content(f"/{MISSING_PAGE}") or b"")
        except ValueError:
            return policy()

    def _refuse(self) -> None:
        """Say where the preview is, and nothing of what is in it: who asks may be the page of a stranger."""
        words = (
            f"Deze voorvertoning staat op {self.server.address}\nThis preview is at {self.server.address}\n".encode()
        )
        self.close_connection = True
        self.send_response(HTTPStatus.MISDIRECTED_REQUEST)
        for name, value in {**headers(policy()), **CACHE, "Connection": "close"}.items():
            self.send_header(name, value)
        self.send_header("Content-Type", TYPES[".txt"])
        self.send_header("Content-Length", str(len(words)))
        super().end_headers()
        if self.command != "HEAD":
            self.wfile.write(words)

    def log_message(self, format: str, *args: Any) -> None:
        """Stay quiet: only reporters print."""
