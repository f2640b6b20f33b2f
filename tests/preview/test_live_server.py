"""The preview's server: pages that listen, news that reaches the right windows, and nothing of it in the files."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path

import pytest

from kring.preview.live_server import EVENTS, HEARTBEAT, PLACE, Hub, live_handler, stamp_of
from kring.publish.server import EditionServer, open_server, serving

WORDS = {
    "language": "nl",
    "title": "Samen",
    "participant": "Deelnemers",
    "facilitator": "Begeleiders",
    "waiting": "Nog even",
    "soon": "Zodra de fouten weg zijn",
}
PAGE = b"<!doctype html><html><body><p>Hallo</p></body></html>"


class Window:
    """A browser window that listens to the stream of a page."""

    def __init__(self, server: EditionServer, page: str, stamp: str, sent: Mapping[str, str] | None = None) -> None:
        self.connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=5)
        self.connection.request("GET", f"{EVENTS}?page={page}&stamp={stamp}", headers=sent or {})
        self.answer = self.connection.getresponse()

    def next(self) -> dict[str, object]:
        while True:
            line = self.answer.readline()
            assert line, "the stream has ended"
            if line.startswith(b"data: "):
                found: dict[str, object] = json.loads(line.removeprefix(b"data: "))
                return found


@pytest.fixture
def hub() -> Hub:
    return Hub(WORDS)


@pytest.fixture
def server(tmp_path: Path, hub: Hub) -> Iterator[EditionServer]:
    (tmp_path / "artikel/rust").mkdir(parents=True)
    (tmp_path / "index.html").write_bytes(PAGE)
    (tmp_path / "artikel/rust/index.html").write_bytes(PAGE)
    (tmp_path / "style.css").write_bytes(b"p {}")
    with ExitStack() as stack:
        server = open_server(tmp_path, [0], live_handler("participant", hub))
        stack.enter_context(serving(server))
        stack.callback(hub.close)
        hub.addresses["participant"] = server.address
        yield server


def get(server: EditionServer, path: str, method: str = "GET") -> tuple[int, bytes]:
    connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=5)
    connection.request(method, path)
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def until_listening(hub: Hub, number: int) -> None:
    for _ in range(500):
        if sum(map(len, hub.looked_at().values())) == number:
            return
        threading.Event().wait(0.01)
    pytest.fail(f"{hub.looked_at()}")


def test_a_page_is_served_with_a_script_that_its_file_does_not_have(server: EditionServer) -> None:
    status, page = get(server, "/artikel/rust/")
    assert status == 200
    assert f'<script src="{PLACE}live.js" data-stamp="{stamp_of(PAGE)}"></script></body>'.encode() in page
    assert (server.folder / "artikel/rust/index.html").read_bytes() == PAGE
    assert get(server, f"{PLACE}live.js")[1].startswith(b"// @ts-check")


def test_until_there_is_a_site_a_page_waits_for_it(server: EditionServer, hub: Hub) -> None:
    (server.folder / "index.html").unlink()
    for path in ("/", "/artikel/onbekend/"):
        status, page = get(server, path)
        assert (status, b"Nog even" in page, f'<script src="{PLACE}live.js"'.encode() in page) == (200, True, True)
    window = Window(server, "/", "nog-niets")
    until_listening(hub, 1)
    (server.folder / "index.html").write_bytes(PAGE)
    hub.tell_changed("participant", {"index.html"})
    assert window.next() == {"type": "reload"}
    assert b"Nog even" not in get(server, "/")[1]


def test_a_window_reloads_when_its_page_or_a_style_has_changed(server: EditionServer, hub: Hub) -> None:
    window = Window(server, "/artikel/rust/", stamp_of(PAGE))
    until_listening(hub, 1)
    assert hub.looked_at() == {"participant": {"artikel/rust/"}}
    hub.tell_changed("participant", {"index.html"})
    hub.tell_changed("facilitator", {"artikel/rust/index.html"})
    hub.tell_findings({"type": "findings", "findings": ["iets"]})
    assert window.next() == {"type": "findings", "findings": ["iets"]}
    hub.tell_changed("participant", {"artikel/rust/index.html"})
    assert window.next() == {"type": "reload"}
    hub.tell_changed("participant", {"style.css"})
    assert window.next() == {"type": "reload"}


def test_a_window_that_opened_on_an_older_page_reloads_at_once(server: EditionServer) -> None:
    assert Window(server, "/", "ouder").next() == {"type": "reload"}


def test_a_window_that_opens_later_hears_what_is_wrong(server: EditionServer, hub: Hub) -> None:
    hub.tell_findings({"type": "findings", "findings": ["iets"]})
    assert Window(server, "/", stamp_of(PAGE)).next()["findings"] == ["iets"]


def test_a_closed_window_is_forgotten(server: EditionServer, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kring.preview.live_server.HEARTBEAT", 0.02)
    assert HEARTBEAT > 1
    window = Window(server, "/", stamp_of(PAGE))
    until_listening(hub, 1)
    window.answer.close()
    window.connection.close()
    until_listening(hub, 0)


def test_both_editions_stand_beside_each_other_in_frames(server: EditionServer, hub: Hub) -> None:
    hub.addresses["facilitator"] = "http://127.0.0.1:9/"
    status, page = get(server, PLACE)
    assert status == 200
    for address, name in ((server.address, "Deelnemers"), ("http://127.0.0.1:9/", "Begeleiders")):
        assert f'<iframe title="{name}" src="{address}"></iframe>'.encode() in page


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({}, 200),
        ({"Origin": "http://{host}", "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:9"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Host": "elsewhere.example"}, 421),
    ],
)
def test_only_a_page_of_this_server_hears_the_news(
    sent: dict[str, str], status: int, server: EditionServer, hub: Hub
) -> None:
    hub.tell_findings({"type": "findings", "findings": ["geheim"]})
    host = f"127.0.0.1:{server.server_address[1]}"
    window = Window(server, "/", stamp_of(PAGE), {name: value.format(host=host) for name, value in sent.items()})
    assert window.answer.status == status
    if status == 200:
        assert window.next()["findings"] == ["geheim"]
    else:
        assert b"geheim" not in window.answer.read()
        assert hub.looked_at() == {}


def test_who_asks_for_the_headers_of_the_news_gets_only_those(server: EditionServer, hub: Hub) -> None:
    assert get(server, EVENTS, "HEAD") == (200, b"")
    assert hub.looked_at() == {}


@pytest.mark.parametrize("path", ["/", "/artikel/rust/", PLACE, f"{PLACE}live.js", "/niets"])
def test_a_question_for_the_headers_is_answered_as_the_page_would_be(path: str, server: EditionServer) -> None:
    assert get(server, path, "HEAD") == (get(server, path)[0], b"")


def test_too_long_a_question_is_answered(server: EditionServer, capfd: pytest.CaptureFixture[str]) -> None:
    assert get(server, "/" + "a" * 100_000)[0] == 414
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "path",
    [f"{PLACE}../index.html", f"{PLACE}niets.js", "/../", "/.kring-output/", "/%00", "/%5C%5Chost%5Cshare/", "/C:/"],
)
def test_nothing_else_is_served(server: EditionServer, path: str) -> None:
    assert get(server, path)[0] == 404
