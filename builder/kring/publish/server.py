"""The preview: each edition from a port of its own on this machine, for the eyes of one person."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterable, Sequence
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

HOST = "127.0.0.1"
TAKEN = {errno.EADDRINUSE, errno.EACCES}

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}

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
    ".mp4": "video/mp4",
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

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        super().__init__((HOST, port), _Handler)

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HOST}:{self.server_address[1]}/"


def open_server(folder: Path, ports: Iterable[int]) -> EditionServer:
    """Open a server for `folder` on the first of `ports` that is free (0: any).

    Raises:
        PortsTaken: none of them is.

    """
    tried = []
    for port in ports:
        try:
            return EditionServer(folder, port)
        except OSError as error:
            if error.errno not in TAKEN:
                raise
            tried.append(port)
    raise PortsTaken(tried)


def serve(servers: Sequence[EditionServer]) -> None:
    """Serve until the user interrupts (Ctrl-C), then close all servers."""
    threads = [threading.Thread(target=server.serve_forever, daemon=True) for server in servers]
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    except KeyboardInterrupt:
        pass
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()


class _Handler(SimpleHTTPRequestHandler):
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
        page = self.server.folder / "404.html"
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
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Stay quiet: only reporters print."""
