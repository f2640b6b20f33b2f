"""The policy: what a page may do, said by the page itself, with the hashes of the scripts that stand in it."""

from __future__ import annotations

import pytest

from kring.site.policy import as_header, inline_scripts, policy, policy_in, with_policy

PAGE = b'<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body></body></html>'

REQUIRED = (
    "default-src 'none'; script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='; style-src 'self'; "
    "img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"
)
"""Rule R5, with the hash of `alert(1)` made by another program."""


def directives(text: str) -> set[str]:
    return set(text.split("; "))


def test_it_is_the_one_that_the_house_asks_for() -> None:
    assert directives(as_header(policy([b"alert(1)"]))) == directives(REQUIRED)


def test_a_page_says_all_but_what_only_a_header_can_say() -> None:
    page = with_policy(PAGE, policy([b"alert(1)"]))
    assert directives(REQUIRED) - directives(policy_in(page)) == {"frame-ancestors 'none'"}


def test_it_does_not_depend_on_the_order_of_the_scripts() -> None:
    assert policy([b"a", b"b"]) == policy([b"b", b"a"])
    assert policy([b"a"]) != policy([b"b"])


def test_a_page_has_it_before_all_that_it_is_about() -> None:
    page = with_policy(PAGE, policy())
    assert page.startswith(b'<!doctype html><html><head><meta charset="utf-8"><meta http-equiv=')
    assert page.replace(f'<meta http-equiv="Content-Security-Policy" content="{policy()}">'.encode(), b"") == PAGE


@pytest.mark.parametrize("page", [b"", b"<!doctype html><title>x</title>"])
def test_a_page_of_another_shape_is_a_bug(page: bytes) -> None:
    with pytest.raises(ValueError, match="page"):
        with_policy(page, policy())
    with pytest.raises(ValueError, match="without a policy"):
        policy_in(page)


@pytest.mark.parametrize(
    ("html", "scripts"),
    [
        (b"<script>a</script><script>b</script>", {b"a", b"b"}),
        (b"<SCRIPT type=module>a\n</SCRIPT >", {b"a\n"}),
        (b'<script src="a.js"></script>', set()),
        (b'<script id="__config" type="application/json">{}</script>', set()),
        (b"<script defer src=a.js></script><script data-src=x>b</script>", {b"b"}),
        (b"<p>&lt;script>a&lt;/script></p>", set()),
    ],
)
def test_scripts_in_a_page_are_those_that_a_browser_would_run(html: bytes, scripts: set[bytes]) -> None:
    assert inline_scripts(html) == scripts
