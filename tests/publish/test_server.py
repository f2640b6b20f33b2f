"""The preview shows an edition and nothing else, with headers that a real host would send."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from kring.publish.security import headers
from kring.publish.server import CACHE, EditionServer, PortsTaken, open_server, serving
from kring.site.policy import policy, with_policy

POLICY = policy([b"1"])
MISSING = with_policy(b'<meta charset="utf-8">', POLICY).decode()
HEADERS = {**headers(POLICY), **CACHE}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[EditionServer]:
    """A server at work on a small edition."""
    edition = tmp_path / "edition"
    (edition / "sessie").mkdir(parents=True)
    (edition / "leeg").mkdir()
    (edition / "index.html").write_text("begin", encoding="utf-8")
    (edition / "sessie/index.html").write_text("sessie", encoding="utf-8")
    (edition / "404.html").write_text(f"{MISSING}niet hier", encoding="utf-8")
    (edition / "a b.js").write_text("1", encoding="utf-8")
    (edition / ".kring-output").write_text("geheim", encoding="utf-8")
    (tmp_path / "buiten.txt").write_text("geheim", encoding="utf-8")
    server = open_server(edition, [0])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def get(server: EditionServer, path: str, method: str = "GET") -> tuple[HTTPResponse, str]:
    """Ask for a path as it stands."""
    connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=5)
    try:
        connection.request(method, path)
        answer = connection.getresponse()
        return answer, answer.read().decode()
    finally:
        connection.close()


def test_pages_and_files_are_there(server: EditionServer) -> None:
    assert get(server, "/")[1] == "begin"
    assert get(server, "/sessie/")[1] == "sessie"
    answer, _ = get(server, "/a%20b.js?h=x")
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"


def test_a_folder_without_slash_is_redirected(server: EditionServer) -> None:
    answer, _ = get(server, "/sessie")
    assert (answer.status, answer.headers["Location"]) == (301, "/sessie/")


@pytest.mark.parametrize(
    "path", ["/weg", "/leeg/", "/.kring-output", "/%2ekring-output", "/../buiten.txt", "/%2e%2e/b"]
)
def test_what_is_not_a_page_is_answered_with_the_404_page(server: EditionServer, path: str) -> None:
    answer, text = get(server, path)
    assert (answer.status, text) == (404, f"{MISSING}niet hier")


@pytest.mark.parametrize(("path", "method"), [("/", "GET"), ("/weg", "GET"), ("/weg", "HEAD"), ("/", "POST")])
def test_every_answer_bears_the_headers(server: EditionServer, path: str, method: str) -> None:
    answer, _ = get(server, path, method)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_before_there_are_pages_no_script_of_theirs_is_allowed(server: EditionServer) -> None:
    (server.folder / "404.html").unlink()
    answer, _ = get(server, "/weg")
    assert "script-src 'self';" in answer.headers["Content-Security-Policy"]


def test_an_exchanged_edition_shows_at_once(server: EditionServer) -> None:
    assert get(server, "/")[1] == "begin"
    server.folder.rename(server.folder.with_name("oud"))
    server.folder.mkdir()
    (server.folder / "index.html").write_text("nieuw", encoding="utf-8")
    assert get(server, "/")[1] == "nieuw"


def test_it_listens_on_this_machine_only(server: EditionServer) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.server_address[1]}/"


def test_the_next_port_is_taken_when_the_first_is_busy(server: EditionServer) -> None:
    busy = server.server_address[1]
    with pytest.raises(PortsTaken, match=str(busy)):
        open_server(server.folder, [busy])
    with open_server(server.folder, [busy, 0]) as other:
        assert other.server_address[1] != busy


def test_each_edition_has_a_port_of_its_own_as_long_as_the_context_is_open(tmp_path: Path) -> None:
    servers = []
    with ExitStack() as stack:
        for name in ("een", "twee"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "index.html").write_text(name, encoding="utf-8")
            servers.append(open_server(tmp_path / name, [0]))
            stack.enter_context(serving(servers[-1]))
        assert [get(server, "/")[1] for server in servers] == ["een", "twee"]
    with pytest.raises(ConnectionRefusedError):
        get(servers[0], "/")
