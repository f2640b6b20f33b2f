"""Material's styles lie in a layer below ours: a plain selector is enough, and nothing of theirs is left outside."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kring.publish.security import KEPT, cached
from kring.site.material import KINDS, base_styles, layered
from kring.theme_files import theme_folder

MAIN, PALETTE = "main.0123abcd.min.css", "palette.4567cdef.min.css"


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A folder with stylesheets as Material ships them."""
    (tmp_path / MAIN).write_text('@charset "UTF-8";h1{margin:1em}\n/*# sourceMappingURL=main.css.map */\n')
    (tmp_path / f"{MAIN}.map").write_text("{}")
    (tmp_path / PALETTE).write_text("@media screen{h1{color:red}}")
    return tmp_path


def test_both_files_stand_in_one_layer(shipped: Path) -> None:
    assert layered(shipped).decode() == (
        '@charset "UTF-8";\n@layer material {\nh1{margin:1em}\n@media screen{h1{color:red}}\n}\n'
    )


def test_they_are_all_the_styles_that_the_shell_of_material_loads() -> None:
    shell = (files("material") / "templates/base.html").read_text(encoding="utf-8")
    assert re.findall(r"assets/stylesheets/(\w+)\.", shell) == list(KINDS)


def test_a_browser_may_keep_them_for_ever() -> None:
    address, _ = base_styles()
    assert cached(address) == KEPT


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("main.89abcdef.min.css", "h1{}", "2 stylesheets called main"),
        (PALETTE, "@import url(more.css);", "import others"),
        (PALETTE, None, "0 stylesheets called palette"),
    ],
)
def test_another_way_of_shipping_them_stops_the_build(shipped: Path, name: str, content: str | None, why: str) -> None:
    if content is None:
        (shipped / name).unlink()
    else:
        (shipped / name).write_text(content)
    with pytest.raises(ValueError, match=why):
        layered(shipped)


def test_what_material_insists_on_is_nothing_that_we_style() -> None:
    """In a layer `!important` wins: here are the rules that say so, for who sees another one after an update."""
    selectors = re.findall(r"([^{}]+)\{[^{}]*!important", base_styles()[1].decode())
    assert selectors == [
        "*,:after,:before",  # no transitions where less motion is wished
        ".md-code__button--active",
        ".md-typeset .md-annotation-list",
        ".md-typeset div.arithmatex>*",
        ".md-typeset div.arithmatex>* mjx-container",
        "[data-md-color-switching] *,[data-md-color-switching] :after,[data-md-color-switching] :before",
    ]


@pytest.mark.browser
def test_a_plain_selector_of_ours_wins(chromium: Browser) -> None:
    page = chromium.new_page()
    text = '<article class="md-typeset"><ul><li>een</li></ul></article>'
    page.set_content(f"<style>li {{ margin: 7px }}</style><style>{base_styles()[1].decode()}</style>{text}")
    assert page.locator("li").evaluate("item => getComputedStyle(item).margin") == "7px"
    assert page.locator("ul").evaluate("list => getComputedStyle(list).display") == "flow-root", "Material is not there"
    page.close()


@pytest.mark.parametrize("path", sorted(theme_folder().rglob("*.css")), ids=lambda path: path.name)
def test_nothing_of_ours_names_a_class_of_materials_to_have_its_way(path: Path) -> None:
    assert not re.findall(r"\.md-typeset [^{},]*\.k(?:ring)?-", path.read_text(encoding="utf-8"))
