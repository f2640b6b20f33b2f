"""The engine: the same bytes everywhere, bodies untouched, warnings refused; and another engine can do it too."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.clone import EDITIONS
from tests.seam import altered_pages, built_file
from tests.site.whole_site import site_files

from kring.pipeline import check
from kring.site.build import building
from kring.site.configuration import NavEntry
from kring.site.engine import Engine, EngineError
from kring.site.material import tidied
from kring.site.policy import inline_scripts, policy, policy_in, with_policy
from kring.site.tree import Tree, site_tree, write_tree
from kring.theme_files import theme_folder

DATE = 1_790_000_000
WORD = re.compile(r"[^\W_]+(?![^<]*>)")
"""A word of a text that is HTML, not of its tags."""
RUN_MKDOCS = Path(__file__).with_name("run_mkdocs.py")


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def _plain(tree: Tree, folder: Path, **environment: str) -> Path:
    """Build a tree with plain MkDocs, and return the site."""
    write_tree(tree, folder / "tree")
    done = subprocess.run(
        [sys.executable, "-P", RUN_MKDOCS, folder / "tree", folder / "site"],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(DATE), "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "site"


def _policed(path: str, page: bytes) -> bytes:
    """Return a page of plain MkDocs with the policy that the scripts in it ask for; a redirect has one already."""
    if not path.endswith(".html") or b"Content-Security-Policy" in page:
        return page
    return with_policy(page, policy(inline_scripts(page)))


def _found(files: dict[str, bytes], docs: list[dict[str, str]]) -> list[str]:
    """Return what a search index holds, in order; of a page with parts that fold, the words regardless of the section.

    The plugin gives the words below a heading in a `<summary>` to the section around it (`search_sections`).
    """
    found = []
    for doc in docs:
        page = doc["location"].partition("#")[0]
        if b"<details" not in files[f"{page}index.html"]:
            found.append(str(doc))
            continue
        found.append(f"{doc['location']} {doc['title']}")
        found.extend(f"{page} {word}" for word in WORD.findall(doc["text"]))
    return sorted(found)


def _same_as_plain(ours: dict[str, bytes], plain: Path) -> None:
    theirs = _files(plain)
    orderless = ("search/search_index.json", "sitemap.xml", "sitemap.xml.gz")
    kept = {path: tidied(path, lambda data=data: data) for path, data in theirs.items()}
    expected = {path: _policed(path, data) for path, data in kept.items() if data is not None and path not in orderless}
    assert {path: data for path, data in ours.items() if path not in orderless} == expected
    # MkDocs lists pages by path; ours stand in the order of the navigation.
    one, other = (json.loads(files[orderless[0]]) for files in (ours, theirs))
    assert one["config"] == other["config"]
    docs = [_found(files, index["docs"]) for files, index in ((ours, one), (theirs, other))]
    assert docs[0] == docs[1]
    assert sorted(ours[orderless[1]].split()) == sorted(theirs[orderless[1]].split())
    assert gzip.decompress(ours[orderless[2]]) == ours[orderless[1]]


def test_it_makes_what_plain_mkdocs_makes(tree: Tree, built: Path, tmp_path: Path) -> None:
    _same_as_plain(_files(built), _plain(tree, tmp_path))


@pytest.mark.parametrize("edition", EDITIONS)
def test_it_makes_what_plain_mkdocs_makes_of_the_real_content(edition: str, clone: Path, tmp_path: Path) -> None:
    plan = replace(check(clone).plans[edition], address="https://kring.example.org/groepen/")
    with building({tmp_path / "ours": plan}, theme_folder(), date=DATE) as finish:
        finish(lambda begun, of: None)
    _same_as_plain(_files(tmp_path / "ours"), _plain(site_tree(plan, theme_folder()), tmp_path))


def test_only_the_date_of_the_site_map_shows(tree: Tree, built: Path) -> None:
    later = dict(site_files(tree, date=DATE + 86_400))
    # Without an address there is no site map to show it.
    assert {path for path, content in later.items() if content != _files(built)[path]} <= {"sitemap.xml.gz"}


def test_one_page_by_itself_is_the_page_of_the_whole_site(tree: Tree, built: Path) -> None:
    engine = Engine(tree.site, date=DATE)
    engine.arrange(tree.site.nav, {path: page.section for path, page in tree.pages.items()})
    for path in reversed(tree.pages):
        page = engine.page(path, tree.pages[path])
        assert (built / page.address).read_bytes() == page.html


def test_two_engines_at_once_keep_their_search_indexes_apart(tree: Tree) -> None:
    one, other = (Engine(tree.site, date=DATE) for _ in range(2))
    for engine in (one, other):
        engine.arrange(tree.site.nav, {path: page.section for path, page in tree.pages.items()})
    entries = one.page("index.md", tree.pages["index.md"]).entries
    (_, found), (_, nothing) = one.index(entries), other.index([])
    assert [entry["location"] for entry in json.loads(found)["docs"]] == [entry["location"] for entry in entries]
    assert json.loads(nothing)["docs"] == []


def test_bodies_come_out_byte_for_byte(tree: Tree, built: Path, tmp_path: Path, hostile_body: str) -> None:
    assert hostile_body.encode() in (built / "naad/vijandig/index.html").read_bytes()
    write_tree(tree, tmp_path)
    assert altered_pages(tmp_path / "docs", built) == []


@pytest.mark.parametrize("change", [(b"**sterren**", b"<strong>sterren</strong>"), (b"&amp;", b"&"), (b"&#10;", b"\n")])
def test_an_altered_body_is_seen(tree: Tree, built: Path, tmp_path: Path, change: tuple[bytes, bytes]) -> None:
    page = tmp_path / "site" / "naad/vijandig/index.html"
    shutil.copytree(built, tmp_path / "site")
    write_tree(tree, tmp_path)
    page.write_bytes(page.read_bytes().replace(*change))
    assert altered_pages(tmp_path / "docs", tmp_path / "site") == ["naad/vijandig/index.md"]


def test_a_page_that_was_not_built_is_seen(tree: Tree, built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "site")
    write_tree(tree, tmp_path)
    (tmp_path / "site" / built_file("naad/stil/index.md")).unlink()
    assert altered_pages(tmp_path / "docs", tmp_path / "site") == ["naad/stil/index.md"]


def test_a_theme_that_alters_a_body_is_refused(tree_with: Callable[[str], Tree], tmp_path: Path) -> None:
    shutil.copytree(theme_folder() / "site", tmp_path / "theme")
    content = tmp_path / "theme/partials/content.html"
    content.write_text(content.read_text(encoding="utf-8").replace("{{ page.content }}", "{{ page.content | upper }}"))
    with pytest.raises(EngineError, match=r"altered the body of index\.md"):
        dict(site_files(tree_with(str(tmp_path / "theme")), date=DATE))


def _with_nav(tree: Tree, path: str) -> Tree:
    return replace(tree, site=replace(tree.site, nav=(*tree.site.nav, NavEntry("Weg", path))))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda tree: _with_nav(tree, "weg/index.md"), "weg/index.md"),
        (lambda tree: replace(tree, site=replace(tree.site, custom_dir="/bestaat/niet")), "bestaat/niet"),
    ],
)
def test_a_warning_or_an_error_of_mkdocs_fails_with_its_log(
    change: Callable[[Tree], Tree], told: str, tree: Tree
) -> None:
    with pytest.raises(EngineError, match=re.escape(told)):
        dict(site_files(change(tree), date=DATE))


def test_a_site_carries_nothing_that_it_does_not_need(built: Path) -> None:
    files = _files(built)
    assert not [
        path for path in files if path.endswith((".map", ".d.ts", "favicon.png")) or "lunr" in path or "workers" in path
    ]
    assert not [path for path, content in files.items() if b"sourceMappingURL" in content]
    pages = b"".join(content for path, content in files.items() if path.endswith(".html"))
    assert b'name="generator"' not in pages
    assert b"<!--" not in pages
    assert b"squidfunk" not in pages


def test_pages_ask_nobody_else(built: Path) -> None:
    for path in built.rglob("*.html"):
        for attribute in re.findall(r'\b(?:src|href|action|srcset)="([^"]*)"', path.read_text(encoding="utf-8")):
            assert not re.match(r"[a-z]+:|//", attribute), f"{path}: {attribute}"


def test_inline_scripts_are_the_same_on_every_page_so_that_hashes_can_allow_them(built: Path) -> None:
    scripts = {
        script
        for path in built.rglob("*.html")
        for script in re.findall(r"<script>(.*?)</script>", path.read_text(encoding="utf-8"), re.DOTALL)
    }
    assert len(scripts) == 3
    assert not [p for p in built.rglob("*.html") if re.search(r"\sstyle=|<style", p.read_text(encoding="utf-8"))]


def test_every_page_says_the_same_policy_early(built: Path) -> None:
    pages = [path.read_bytes() for path in built.rglob("*.html")]
    assert len({policy_in(page) for page in pages}) == 1
    assert all(page.index(b"Content-Security-Policy") < 1024 for page in pages)
    assert all(page.index(b"Content-Security-Policy") < page.index(b"<title>") for page in pages)


def test_a_script_that_is_not_the_shells_stops_the_build(tree: Tree) -> None:
    body = "<div><script>alert(1)</script></div>"
    pages = {**tree.pages, "index.md": replace(tree.pages["index.md"], body=body)}
    with pytest.raises(EngineError, match=r"in index\.md that is not the shell's"):
        dict(site_files(replace(tree, pages=pages), date=DATE))


def test_every_navigation_landmark_and_dialog_has_a_name_of_its_own(built: Path) -> None:
    text = (built / "naad/vijandig/index.html").read_text(encoding="utf-8")
    landmarks = re.findall(r"<nav [^>]*>", text)
    names = [re.search(r'aria-label(?:ledby)?="([^"]+)"', landmark) for landmark in landmarks]
    assert len(landmarks) >= 2
    assert all(names)
    assert len({name.group(1) for name in names if name}) == len(landmarks)
    dialogs = re.findall(r"<dialog [^>]*>", text)
    labels = [re.search(r'aria-labelledby="([^"]+)"', dialog) for dialog in dialogs]
    assert len(dialogs) == 3
    assert all(label and f'id="{label.group(1)}"' in text for label in labels)


def test_the_skip_link_is_first_and_leads_to_the_content(built: Path) -> None:
    for path in built.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        first = re.search(r"<(?:a|button)\b[^>]*>", text)
        assert first is not None
        assert 'href="#__content"' in first.group()
        assert text.count('id="__content"') == 1


def test_a_page_may_stay_out_of_the_search_index(built: Path) -> None:
    index = (built / "search/search_index.json").read_text(encoding="utf-8")
    assert "Oefeningen" in index
    assert "onvindbaar" not in index


class _Links(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {value or "" for name, value in attrs if name in ("href", "src") and tag != "use"}


def test_every_local_link_of_the_shell_leads_to_a_file(built: Path) -> None:
    for path in built.rglob("*.html"):
        for link in _Links(path.read_text(encoding="utf-8")).found:
            if link.startswith("#"):
                continue
            target = built / link.lstrip("/") if link.startswith("/") else path.parent / link
            assert target.is_file() or (target / "index.html").is_file(), f"{path}: {link}"


def _zensical(folder: Path) -> Path:
    """Build the tree in `folder` with Zensical, and return the site."""
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "-f", "mkdocs.yml"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def _stylesheets(page: Path) -> list[str]:
    """Return where the stylesheets of a page lie, less the point with which one engine begins a relative address."""
    links = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page.read_text(encoding="utf-8"))
    return [link.removeprefix("./") for link in links]


@pytest.mark.engine
def test_zensical_builds_the_same_tree_in_its_own_shell(
    tree_with: Callable[[str], Tree], overrides: str, tmp_path: Path
) -> None:
    shutil.copytree(Path(overrides) / "assets", tmp_path / "shell/assets")
    write_tree(tree_with("shell"), tmp_path)
    site = _zensical(tmp_path)
    assert altered_pages(tmp_path / "docs", site) == []
    pages = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.html"))
    assert "<script>alert" not in pages
    assert "<img src=x" not in pages


@pytest.mark.engine
def test_zensical_builds_it_in_our_shell_too_with_the_same_styles(tree: Tree, built: Path, tmp_path: Path) -> None:
    write_tree(replace(tree, site=replace(tree.site, missing="<h1>Weg</h1>")), tmp_path)
    site = _zensical(tmp_path)
    assert altered_pages(tmp_path / "docs", site) == []
    assert "<h1>Weg</h1>" in (site / "404.html").read_text(encoding="utf-8")
    for path in tree.pages:
        ours, theirs = (_stylesheets(folder / built_file(path)) for folder in (built, site))
        assert ours == theirs
        assert any("/material." in link for link in ours)
