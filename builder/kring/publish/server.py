"""The preview: each edition from a port of its own on this machine, for the eyes of one person."""

from __future__ import annotations

import errno
import os
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from kring.publish.security import MISSING_PAGE, headers
from kring.site.policy import policy, policy_in

HOST = "127.0.0.1"
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


class Handler(SimpleHTTPRequestHandler):
    """Static files with fixed types and headers; no listings, no hidden files, the edition's own 404 page."""

    protocol_version = "HTTP/1.1"
    timeout = 30
    extensions_map = TYPES
    server: EditionServer

    def __init__(self, request: Any, client_address: Any, server: EditionServer) -> None:
        super().__init__(request, client_address, server, directory=str(server.folder))

    def send_head(self) -> Any:
        """Answer as the base class does, but only for what belongs to the site."""
        path = PurePosixPath(unquote(urlsplit(self.path).path))
        if any(part.startswith(".") for part in path.parts):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def list_directory(self, path: Any) -> None:  # noqa: ARG002 -- the form of the base class
        """Show no listing: a folder without a page is not there."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the edition's own page for that."""
        page = self.server.folder / MISSING_PAGE
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

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
            return policy_in((self.server.folder / MISSING_PAGE).read_bytes())
        except (OSError, ValueError):
            return policy()

    def log_message(self, format: str, *args: Any) -> None:
        """Stay quiet: only reporters print."""
