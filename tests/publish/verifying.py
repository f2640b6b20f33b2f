"""A small copy of each edition, as a build makes it, and hosts that serve copies well and badly."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from kring.findings import Finding
from kring.publish.manifest import write_manifest
from kring.publish.marker import write_marker
from kring.publish.security import cached, headers, write_host_files
from kring.publish.server import TYPES
from kring.rules.phrasing import hint, message
from kring.site.policy import policy, policy_in, with_policy

POLICY = policy([b"1"])


def page(text: str) -> str:
    shell = f'<!doctype html><meta charset="utf-8"><title>{text}</title><script>1</script>'
    return with_policy(shell.encode(), POLICY).decode()


def edition(folder: Path, name: str, *, preview: bool = False) -> Path:
    """Make a copy of the edition `name` in `folder`."""
    files = {
        "index.html": page(name),
        "404.html": page("niet hier"),
        "sessie/1/index.html": page("sessie 1"),
        "sessie/vóór en na.txt": "x",
        "assets/stylesheets/kring.css": "p {}",
        "assets/javascripts/bundle.a5f9d56c.min.js": "1",
        "search/search_index.json": "{}",
        "sitemap.xml": "<x/>",
    }
    if name == "facilitator":
        files["assets/facilitator/guide.css"] = "p {}"
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    write_host_files(folder, preview=preview)
    write_manifest(folder, name, preview=preview)
    write_marker(folder, [name], preview=preview)
    return folder


def rules(findings: tuple[Finding, ...]) -> list[str]:
    """Return the rules of findings, without their area; their words must be complete."""
    for finding in findings:
        assert message(finding, "nl")
        assert message(finding, "en")
        assert hint(finding, "nl")
    return [finding.rule.removeprefix("deployed/") for finding in findings]


class Host(BaseHTTPRequestHandler):
    """A good host of the folder `folder`. Those that are not override `answer` or `extra`."""

    folder: Path
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.answer()

    def answer(self) -> None:
        from urllib.parse import unquote

        path = unquote(self.path.partition("?")[0]).lstrip("/")
        file = self.folder / path
        if path == "" or path.endswith("/"):
            file /= "index.html"
        hidden = any(part.startswith(".") for part in path.split("/"))
        if hidden or path == "_headers" or not file.is_file():
            missing = self.folder / "404.html"
            self.send(404, missing.read_bytes() if missing.is_file() else b"weg", ".html", "")
        else:
            self.send(200, file.read_bytes(), file.suffix, path)

    def send(self, status: int, body: bytes, suffix: str, path: str) -> None:
        self.send_response(status)
        for name, value in self.extra(path, suffix).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def extra(self, path: str, suffix: str) -> dict[str, str]:
        missing = self.folder / "404.html"
        wanted = headers(policy_in(missing.read_bytes())) if missing.is_file() else {}
        return {**wanted, "Cache-Control": cached(path), "Content-Type": TYPES.get(suffix, "text/plain")}

    def redirect(self, location: str, status: int = 302) -> None:
        self.send_response(status)
        self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


class Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing of a visitor who left."""


@contextmanager
def hosting(
    folder: Path, kind: type[Host] = Host, *, secure: ssl.SSLContext | None = None
) -> Iterator[tuple[str, list[str]]]:
    """Serve `folder`; give the address of its root, and the list of what is asked for."""
    asked: list[str] = []
    handler = type("Serving", (kind,), {"folder": folder, "asked": asked})
    with Quiet(("127.0.0.1", 0), handler) as server:
        if secure is not None:
            server.socket = secure.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield f"http{'s' if secure else ''}://127.0.0.1:{server.server_port}/", asked
        finally:
            server.shutdown()
            thread.join()


def answering(answer: Callable[[Host], None]) -> type[Host]:
    """Return a kind of host that answers in another way."""
    return type("Other", (Host,), {"answer": answer})
