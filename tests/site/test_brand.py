"""What a site takes over of its organisation: the colour, the mark in the tab, and what a link to it shows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from tests.conftest import TESTS
from tests.site.whole_site import site_files

from kring.pipeline import check
from kring.site.tree import Tree, site_tree
from kring.theme_files import theme_folder

MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#7a1f5c"/></svg>'
CONFIG = "site_config.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = shutil.copytree(TESTS / "minimal_root", tmp_path / "root")
    with (root / CONFIG).open("a", encoding="utf-8") as file:
        file.write('brand:\n  colour: "#7a1f5c"\naddresses:\n  participant: https://groep.example.org\n')
        file.write("  facilitator: https://begeleiders.example.org\n")
    return root


def with_mark(root: Path, name: str = "beeldmerk.svg") -> Path:
    text = (root / CONFIG).read_text(encoding="utf-8")
    (root / CONFIG).write_text(text.replace("brand:\n", f"brand:\n  icon: {name}\n"), encoding="utf-8")
    (root / "content/media").mkdir(exist_ok=True)
    (root / "content/media/beeldmerk.svg").write_text(MARK, encoding="utf-8")
    return root


def trees(root: Path):
    checked = check(root)
    assert [finding for finding in checked.findings if finding.severity == "error"] == []
    return {name: site_tree(plan, theme_folder()) for name, plan in checked.plans.items()}


def test_a_site_is_called_after_its_organisation(root: Path) -> None:
    names = {"participant": "Voorbeeldorganisatie", "facilitator": "Voorbeeldorganisatie, voor begeleiders"}
    for edition, tree in trees(root).items():
        assert tree.site.name == names[edition]
        pages = {path: data.decode() for path, data in site_files(tree, date=0) if path.endswith(".html")}
        headings = {
            path: re.findall(r"(?s)<title>.*?</title>|<header.*?</header>", page) for path, page in pages.items()
        }
        assert [path for path, found in headings.items() if "Kring" in str(found)] == []


def test_the_mark_in_the_tab_has_the_colour_of_the_brand(root: Path) -> None:
    for tree in trees(root).values():
        assert tree.site.icon == "assets/icon.svg"
        assert b'fill="#7a1f5c"' in tree.files["assets/icon.svg"]
        assert b"--kring-light-colour: #" in tree.files["assets/stylesheets/brand.css"]


def test_an_organisation_may_have_a_mark_of_its_own(root: Path) -> None:
    for tree in trees(with_mark(root)).values():
        assert tree.site.icon == "media/beeldmerk.svg"
        assert tree.site.own_icon
        assert b"#7a1f5c" in tree.files["media/beeldmerk.svg"]
        assert "assets/icon.svg" not in tree.files


@pytest.mark.parametrize(
    ("name", "rule"), [("merk.svg", "reference/no-such-media"), ("merk.mp3", "media/not-an-image")]
)
def test_a_mark_that_cannot_be_is_found(name: str, rule: str, root: Path) -> None:
    with_mark(root, name)
    if name.endswith("mp3"):
        (root / "content/media" / name).write_bytes(b"\xff\xfb\x90\x00" + bytes(400))
    (found,) = [finding for finding in check(root).findings if finding.rule == rule]
    line = (root / CONFIG).read_text(encoding="utf-8").splitlines()[found.span.start.line - 1]
    assert name in line


def test_only_what_is_public_says_what_a_link_may_show_and_there_is_no_picture(root: Path) -> None:
    found = trees(root)
    home = shown_with_a_link(found["participant"])
    assert home["og:site_name"] == found["participant"].site.name
    assert home["og:title"] == found["participant"].pages["index.md"].title
    assert home["og:url"] == "https://groep.example.org/"
    assert {"og:image", "twitter:card"}.isdisjoint(home)
    assert shown_with_a_link(found["facilitator"]) == {}
    text = (root / CONFIG).read_text(encoding="utf-8")
    (root / CONFIG).write_text(re.sub(r"addresses:\n(  .*\n)+", "", text), encoding="utf-8")
    assert shown_with_a_link(trees(root)["participant"]) == {}


def shown_with_a_link(tree: Tree) -> dict[str, str]:
    """Return what the home page tells those who show a link to it."""
    home = dict(site_files(tree, date=0))["index.html"].decode()
    return dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[a-z_:]+)" content="([^"]*)">', home))
