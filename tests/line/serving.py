"""A web server for built sites on this machine, which sends what the `_headers` of a site tells hosts to send."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


def rules(site: Path) -> dict[str, dict[str, str]]:
    """Return the headers in `_headers`, by the path or pattern to which they belong."""
    found: dict[str, dict[str, str]] = {}
    for line in (site / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            found[line] = {}
        elif line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            found[list(found)[-1]][name] = value
        else:
            assert line.startswith("#"), line
    return found


def policy(site: Path) -> str:
    """Return the Content-Security-Policy of a site."""
    return rules(site)["/*"]["Content-Security-Policy"]


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments, rules: dict[str, dict[str, str]], **named) -> None:
        self._rules = rules
        super().__init__(*arguments, **named)

    def end_headers(self) -> None:
        for pattern, headers in self._rules.items():
            if pattern in ("/*", self.path):
                for name, value in headers.items():
                    self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of a browser that left before it had everything."""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve the folder `site`; give its address, without a slash at the end."""
    handler = partial(_Handler, directory=str(site), rules=rules(site))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
