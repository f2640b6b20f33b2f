"""A web server for built sites on this machine, under the policy that the sites must live with (QUALITY.md, R5)."""

from __future__ import annotations

import base64
import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.clone import pages
from tests.line.html_page import read

POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self'; img-src 'self' data:; media-src 'self'; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; object-src 'none'"
)


def policy(site: Path) -> str:
    """Return the Content-Security-Policy of a site: of inline scripts, those that run in its pages, by their hashes."""
    scripts = {
        text
        for path in pages(site)
        for attributes, text in read(path).scripts
        if "src" not in attributes and attributes.get("type") != "application/json"
    }
    digests = sorted(base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts)
    return POLICY.format(hashes=" ".join(f"'sha256-{digest}'" for digest in digests))


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments, content_policy: str, **named) -> None:
        self._policy = content_policy
        super().__init__(*arguments, **named)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self._policy)
        self.send_header("Referrer-Policy", "no-referrer")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of a browser that left before it had everything."""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve the folder `site`; give its address, without a slash at the end."""
    handler = partial(_Handler, directory=str(site), content_policy=policy(site))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
