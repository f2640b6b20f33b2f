"""The preview shows an edition and nothing else, with headers that a real host would send."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

import kring
from kring.publish.server import HEADERS, EditionServer, PortsTaken, open_server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[EditionServer]:
    """A server at work on a small edition."""
    edition = tmp_path / "edition"
    (edition / "sessie").mkdir(parents=True)
    (edition / "leeg").mkdir()
    (edition / "index.html").write_text("begin", encoding="utf-8")
    (edition / "sessie/index.html").write_text("sessie", encoding="utf-8")
    (edition / "404.html").write_text("niet hier", encoding="utf-8")
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
    assert (answer.status, text) == (404, "niet hier")


@pytest.mark.parametrize(("path", "method"), [("/", "GET"), ("/weg", "GET"), ("/weg", "HEAD"), ("/", "POST")])
def test_every_answer_bears_the_headers(server: EditionServer, path: str, method: str) -> None:
    answer, _ = get(server, path, method)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


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


SERVE_TWO = """
import sys
from pathlib import Path
from kring.publish.server import open_server, serve

servers = [open_server(Path(folder), [0]) for folder in sys.argv[1:]]
print(*(server.server_address[1] for server in servers), flush=True)
serve(servers)
print("closed", flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="sends an interrupt")
def test_two_editions_are_served_on_two_ports_until_the_user_interrupts(tmp_path: Path) -> None:
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE_TWO, str(tmp_path / "een"), str(tmp_path / "twee")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(kring.__file__).parents[1])},
    )
    assert process.stdout is not None
    ports = [int(port) for port in process.stdout.readline().split()]
    for port, text in zip(ports, ("een", "twee"), strict=True):
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("GET", "/")
        assert connection.getresponse().read().decode() == text
        connection.close()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (0, "closed\n", "")
