"""A copy at its address: compared, asked for its headers, and tried as a stranger would; also where the host is bad."""

from __future__ import annotations

import gzip
import ssl
import subprocess
import time
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.publish.verifying import Host, answering, edition, hosting, page, rules

from kring.command.reporters.formats import as_annotations
from kring.command.reporters.report import Report
from kring.command.reporters.terminal import as_text
from kring.findings import Finding
from kring.publish.http_client import root_of
from kring.publish.manifest import NAME, read_manifest
from kring.publish.verification import AT_ONCE, ENOUGH, Deployment, verify_site
from kring.rules.phrasing import is_error


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return edition(tmp_path / "p", "participant")


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    return edition(tmp_path / "f", "facilitator")


def visit(folder: Path, kind: type[Host] = Host, **wishes: object) -> tuple[Finding, ...]:
    with hosting(folder, kind) as (root, _):
        return verify_site(replace(Deployment(root, patience=0.5), **wishes))


def test_a_good_host_is_in_order_and_every_visitors_file_was_asked_for(copy: Path) -> None:
    with hosting(copy) as (root, asked):
        assert verify_site(Deployment(root)) == ()
    files = read_manifest((copy / NAME).read_bytes()).files
    assert {"/", "/sessie/1/", "/sessie/v%C3%B3%C3%B3r%20en%20na.txt"} <= set(asked)
    assert "/_headers" not in asked
    assert len(set(asked)) >= len(files) - 2


def test_a_site_may_lie_below_the_root_of_its_host(copy: Path) -> None:
    (copy.parent / "www").mkdir()
    copy.rename(copy.parent / "www/groep")
    found = visit_below(copy.parent / "www", "groep/")
    assert set(rules(found)) <= {"header", "lost-address"}  # the host's own page for what is not there


def visit_below(folder: Path, place: str) -> tuple[Finding, ...]:
    with hosting(folder) as (root, _):
        return verify_site(Deployment(root + place))


def leaked(folder: Path) -> None:
    style = folder / "assets/facilitator/guide.css"
    style.parent.mkdir()
    style.write_text("p {}")


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda folder: (folder / "sessie/1/index.html").unlink(), "missing"),
        (lambda folder: (folder / "sitemap.xml").write_text("<y/>"), "changed"),
        (lambda folder: (folder / "sitemap.xml").write_text("<y>" * 99), "changed"),
        (lambda folder: (folder / NAME).unlink(), "no-manifest"),
        (lambda folder: (folder / NAME).write_text("{}"), "no-manifest"),
        (leaked, "both-editions"),
        (lambda folder: edition(folder / "facilitator", "facilitator"), "both-editions"),
    ],
)
def test_each_fault_of_a_copy_is_found(copy: Path, change: Callable[[Path], object], rule: str) -> None:
    change(copy)
    assert rules(visit(copy)) == [rule]


def test_a_preview_is_no_site_whichever_manifest_says_so(copy: Path, tmp_path: Path) -> None:
    known = read_manifest((edition(tmp_path / "preview", "participant", preview=True) / NAME).read_bytes())
    assert rules(visit(tmp_path / "preview")) == ["preview"]
    assert "preview" in rules(visit(copy, manifest=known))
    assert "preview" in rules(visit(copy, facilitator=True, manifest=known))


def test_the_whole_output_at_one_host_is_found(tmp_path: Path) -> None:
    edition(tmp_path / "www/participant", "participant")
    edition(tmp_path / "www/facilitator", "facilitator")
    assert "both-editions" in rules(visit_below(tmp_path / "www", "participant/"))


def test_an_old_copy_is_seen_by_the_manifest_of_a_newer_build(copy: Path, tmp_path: Path) -> None:
    newer = edition(tmp_path / "newer", "participant")
    (newer / "index.html").write_text(page("nieuw"))
    from kring.publish.manifest import write_manifest

    write_manifest(newer, "participant")
    assert rules(visit(copy, manifest=read_manifest((newer / NAME).read_bytes()))) == ["changed"]


class NoHeaders(Host):
    def extra(self, path: str, suffix: str) -> dict[str, str]:
        return {"Content-Type": super().extra(path, suffix)["Content-Type"]}


def test_headers_that_are_missing_are_errors_unless_the_host_cannot_send_them(copy: Path) -> None:
    found = visit(copy, NoHeaders)
    assert rules(found) == ["header"] * 7
    assert all(map(is_error, found))
    eased = visit(copy, NoHeaders, headers=False)
    assert rules(eased) == ["header"] * 7
    assert not any(map(is_error, eased))


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("Content-Security-Policy", "default-src 'self'", ["header"]),
        ("Referrer-Policy", "NO-REFERRER", ["header"]),
        ("X-Frame-Options", "SAMEORIGIN", ["header"]),
        ("Cross-Origin-Opener-Policy", " same-origin ", []),
        ("Content-Type", "text/plain", ["type"] * 4),
        ("Cache-Control", "public, max-age=86400", ["kept-too-long"]),
        ("Cache-Control", "max-age=600", []),
    ],
)
def test_each_header_is_compared_with_what_the_edition_asks_for(
    copy: Path, name: str, value: str, expected: list[str]
) -> None:
    class Other(Host):
        def extra(self, path: str, suffix: str) -> dict[str, str]:
            return super().extra(path, suffix) | {name: value}

    assert rules(visit(copy, Other)) == expected


def test_a_host_that_gives_a_page_for_any_address_is_found(copy: Path) -> None:
    def always(self: Host) -> None:
        if "niets" in self.path or "facilitator" in self.path or "guide" in self.path:
            self.send(200, (self.folder / "index.html").read_bytes(), ".html", "")
        else:
            Host.answer(self)

    assert rules(visit(copy, answering(always))) == ["lost-address"]


def test_a_host_that_packs_unasked_and_moves_pages_within_itself_is_in_order(copy: Path) -> None:
    class Packing(Host):
        def answer(self) -> None:
            if self.path == "/404.html":
                self.redirect("/404", 308)
            elif self.path == "/404":
                self.send(404, (self.folder / "404.html").read_bytes(), ".html", "")
            else:
                super().answer()

        def send(self, status: int, body: bytes, suffix: str, path: str) -> None:
            super().send(status, gzip.compress(body) if suffix == ".html" else body, suffix, path)

        def extra(self, path: str, suffix: str) -> dict[str, str]:
            packed = {"Content-Encoding": "gzip"} if suffix == ".html" else {}
            return super().extra(path, suffix) | packed

    assert visit(copy, Packing) == ()


def test_a_facilitators_site_that_anybody_can_read_is_an_error_whatever_was_asked(guide: Path) -> None:
    assert rules(visit(guide)) == ["no-wall"]
    assert set(rules(visit(guide, facilitator=True))) == {"no-wall"}


def asking_for_a_login(status: int, location: str | None = None) -> type[Host]:
    def answer(self: Host) -> None:
        if self.path.startswith("/login"):
            self.send(200, b"<form>", ".html", "")
        elif location:
            self.redirect(location, status)
        else:
            self.send(status, b"", ".html", "")

    return answering(answer)


@pytest.mark.parametrize(
    "wall",
    [
        asking_for_a_login(401),
        asking_for_a_login(403),
        asking_for_a_login(302, "https://inloggen.example.org/start?terug=1"),
        asking_for_a_login(302, "/login?terug=1"),
    ],
)
def test_every_kind_of_login_is_a_wall(guide: Path, wall: type[Host]) -> None:
    manifest = read_manifest((guide / NAME).read_bytes())
    assert visit(guide, wall, facilitator=True, manifest=manifest) == ()
    assert visit(guide, wall, facilitator=True) == ()


@pytest.mark.parametrize("hole", ["/kring-manifest.json", "/assets/facilitator/guide.css", "/", "/sessie/1/"])
def test_a_hole_in_the_wall_is_found(guide: Path, hole: str) -> None:
    def answer(self: Host) -> None:
        if self.path == hole:
            Host.answer(self)
        else:
            self.send(401, b"", ".html", "")

    manifest = read_manifest((guide / NAME).read_bytes())
    assert rules(visit(guide, answering(answer), facilitator=True, manifest=manifest)) == ["no-wall"]


@pytest.mark.parametrize("status", [404, 500])
def test_what_is_no_login_is_no_wall(guide: Path, status: int) -> None:
    assert set(rules(visit(guide, asking_for_a_login(status), facilitator=True))) == {"no-wall"}


def test_a_redirect_to_the_same_pages_elsewhere_is_no_wall(guide: Path) -> None:
    def answer(self: Host) -> None:
        self.redirect(f"https://www.example.org{self.path}", 301)

    assert rules(visit(guide, answering(answer), facilitator=True)) == ["elsewhere"]


def test_a_redirect_within_the_host_to_its_own_pages_is_no_wall(guide: Path) -> None:
    def answer(self: Host) -> None:
        if self.path == "/":
            self.redirect("/sessie/1/")
        elif self.path == "/sessie/1/":
            Host.answer(self)
        else:
            self.send(401, b"", ".html", "")

    assert rules(visit(guide, answering(answer), facilitator=True)) == ["no-wall"]


def test_the_other_edition_has_a_host_of_its_own_and_is_closed(copy: Path, guide: Path) -> None:
    with hosting(guide) as (is_open, _), hosting(guide, asking_for_a_login(401)) as (closed, _):
        assert visit(copy, other=closed) == ()
        assert set(rules(visit(copy, other=is_open))) == {"no-wall"}
    with hosting(copy) as (participants, _):
        assert visit(guide, asking_for_a_login(403), facilitator=True, other=participants) == ()
        assert "both-editions" in rules(verify_site(Deployment(participants, participants + "x/")))
        wrong = visit(guide, asking_for_a_login(403), facilitator=True, other=is_open.replace(":", ":", 1))
        assert "unreachable" in rules(wrong)


def test_the_address_given_as_the_participants_must_be_theirs(guide: Path) -> None:
    with hosting(guide) as (root, _):
        assert rules(visit(guide, asking_for_a_login(401), facilitator=True, other=root)) == ["wrong-edition"]


# Hosts that mean ill, or are broken.


def slow(self: Host) -> None:
    if self.path == f"/{NAME}":
        Host.answer(self)
        return
    self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(100):  # never silent for long, and never done
        self.wfile.write(b"x")
        self.wfile.flush()
        time.sleep(0.1)


def huge(self: Host) -> None:
    if self.path == f"/{NAME}":
        Host.answer(self)
        return
    self.send_response(200)
    self.end_headers()
    while True:
        self.wfile.write(b" " * 65536)


def test_a_host_that_drips_is_given_up_in_time(copy: Path) -> None:
    began = time.monotonic()
    found = rules(visit(copy, answering(slow)))
    assert found.count("unreachable") >= ENOUGH
    assert time.monotonic() - began < 30


def test_an_answer_without_end_is_not_read_to_its_end(copy: Path) -> None:
    began = time.monotonic()
    assert "changed" in rules(visit(copy, answering(huge)))
    assert time.monotonic() - began < 20


def test_a_manifest_without_end_is_not_read(copy: Path) -> None:
    def endless(self: Host) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b" " * 65536)

    assert rules(visit(copy, answering(endless))) == ["unreachable"]


def test_a_packed_bomb_is_not_unpacked(copy: Path) -> None:
    bomb = gzip.compress(b"0" * (64 << 20))

    class Bomb(Host):
        def answer(self) -> None:
            if self.path == "/sitemap.xml":
                self.send(200, bomb, ".xml", "")
            else:
                super().answer()

        def extra(self, path: str, suffix: str) -> dict[str, str]:
            return super().extra(path, suffix) | ({"Content-Encoding": "gzip"} if suffix == ".xml" else {})

    assert rules(visit(copy, Bomb)) == ["changed"]


@pytest.mark.parametrize("location", ["https://evil.example/x", "http://127.0.0.1:1/", "file:///etc/passwd", "//evil/"])
def test_nothing_is_asked_of_another_host(copy: Path, location: str) -> None:
    def elsewhere(self: Host) -> None:
        if self.path == "/sitemap.xml":
            self.redirect(location)
        else:
            Host.answer(self)

    found = visit(copy, answering(elsewhere))
    assert rules(found) == ["elsewhere"]


@pytest.mark.parametrize("location", ["http://[", "/\x1b[31m", "/na ar"])
def test_an_address_that_cannot_be_is_told(copy: Path, location: str) -> None:
    def astray(self: Host) -> None:
        if self.path == "/sitemap.xml":
            self.redirect(location)
        else:
            Host.answer(self)

    assert rules(visit(copy, answering(astray))) == ["unreachable"]


def test_nothing_that_a_host_says_steers_the_terminal(copy: Path) -> None:
    escape = "\x1b]0;weg\x07\x1b[2J\x9b31m"

    class Steering(Host):
        def answer(self) -> None:
            if self.path == "/sitemap.xml":
                self.redirect(f"https://elders.example/{escape}")
            else:
                super().answer()

        def extra(self, path: str, suffix: str) -> dict[str, str]:
            return super().extra(path, suffix) | {"Referrer-Policy": escape}

    report = Report(visit(copy, Steering), {}, "nl")
    assert sorted(finding.rule for finding in report.findings) == ["deployed/elsewhere", "deployed/header"]
    for text in (as_text(report), as_annotations(report)):
        assert "[2J" in text
        assert not [sign for sign in text if unicodedata.category(sign) == "Cc" and sign != "\n"]


def test_a_visit_ends_in_time_whatever_is_left(copy: Path, guide: Path) -> None:
    def late(self: Host) -> None:
        time.sleep(0.2)
        Host.answer(self)

    began = time.monotonic()
    assert rules(visit(copy, answering(late), longest=0.5)) == ["given-up"]
    assert rules(visit(guide, answering(late), facilitator=True, longest=0.3))[-1] == "given-up"
    assert time.monotonic() - began < 5


def test_a_host_whose_certificate_nobody_vouches_for_is_not_believed(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    make = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=proef -addext subjectAltName=IP:127.0.0.1"
    subprocess.run([*make.split(), "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with hosting(copy, secure=context) as (root, _):
        assert root.startswith("https:")
        (found,) = verify_site(Deployment(root))
        assert (found.rule, found.facts["answer"]) == ("deployed/unreachable", "not_secure")
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert verify_site(Deployment(root)) == ()
        assert rules(verify_site(Deployment(root.replace("127.0.0.1", "localhost")))) == ["unreachable"]


def test_a_circle_of_redirects_ends(copy: Path) -> None:
    assert rules(visit(copy, answering(lambda self: self.redirect(self.path)))) == ["unreachable"]


def test_an_answer_that_is_not_http_or_breaks_off_is_told(copy: Path) -> None:
    def broken(self: Host) -> None:
        if self.path == "/sitemap.xml":
            self.wfile.write(b"\x00\x01\x02\r\n\r\n")
        elif self.path.endswith(".css"):
            self.send_response(200)
            self.send_header("Content-Length", "4")
            self.end_headers()
            self.wfile.write(b"p")
        else:
            Host.answer(self)
        self.close_connection = True

    assert rules(visit(copy, answering(broken))) == ["unreachable"] * 2


def test_no_more_than_a_few_questions_are_asked_at_once(copy: Path) -> None:
    now, most = [0], [0]

    def counting(self: Host) -> None:
        now[0] += 1
        most[0] = max(most[0], now[0])
        time.sleep(0.02)
        Host.answer(self)
        now[0] -= 1

    assert visit(copy, answering(counting)) == ()
    assert 1 < most[0] <= AT_ONCE


def test_a_host_that_is_not_there_is_told() -> None:
    assert rules(verify_site(Deployment("http://127.0.0.1:1/"))) == ["unreachable"]


@pytest.mark.parametrize(
    "text",
    ["http://", "http://a b/", "https://u:p@h/", "https://h/?x", "https://h/#x", "http://h:99999/", "http://h:x"],
)
def test_what_is_no_address_of_a_site_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        root_of(text)
