"""The engine: the same bytes everywhere, bodies untouched, warnings refused; and another engine can do it too."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kring.site.engine import EngineError, Job, build, build_all
from kring.site.seam import altered_pages, built_file

DATE = 1_790_000_000


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.fixture
def tiny(rendered: Path, tmp_path: Path) -> Path:
    """A tree of one page that a test may break."""
    (tmp_path / "tiny/docs").mkdir(parents=True)
    shutil.copy(rendered / "docs/index.md", tmp_path / "tiny/docs/index.md")
    text = (rendered / "mkdocs.yml").read_text(encoding="utf-8")
    nav = re.compile(r"^nav:\n(?:[- ].*\n)+", re.MULTILINE)
    (tmp_path / "tiny/mkdocs.yml").write_text(nav.sub("nav:\n- Begin: index.md\n", text), encoding="utf-8")
    return tmp_path / "tiny"


def test_another_folder_time_zone_locale_and_hash_seed_give_the_same_bytes(
    rendered: Path, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "LANGUAGE": "de",
        "PYTHONHASHSEED": "77",
        "SOURCE_DATE_EPOCH": "1",
    }.items():
        monkeypatch.setenv(name, value)
    shutil.copytree(rendered, tmp_path / "elders")
    build_all(
        [Job(tmp_path / "elders", tmp_path / "een", DATE), Job(tmp_path / "elders", tmp_path / "twee", DATE + 86_400)]
    )
    assert _files(tmp_path / "een") == _files(built)
    # The date is the only thing that may show, and without an address there is no site map to show it.
    assert {path for path, content in _files(tmp_path / "twee").items() if content != _files(built)[path]} <= {
        "sitemap.xml.gz"
    }


def test_bodies_come_out_byte_for_byte(rendered: Path, built: Path, hostile_body: str) -> None:
    assert hostile_body.encode() in (built / "naad/vijandig/index.html").read_bytes()
    assert altered_pages(rendered / "docs", built) == []


@pytest.mark.parametrize("change", [(b"**sterren**", b"<strong>sterren</strong>"), (b"&amp;", b"&"), (b"&#10;", b"\n")])
def test_an_altered_body_is_seen(rendered: Path, built: Path, tmp_path: Path, change: tuple[bytes, bytes]) -> None:
    page = tmp_path / "site" / "naad/vijandig/index.html"
    shutil.copytree(built, tmp_path / "site")
    page.write_bytes(page.read_bytes().replace(*change))
    assert altered_pages(rendered / "docs", tmp_path / "site") == ["naad/vijandig/index.md"]


def test_a_page_that_was_not_built_is_seen(rendered: Path, built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "site")
    (tmp_path / "site" / built_file("naad/stil/index.md")).unlink()
    assert altered_pages(rendered / "docs", tmp_path / "site") == ["naad/stil/index.md"]


def test_markdown_that_the_engine_would_transform_is_refused(tiny: Path, tmp_path: Path) -> None:
    page = tiny / "docs/index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("<div", "*vet* <div"), encoding="utf-8")
    with pytest.raises(EngineError, match=r"altered the body of index\.md"):
        build(tiny, tmp_path / "out", date=DATE)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("nav:\n", "nav:\n- Weg: weg/index.md\n", "weg/index.md"),
        ("site_name:", "onbekend: 1\nsite_name:", "onbekend"),
        ("name: material", "name: materiaal", "materiaal"),
        ("language: nl", "language: xx", "xx.html"),
        ("site_name:", "site_name: [", "error parsing"),
    ],
)
def test_a_warning_or_an_error_of_the_engine_fails_with_its_log(
    tiny: Path, tmp_path: Path, old: str, new: str, told: str
) -> None:
    configuration = tiny / "mkdocs.yml"
    configuration.write_text(configuration.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(EngineError, match=re.escape(told)):
        build(tiny, tmp_path / "out", date=DATE)


def test_one_failure_stops_the_lot_and_names_the_tree(tiny: Path, rendered: Path, tmp_path: Path) -> None:
    (tiny / "mkdocs.yml").write_text("", encoding="utf-8")
    with pytest.raises(EngineError, match="tiny"):
        build_all([Job(tiny, tmp_path / "een", DATE), Job(rendered, tmp_path / "twee", DATE)])


def test_a_site_carries_nothing_that_it_does_not_need(built: Path) -> None:
    files = _files(built)
    assert not [path for path in files if path.endswith((".map", "favicon.png")) or "lunr" in path]
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


def test_every_navigation_landmark_and_dialog_has_a_name_of_its_own(built: Path) -> None:
    text = (built / "naad/vijandig/index.html").read_text(encoding="utf-8")
    landmarks = re.findall(r"<nav [^>]*>", text)
    names = [re.search(r'aria-label(?:ledby)?="([^"]+)"', landmark) for landmark in landmarks]
    assert len(landmarks) >= 2
    assert all(names)
    assert len({name.group(1) for name in names if name}) == len(landmarks)
    assert re.search(r'role="dialog" aria-label="[^"]+"', text)


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


@pytest.mark.engine
def test_zensical_builds_the_same_tree_in_its_own_shell(
    write_tree: Callable[[Path, str], Path], overrides: str, tmp_path: Path
) -> None:
    shutil.copytree(Path(overrides) / "assets", tmp_path / "shell/assets")
    write_tree(tmp_path, "shell")
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "-f", "mkdocs.yml"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site = tmp_path / "site"
    assert altered_pages(tmp_path / "docs", site) == []
    pages = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.html"))
    assert "<script>alert" not in pages
    assert "<img src=x" not in pages
