"""The recipe of the documentation on a real nginx: the facilitators' edition behind an organisation's sign-on."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.client import HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.clone import REPOSITORY, files, kring
from tests.line.nginx import FRAME, answer_of, nginx_program, running

from kring.publish.security import FOR_THE_HOST, headers
from kring.site.policy import policy_in

PAGE = REPOSITORY / "docs/pages/zo-doe-je-dat/online.md"
PORTS = {"participant": 18963, "facilitator": 18964}
HOLED = 18965
COOKIE = "_sign_on=begeleider"


def recipe(edition: str) -> str:
    """Return the block for nginx that the documentation shows for an edition."""
    shown = re.findall(
        r"^```text\n(server \{\n.*?^\})\n```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    return next(block for block in shown if ("auth_request" in block) == (edition == "facilitator"))


def as_here(edition: str, sites: Path, sign_on: int, port: int) -> str:
    """Return the block of an edition with the folders and ports of this test, and without a certificate."""
    block = recipe(edition)
    for name, word in (("participant", "deelnemers"), ("facilitator", "begeleiders")):
        block = block.replace(f"/srv/www/site-{word}", str(sites / name))
    assert "listen 443 ssl;" in block
    assert ("127.0.0.1:4180" in block) == (edition == "facilitator")
    return block.replace("listen 443 ssl;", f"listen 127.0.0.1:{port};").replace(
        "127.0.0.1:4180", f"127.0.0.1:{sign_on}"
    )


class SignOn(BaseHTTPRequestHandler):
    """As oauth2-proxy: 202 for who has signed on, 401 for a stranger, and a page to sign on."""

    asked: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.asked.append(self.path)
        known = COOKIE in (self.headers["Cookie"] or "")
        status = 200 if self.path.startswith("/oauth2/sign_in") else 202 if known else 401
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def sign_on() -> Iterator[int]:
    """The port of the organisation's sign-on."""
    with ThreadingHTTPServer(("127.0.0.1", 0), SignOn) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def host(built_sites: Path, sign_on: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Both editions as the documentation says."""
    folder = tmp_path_factory.mktemp("nginx")
    servers = "\n".join(as_here(edition, built_sites, sign_on, port) for edition, port in PORTS.items())
    with running(nginx_program(), folder, FRAME.format(folder=folder, servers=servers), PORTS.values()):
        yield


def get(edition: str, path: str, **sent: str) -> tuple[HTTPResponse, bytes]:
    return answer_of(PORTS[edition], path, **sent)


def test_a_stranger_gets_nothing_but_the_way_to_sign_on(host: None, built_sites: Path) -> None:
    for path in [*files(built_sites / "facilitator"), "", "is/er/niet/"]:
        answer, _ = get("facilitator", f"/{path}")
        # What even who has signed on does not get is refused before anybody is led to the sign-on.
        hidden = path in FOR_THE_HOST or path.startswith(".")
        assert answer.status == (401 if hidden else 302), path
        assert hidden or answer.headers["Location"] == f"/oauth2/sign_in?rd=/{path}"
    assert get("facilitator", "/oauth2/sign_in")[0].status == 200
    assert get("facilitator", "/oauth2/auth", Cookie=COOKIE)[0].status == 404


def test_who_has_signed_on_gets_every_file_with_all_headers(host: None, built_sites: Path) -> None:
    for path, data in files(built_sites / "facilitator").items():
        if path in FOR_THE_HOST or path.startswith("."):
            continue
        answer, body = get("facilitator", f"/{path}", Cookie=COOKIE)
        assert (answer.status, body) == (200, data), path
        wanted = headers(policy_in((built_sites / "facilitator/404.html").read_bytes()))
        assert {name: answer.headers[name] for name in wanted} == wanted
    assert get("facilitator", "/is/er/niet/", Cookie=COOKIE)[0].status == 404


def test_the_deployed_editions_are_in_order(host: None, clone: Path) -> None:
    addresses = {edition: f"http://127.0.0.1:{port}/" for edition, port in PORTS.items()}
    done = kring(clone, "verify", addresses["participant"], "--other", addresses["facilitator"])
    assert done.returncode == 0, done.stderr
    done = kring(clone, "verify", addresses["facilitator"], "--facilitator", "--other", addresses["participant"])
    assert done.returncode == 0, done.stderr


def test_a_wall_with_a_hole_would_be_seen(built_sites: Path, sign_on: int, tmp_path: Path, clone: Path) -> None:
    """A location of its own that lets strangers through: the books, say."""
    hole = "location ~ \\.json$ { auth_request off; }"
    block = as_here("facilitator", built_sites, sign_on, HOLED)
    servers = block.replace("location /oauth2/ {", f"{hole} location /oauth2/ {{")
    assert hole in servers
    with running(nginx_program(), tmp_path, FRAME.format(folder=tmp_path, servers=servers), [HOLED]):
        done = kring(clone, "verify", f"http://127.0.0.1:{HOLED}/", "--facilitator")
    assert done.returncode == 1
    assert "[deployed/no-wall]" in done.stderr, done.stderr
