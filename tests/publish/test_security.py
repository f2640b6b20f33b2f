"""The files for a host say what an edition asks for, and nothing that its host would misread."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kring.publish.security import (
    FOR_THE_HOST,
    HEADERS_FILE,
    KEPT,
    NGINX_FILE,
    cached,
    headers,
    host_files,
    write_host_files,
)
from kring.site.policy import as_header, policy, with_policy

POLICY = policy([b"alert(1)"])
MISSING = with_policy(b'<!doctype html><meta charset="utf-8">', POLICY)
BUNDLE = "assets/javascripts/bundle.a5f9d56c.min.js"
ADDRESSES = ["index.html", "404.html", BUNDLE, "assets/stylesheets/kring.css"]


@pytest.fixture
def texts() -> dict[str, str]:
    """The files for a host, by name."""
    return {name: data.decode() for name, data in host_files(MISSING, ADDRESSES).items()}


def test_there_is_one_for_each_kind_of_host(texts: dict[str, str]) -> None:
    assert sorted(texts) == sorted(FOR_THE_HOST)


def test_each_says_every_header_with_the_policy_of_the_pages(texts: dict[str, str]) -> None:
    assert headers(POLICY)["Content-Security-Policy"] == as_header(POLICY)
    for name, value in headers(POLICY).items():
        assert f"\n  {name}: {value}\n" in texts[HEADERS_FILE]
        assert f'\nadd_header {name} "{value}" always;\n' in texts[NGINX_FILE]


def test_other_scripts_make_other_headers() -> None:
    other = with_policy(b'<!doctype html><meta charset="utf-8">', policy([b"alert(2)"]))
    one, two = host_files(MISSING, ADDRESSES), host_files(other, ADDRESSES)
    assert all(one[name] != two[name] for name in FOR_THE_HOST)


def test_only_files_whose_name_changes_with_them_are_kept(texts: dict[str, str]) -> None:
    assert [address for address in ADDRESSES if cached(address) == KEPT] == [BUNDLE]
    assert re.findall(r"^/(.+)\n  Cache-Control: (.*)$", texts[HEADERS_FILE], re.MULTILINE) == [(BUNDLE, KEPT)]


def test_no_header_is_said_twice_of_one_file_since_hosts_would_join_them(texts: dict[str, str]) -> None:
    everywhere, *others = texts[HEADERS_FILE].split("\n/")[1:]
    assert "Cache-Control" not in everywhere
    assert all(line.strip().startswith(("Cache-Control", "assets/")) for each in others for line in each.splitlines())


def test_hosts_read_every_line(texts: dict[str, str]) -> None:
    lines = texts[HEADERS_FILE].splitlines()
    assert all(line.startswith(("#", "/", "  ")) for line in lines)
    assert max(map(len, lines)) < 2_000
    assert len(lines) < 100


def test_strict_transport_is_advice(texts: dict[str, str]) -> None:
    for text in texts.values():
        assert [line for line in text.splitlines() if "Strict-Transport" in line and not line.startswith("#")] == []
        assert "Strict-Transport-Security" in text


def test_they_are_written_into_the_edition(tmp_path: Path) -> None:
    for address in ADDRESSES:
        (tmp_path / address).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / address).write_bytes(MISSING)
    write_host_files(tmp_path)
    assert {name: (tmp_path / name).read_bytes() for name in FOR_THE_HOST} == host_files(MISSING, ADDRESSES)
