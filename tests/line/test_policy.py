"""The policy of both editions: every page says it, and hosts are told it. That no page breaks it: `every_page.py`."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.clone import EDITIONS, pages
from tests.line.browsing import visiting
from tests.line.html_page import read
from tests.line.serving import policy, rules

from kring.publish.manifest import verify

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
FRAMES = "; frame-ancestors 'none'"


def inline_scripts(page: Path) -> set[str]:
    """Return the scripts in a page that a browser would run, as a strict reader of HTML finds them."""
    return {
        text
        for attributes, text in read(page).scripts
        if "src" not in attributes and attributes.get("type") != "application/json"
    }


def hashes(scripts: set[str]) -> set[str]:
    return {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in scripts}


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_says_one_policy_which_allows_its_own_scripts_and_no_others(edition: str, built_sites: Path) -> None:
    site = built_sites / edition
    assert policy(site).endswith(FRAMES)
    assert "unsafe" not in policy(site)
    for page in pages(site):
        found = META.findall(page.read_text(encoding="utf-8"))
        assert len(found) == 1, page
        assert set(re.findall(r"'sha256-[^']+'", found[0])) == hashes(inline_scripts(page)), page
        if inline_scripts(page):
            assert found[0] == policy(site).removesuffix(FRAMES), page
        else:  # a redirect
            assert "script-src 'self';" in found[0]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_files_for_a_host_are_in_the_manifest_and_show_nothing_of_the_other_edition(
    edition: str, built_sites: Path
) -> None:
    assert not verify(built_sites / edition)
    for name in ("_headers", ".kring-nginx.conf"):
        text = (built_sites / edition / name).read_text(encoding="utf-8")
        assert not re.search("facilitator|begeleider|guide", text)


@pytest.mark.browser
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_page_alone_keeps_to_its_policy_where_the_host_sends_none(
    edition: str, built_sites: Path, chromium: Browser, homes: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.line import serving

    monkeypatch.setattr(serving, "rules", lambda _: {})
    with serving.serving(built_sites / edition) as home, visiting(chromium, home) as visit:
        visit.open(f"{home}/")
        assert visit.faults == []
        visit.page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'ran = 1'}))")
        visit.page.wait_for_timeout(100)
        assert any("policy: script-src" in fault for fault in visit.faults)
        assert visit.page.evaluate("typeof ran") == "undefined"


def test_hosts_are_told_all_that_a_security_officer_asks_for(built_sites: Path) -> None:
    for edition in EDITIONS:
        told = rules(built_sites / edition)["/*"]
        assert told["Referrer-Policy"] == "no-referrer"
        assert told["X-Content-Type-Options"] == "nosniff"
        assert told["Cross-Origin-Opener-Policy"] == told["Cross-Origin-Resource-Policy"] == "same-origin"
        assert {"camera=()", "geolocation=()", "microphone=()"} <= set(told["Permissions-Policy"].split(", "))
