"""Links are found in order, at their place, and only usable addresses count."""

from __future__ import annotations

import pytest
from tests.payloads import ADDRESSES
from tests.prose.samples import blocks_of, inline_of

from kring.prose.links import links
from kring.prose.targets import AddressFault, LinkTarget, Scheme, parse
from kring.source.kinds import Kind


def test_links_come_in_the_order_in_which_they_are_written() -> None:
    text = (
        "[een](article:a) **[twee](module:b/c)**\n\n- > [drie](term:d#e)\n\n::: note\n![vier](media:f.svg)\n:::\n\n"
        "| x |\n|---|\n| \\| [vijf][r] |\n\n[r]: https://example.org/\n\n[zes](tel:113)[^1]\n\n"
        "[^1]: <mailto:a@example.org>\n\n## [acht](session:h)\n"
    )
    found = links(blocks_of(text))
    assert [(link.scheme.value, link.target, link.anchor, link.text) for link in found] == [
        ("article", "a", None, "een"),
        ("module", "b/c", None, "twee"),
        ("term", "d", "e", "drie"),
        ("media", "f.svg", None, "vier"),
        ("https", "https://example.org/", None, "vijf"),
        ("tel", "tel:113", None, "zes"),
        ("mailto", "mailto:a@example.org", None, "mailto:a@example.org"),
        ("session", "h", None, "acht"),
    ]
    lines = text.split("\n")
    for link in found:
        start, end = link.span.start, link.span.end
        written = lines[start.line - 1][start.column - 1 : end.column - 1]
        assert written.startswith(("[", "![", "<"))
        assert written.endswith((")", "]", ">"))
    assert [link.image for link in found].index(True) == 3
    assert (found[1].id, found[1].step) == ("b", "c")


def test_a_link_over_two_lines_stands_on_the_first() -> None:
    (link,) = links(inline_of("a\n  [b\nc](article:d)"))
    assert (link.text, link.span.start.line, link.span.start.column, link.span.end.column) == ("b c", 2, 3, 5)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_hostile_address_is_a_link(address: str) -> None:
    assert links(blocks_of(f"[a]({address}) [b](<{address}>) ![c]({address})\n\n<{address}>")) == ()


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("article:een-plan", LinkTarget(Kind.ARTICLE, "een-plan")),
        ("page:contact#adres", LinkTarget(Kind.PAGE, "contact", "adres")),
        ("module:plannen/stap-1", LinkTarget(Kind.MODULE, "plannen/stap-1")),
        ("https://example.org:8080/a?b=c#d", LinkTarget(Scheme.HTTPS, "https://example.org:8080/a?b=c#d")),
        ("https://example.org/é {x}%20%zz", AddressFault.MALFORMED),
        ("https://example.org/é{x}%20%zz", LinkTarget(Scheme.HTTPS, "https://example.org/%C3%A9%7Bx%7D%20%25zz")),
        ("mailto:a.b+c@example.org", LinkTarget(Scheme.MAILTO, "mailto:a.b+c@example.org")),
        ("tel:+31800-0113", LinkTarget(Scheme.TEL, "tel:+31800-0113")),
        ("media:mijn foto.png", LinkTarget(Scheme.MEDIA, "mijn foto.png")),
        ("media:e\u0301\u0301.png", LinkTarget(Scheme.MEDIA, "é\u0301.png")),
        ("javascript:alert(1)", AddressFault.UNSAFE),
        ("java\nscript:alert(1)", AddressFault.UNSAFE),
        ("http://example.org/", AddressFault.NOT_SECURE),
        ("//example.org/", AddressFault.NOT_SECURE),
        ("index.html", AddressFault.RELATIVE),
        ("Article:x", AddressFault.UNKNOWN_SCHEME),
        ("article:X", AddressFault.MALFORMED),
    ],
)
def test_an_address_is_judged(address: str, target: LinkTarget | AddressFault) -> None:
    assert parse(address) == target
