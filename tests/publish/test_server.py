"""The preview shows an edition and nothing else, with headers that a real host would send."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from socket import create_connection

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
    for name in (".kring-output", ".kring-nginx.conf", "_headers", "kring-manifest.json"):
        (edition / name).write_text("geheim", encoding="utf-8")
    (tmp_path / "buiten.txt").write_text("geheim", encoding="utf-8")
    (edition / "link.txt").symlink_to(tmp_path / "buiten.txt")
    (edition / "map").symlink_to(tmp_path)
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


def raw(server: EditionServer, request: bytes) -> bytes:
    """Send the bytes of a request as no client of ours would, and return all that is answered."""
    with create_connection(server.server_address[:2], timeout=5) as connection:
        connection.sendall(request)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def test_pages_and_files_are_there(server: EditionServer) -> None:
    assert get(server, "/")[1] == "begin"
    assert get(server, "/sessie/")[1] == "sessie"
    answer, _ = get(server, "/a%20b.js?h=x")
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"


def test_a_folder_without_slash_is_redirected(server: EditionServer) -> None:
    answer, _ = get(server, "/sessie")
    assert (answer.status, answer.headers["Location"]) == (301, "/sessie/")
    (server.folder / "vóór 1").mkdir()
    (server.folder / "vóór 1/index.html").write_text("v", encoding="utf-8")
    answer, _ = get(server, "/v%C3%B3%C3%B3r%201?%0d%0aSet-Cookie:x")
    assert answer.headers["Location"] == "/v%C3%B3%C3%B3r%201/"


def test_only_the_headers_are_sent_to_who_asks_for_those(server: EditionServer) -> None:
    for path in ("/", "/sessie/", "/a%20b.js", "/weg"):
        whole, text = get(server, path)
        head, nothing = get(server, path, "HEAD")
        assert (head.status, nothing) == (whole.status, "")
        assert head.headers["Content-Length"] == whole.headers["Content-Length"] == str(len(text))


@pytest.mark.parametrize(
    "path",
    [
        "/weg",
        "/leeg/",
        "/leeg",
        "/.kring-output",
        "/%2ekring-output",
        "/.kring-nginx.conf",
        "/_headers",
        "/%5Fheaders",
        "/kring-manifest.json",
        "/link.txt",
        "/map/buiten.txt",
        "/index.html/",
        "/sessie//",
        "/sessie//index.html",
        "/../buiten.txt",
        "/%2e%2e/buiten.txt",
        "/..%2fbuiten.txt",
        "/%2e%2e%5cbuiten.txt",
        "/sessie/../../buiten.txt",
        "/sessie/..",
        "/..",
        "/.",
        "/%5C%5Chost%5Cshare/",
        "/%5c%5chost/share",
        "/%2F%2Fhost%2Fshare/",
        "/C:/",
        "/C:/Windows/win.ini",
        "/C%3A%5CWindows%5Cwin.ini",
        "/index.html::$DATA",
        "/con",
        "/%00",
        "/index.html%00",
        "/%00/index.html",
        "/" + "a" * 60_000,
        "/" + "a/" * 30_000,
    ],
)
def test_what_is_not_a_page_is_answered_with_the_404_page(
    path: str, server: EditionServer, capfd: pytest.CaptureFixture[str]
) -> None:
    answer, text = get(server, path)
    assert (answer.status, text) == (404, f"{MISSING}niet hier")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (b"/" + b"a" * 100_000, 414),
        (b"/%ff%fe", 400),
        (b"/\xff", 400),
        (b"/%c3%28", 400),
        (b"/%ed%a0%80", 400),
        (b"http://[/", 400),
        (b"http://elsewhere.example/index.html", 400),
        (b"*", 400),
        (b"index.html", 400),
        (b"/../../etc/passwd", 404),
        (b"//host/share/", 404),
        (b"\\\\host\\share", 400),
        (b"/\\host\\share", 404),
        (b"/\x00", 404),
        (b"/%", 404),
        (b"/%zz", 404),
        (b"/index.html#x", 404),
    ],
)
def test_no_request_line_is_too_strange_for_an_answer(
    path: bytes, status: int, server: EditionServer, capfd: pytest.CaptureFixture[str]
) -> None:
    host = f"localhost:{server.server_address[1]}".encode()
    answer = raw(server, b"GET " + path + b" HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n\r\n")
    assert answer.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"begin" not in answer
    assert b"geheim" not in answer
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", ["localhost", "LocalHost", "127.0.0.1", "[::1]"])
def test_it_answers_to_the_names_of_this_machine(name: str, server: EditionServer) -> None:
    connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=5)
    connection.request("GET", "/", headers={"Host": f"{name}:{server.server_address[1]}"})
    assert connection.getresponse().read() == b"begin"
    connection.close()


def test_at_the_usual_port_a_browser_leaves_it_out(server: EditionServer) -> None:
    assert "localhost" not in server.names
    server.server_address = ("127.0.0.1", 80)
    assert {"localhost", "127.0.0.1", "[::1]", "localhost:80"} < server.names


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
@pytest.mark.parametrize(
    "hosts",
    [
        [],
        [""],
        ["elsewhere.example"],
        ["elsewhere.example:{port}"],
        ["localhost"],
        ["localhost:1"],
        ["localhost.:{port}"],
        ["localhost.elsewhere.example:{port}"],
        ["127.0.0.1"],
        ["127.0.0.2:{port}"],
        ["127.1:{port}"],
        ["2130706433:{port}"],
        ["0.0.0.0:{port}"],
        ["[::]:{port}"],
        ["user@localhost:{port}"],
        ["localhost:{port}", "elsewhere.example"],
        ["localhost:{port}", "localhost:{port}"],
    ],
)
def test_who_asks_for_another_host_gets_nothing_of_the_edition(
    hosts: list[str], method: str, server: EditionServer, capfd: pytest.CaptureFixture[str]
) -> None:
    lines = [f"{method} / HTTP/1.1", *(f"Host: {host}" for host in hosts), "", ""]
    answer = raw(server, "\r\n".join(lines).format(port=server.server_address[1]).encode())
    head, _, body = answer.decode().partition("\r\n\r\n")
    assert head.startswith("HTTP/1.1 421 ")
    assert "Content-Type: text/plain; charset=utf-8" in head
    assert ("sha256-" in head, "begin" in body, MISSING in body) == (False, False, False)
    assert (server.address in body) == (method != "HEAD")
    assert capfd.readouterr() == ("", "")


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
