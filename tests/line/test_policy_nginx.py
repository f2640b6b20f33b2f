"""Both editions on a real nginx with the snippet that a build makes, the facilitators' one behind a login."""

from __future__ import annotations

import base64
import subprocess
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path

import pytest
from tests.clone import kring
from tests.line.nginx import FRAME, answer_of, nginx_program, running

from kring.publish.security import KEPT, headers
from kring.site.policy import policy_in

PORTS = {"participant": 18961, "facilitator": 18962}
NAME, WORD = "begeleider", "een-lang-wachtwoord"

SERVERS = """\
    server {{
        listen 127.0.0.1:{participant};
        root {sites}/participant;
        include {sites}/participant/.kring-nginx.conf;
    }}
    server {{
        listen 127.0.0.1:{facilitator};
        root {sites}/facilitator;
        include {sites}/facilitator/.kring-nginx.conf;
        {wall}
    }}
"""
LOGIN = "auth_basic Begeleiders; auth_basic_user_file {folder}/names;"


@pytest.fixture(params=["login", "open"])
def wall(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def nginx(built_sites: Path, tmp_path: Path, wall: str) -> Iterator[None]:
    """Both editions served, the facilitators' behind the wall."""
    program = nginx_program()
    hashed = subprocess.run(["openssl", "passwd", "-apr1", WORD], capture_output=True, text=True, check=True).stdout
    (tmp_path / "names").write_text(f"{NAME}:{hashed.strip()}\n", encoding="utf-8")
    login = LOGIN.format(folder=tmp_path) if wall == "login" else ""
    servers = SERVERS.format(sites=built_sites, wall=login, **PORTS)
    with running(program, tmp_path, FRAME.format(folder=tmp_path, servers=servers), PORTS.values()):
        yield


def get(edition: str, path: str, **sent: str) -> tuple[HTTPResponse, bytes]:
    return answer_of(PORTS[edition], path, **sent)


def address(edition: str) -> str:
    return f"http://127.0.0.1:{PORTS[edition]}/"


@pytest.mark.parametrize("wall", ["login"], indirect=True)
def test_a_host_made_as_the_recipe_says_is_in_order(nginx: None, clone: Path) -> None:
    done = kring(clone, "verify", address("participant"), "--other", address("facilitator"))
    assert done.returncode == 0, done.stderr
    assert "Geen fouten" in done.stderr
    done = kring(clone, "verify", address("facilitator"), "--facilitator", "--other", address("participant"))
    assert done.returncode == 0, done.stderr

    login = base64.b64encode(f"{NAME}:{WORD}".encode()).decode()
    answer, body = get("facilitator", "/", Authorization=f"Basic {login}")
    assert answer.status == 200
    assert {name: answer.headers[name] for name in headers(policy_in(body))} == headers(policy_in(body))
    assert get("facilitator", "/", Authorization="Basic eDp4")[0].status == 401

    for path in ("/.kring-nginx.conf", "/.kring-output", "/_headers", "/weg/"):
        answer, body = get("participant", path)
        assert answer.status == 404
        assert answer.headers["Content-Security-Policy"]
        assert "Cache-Control" not in answer.headers
    files = [path.name for path in (clone / "theme").rglob("*.woff2")]
    assert get("participant", f"/assets/fonts/{files[0]}")[0].headers["Content-Type"] == "font/woff2"
    bundle = next(line for line in _page("/").split('"') if "bundle." in line)
    assert get("participant", f"/{bundle}")[0].headers["Cache-Control"] == KEPT
    assert get("participant", "/")[0].headers["Cache-Control"] == "no-cache"


def _page(path: str) -> str:
    return get("participant", path)[1].decode()


@pytest.mark.parametrize("wall", ["open"], indirect=True)
def test_a_facilitators_site_that_is_open_by_mistake_is_seen(nginx: None, clone: Path) -> None:
    done = kring(clone, "verify", address("participant"), "--other", address("facilitator"))
    assert done.returncode == 1
    assert "[deployed/no-wall]" in done.stderr, done.stderr
