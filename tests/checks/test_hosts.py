"""Each site has a host of its own, and nothing that participants are shown leads to the facilitators'."""

from __future__ import annotations

import pytest
from tests.checks.roots import CONFIG, HELP, PROGRAMME, SESSION, Root

from kring.checks.hosts import origin
from kring.rules.phrasing import is_error

ARTICLE = "content/articles/rust.md"
PAGE = "content/pages/contact.md"
GLOSSARY = "content/glossary.yml"
MODULE = "content/modules/plannen.yml"
RULE = "site/facilitators-host"
ADDRESSES = (
    "addresses:\n  participant: https://groep.example.org\n  facilitator: https://Begeleiders.example.org/kring/\n"
)


HOSTS = [
    ("https://groep.example.org", "https://groep.example.org/begeleiders", True),
    ("https://groep.example.org", "https://GROEP.example.org:443", True),
    ("https://groep.example.org:443/", "https://groep.example.org:0443/", True),
    ("https://groep.example.org", "https://begeleiders.example.org", False),
    ("https://groep.example.org", "https://groep.example.org:8443", False),
    ("https://groep.example.org", "https://voorbeeld.example", False),
]


@pytest.mark.parametrize(("participant", "facilitator", "same"), HOSTS)
def test_the_two_sites_are_on_two_hosts(root: Root, participant: str, facilitator: str, same: bool) -> None:
    root.append(CONFIG, f"addresses:\n  participant: {participant}\n  facilitator: {facilitator}\n")
    assert root.seen() == ([f"{CONFIG}:10:16 site/one-host"] if same else [])
    if same:
        (finding,) = root.findings()
        assert is_error(finding)
        assert [str(place) for place in finding.related] == [f"{CONFIG}:9:16"]


@pytest.mark.parametrize("only", ["participant", "facilitator"])
def test_one_address_alone_can_be_no_clash(root: Root, only: str) -> None:
    root.append(CONFIG, f"addresses:\n  {only}: https://groep.example.org\n")
    assert root.seen() == []


@pytest.fixture
def two_sites(root: Root) -> Root:
    """A root of which the addresses of both sites are known."""
    root.append(CONFIG, ADDRESSES)
    assert root.seen() == []
    return root


@pytest.mark.parametrize(
    "written",
    [
        "[gids](https://begeleiders.example.org)", "[gids](https://begeleiders.example.org/sessie/1/#doel)",
        "[gids](https://BEGELEIDERS.Example.ORG/)", "[gids](https://begeleiders.example.org:8443/)",
        "[gids](<https://begeleiders.example.org/?a>)", "<https://begeleiders.example.org/>",
        "[gids][1]\n\n[1]: https://begeleiders.example.org/", "[gids](https://begeleiders&#46;example.org/)",
        r"[gids](https:\/\/begeleiders\.example.org/)", "**[gids](https://begeleiders.example.org)**",
        "- [gids](https://begeleiders.example.org)", "Zie https://begeleiders.example.org.",
        "Zie http://begeleiders.example.org/, of niet.", "Zie HTTPS://naam:woord@begeleiders.example.org:443/x",
        "Zie https://begeleiders.example.org./x", "Zie //begeleiders.example.org/x", "`https://begeleiders.example.org`",
        "::: note\n[gids](https://begeleiders.example.org)\n:::",
    ],
)  # fmt: skip
def test_an_address_of_the_facilitators_site_is_an_error(written: str, two_sites: Root) -> None:
    two_sites.append(ARTICLE, f"\nLees {written}\n" if not written.startswith((":", "-")) else f"\n{written}\n")
    found = [finding for finding in two_sites.findings() if finding.rule == RULE]
    assert found
    assert all(is_error(finding) and finding.span.path == ARTICLE for finding in found)
    assert all(finding.span.start.line >= 8 for finding in found)


@pytest.mark.parametrize(
    "written",
    [
        "[gids](http://begeleiders.example.org)", "[gids](//begeleiders.example.org)",
        "[gids](https://begeleiders.example.org./)", "[gids](https://naam@begeleiders.example.org/)",
        "[gids](https://begeleiders。example.org/)", "[gids](https://ｂegeleiders.example.org/)",
        "[gids](https:/begeleiders.example.org)", r"[gids](https:\\begeleiders.example.org)",
        "[gids](https://begeleiders.example%2Eorg/)",
    ],
)  # fmt: skip
def test_a_disguised_address_is_an_error_too(written: str, two_sites: Root) -> None:
    two_sites.append(ARTICLE, f"\nLees {written}.\n")
    assert any(is_error(finding) and finding.span.start.line == 8 for finding in two_sites.findings())


@pytest.mark.parametrize(
    ("authority", "expected"),
    [
        ("Begeleiders.Example.org", ("begeleiders.example.org", "443")),
        ("a:b@example.org.:0443", ("example.org", "443")),
        ("example.org:8443", ("example.org", "8443")),
        ("gro\u00e9p.example.org", ("xn--grop-dpa.example.org", "443")),
        ("gro%C3%A9p.example.org", ("xn--grop-dpa.example.org", "443")),
        ("example\u3002org", ("example.org", "443")),
        ("\uff45xample.org", ("example.org", "443")),
        ("a..\u00e9", ("a..\u00e9", "443")),
    ],
)  # fmt: skip
def test_an_origin_is_what_a_browser_asks(authority: str, expected: tuple[str, str]) -> None:
    assert origin(authority) == expected


LINK = "https://begeleiders.example.org/"

SHOWN = [
    (PAGE, None, f"\nZie [hier]({LINK}).\n"),
    (HELP, "Bel 112", f"Zie [hier]({LINK}). Bel 112"),
    (GLOSSARY, "Wie de groep leidt.", f"Wie [de groep]({LINK}) leidt."),
    (PROGRAMME, "Voor wie iets", f"Voor [wie]({LINK}) iets"),
    (PROGRAMME, "  - Je weet na afloop wat", f"  - Je weet via {LINK} na afloop wat"),
    (SESSION, "  Schrijf op wat je eerste", f"  Zie [hier]({LINK}). Schrijf op wat je eerste"),
    (CONFIG, "  name: Voorbeeldorganisatie\n", f"  name: Voorbeeldorganisatie\n  url: {LINK}\n"),
    (CONFIG, "languages:", f"  text: Zie [hier]({LINK}).\nlanguages:"),
    (CONFIG, "languages:", f"brand:\n  welcome: |\n    Zie [hier]({LINK}).\nlanguages:"),
    (MODULE, "https://", f"{LINK}?"),
    (ARTICLE, "summary: Waarom", f"media:\n  - id: a\n    kind: video\n    title: Film\n    url: {LINK}\n    transcript: Nee.\nsummary: Waarom"),
    (ARTICLE, "summary: Waarom", f"sources:\n  - Zie {LINK}\nsummary: Waarom"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new"), SHOWN, ids=[f"{path} {new[:24]!r}" for path, _, new in SHOWN])
def test_so_it_is_wherever_participants_read(path: str, old: str | None, new: str, two_sites: Root) -> None:
    if old is None:
        two_sites.append(path, new)
    else:
        text = (two_sites.folder / path).read_text(encoding="utf-8")
        assert old in text
        two_sites.write({path: text.replace(old, new, 1)})
    found = [finding for finding in two_sites.findings() if finding.rule == RULE]
    assert [finding.span.path for finding in found] == [path]
    lines = (two_sites.folder / path).read_text(encoding="utf-8").split("\n")
    assert "begeleiders.example.org" in lines[found[0].span.start.line - 1]


def test_a_link_is_reported_once_and_at_its_place(two_sites: Root) -> None:
    two_sites.append(ARTICLE, f"\nLees [de gids]({LINK}) of {LINK}.\n")
    assert two_sites.seen() == [f"{ARTICLE}:8:6 {RULE}", f"{ARTICLE}:8:53 {RULE}"]


def test_facilitators_may_be_led_to_their_own_site(two_sites: Root) -> None:
    two_sites.append(ARTICLE, f"\n::: facilitator\nZie [de gids]({LINK}).\n:::\n")
    two_sites.change(PROGRAMME, "Bel binnen een week.", f"Bel binnen een week. Zie [de gids]({LINK}).")
    two_sites.change(SESSION, "Wat neem je mee?", f"Wat neem je mee? Zie {LINK}")
    assert two_sites.seen() == []


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/begeleiders.example.org", "https://mijn-begeleiders.example.org/",
        "https://begeleiders.example.org.example.com/", "https://example.org/?naar=begeleiders.example.org",
        "https://groep.example.org/",
    ],
)  # fmt: skip
def test_another_host_is_another_host(address: str, two_sites: Root) -> None:
    two_sites.append(ARTICLE, f"\nLees [dit]({address}), of {address}\n")
    assert two_sites.seen() == []


def test_where_only_the_port_differs_the_own_site_is_no_fault(two_sites: Root) -> None:
    two_sites.change(CONFIG, "https://Begeleiders.example.org/kring/", "https://groep.example.org:8443")
    two_sites.append(ARTICLE, "\nLees [dit](https://groep.example.org/) of [dat](https://groep.example.org:8443/).\n")
    assert two_sites.seen() == [f"{ARTICLE}:8:43 {RULE}"]


def test_without_an_address_of_their_site_nothing_is_asked(two_sites: Root) -> None:
    two_sites.change(CONFIG, "  facilitator: https://Begeleiders.example.org/kring/\n", "")
    two_sites.append(ARTICLE, f"\nLees [dit]({LINK}).\n")
    assert two_sites.seen() == []
