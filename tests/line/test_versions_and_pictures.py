"""In a browser: old links lead on to what was renamed, and a phone loads no more of a picture than it can show."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.line.browsing import visiting
from tests.line.serving import serving
from tests.model.images import encoded, scene

from kring.build import build
from kring.model.media import picture
from kring.prose.html import DENSE_PHONE

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[1] / "minimal_root"
SESSION = "programs/klein-begin/sessions/beginnen.yml"
ARTICLE = "content/articles/rust.md"
HOMEWORK = """\
formerly: [begin]
title: Mijn eerste stap
why: |
  Wie klein begint, begint echt.
minutes: 10
steps:
  - Zet je eerste stap.
fields:
  - {id: eerder, kind: long_text, lines: 30, text: Wat ging eraan vooraf}
  - {id: stap, formerly: [actie], kind: long_text, lines: 30, text: Mijn stap}
not_reviewed_because: Voor jezelf.
"""
PHOTO = encoded(scene(3200, 1600), "JPEG")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The participants' site in which a session, an article, a form and a field were renamed, with a photograph."""
    root = tmp_path_factory.mktemp("renamed") / "root"
    shutil.copytree(ROOT, root)
    texts = {path: (root / path).read_text(encoding="utf-8") for path in (SESSION, ARTICLE)}
    (root / SESSION).write_text("formerly: [van-start]\nhomework: [eerste-stap]\n" + texts[SESSION], encoding="utf-8")
    (root / ARTICLE).write_text(
        texts[ARTICLE].replace("title:", "formerly: [kalmte]\ntitle:", 1)
        + "\n![Een rustig beeld](media:foto.jpg)\n\n## Later\n\nRust.\n",
        encoding="utf-8",
    )
    (root / "programs/klein-begin/homework").mkdir()
    (root / "programs/klein-begin/homework/eerste-stap.yml").write_text(HOMEWORK, encoding="utf-8")
    (root / "content/media").mkdir()
    (root / "content/media/foto.jpg").write_bytes(PHOTO)
    built = build(root, root.parent / "site")
    assert built.sound, [(str(finding.span), finding.rule) for finding in built.findings]
    return root.parent / "site" / "participant"


@pytest.fixture(scope="module")
def home(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


OLD = [
    ("klein-begin/sessie/van-start/#step-stap", "klein-begin/sessie/beginnen/#step-stap"),
    ("klein-begin/sessie/van-start/gemist/", "klein-begin/sessie/beginnen/gemist/"),
    ("artikel/kalmte/#later", "artikel/rust/#later"),
    ("klein-begin/huiswerk/begin/#f-begin-actie", "klein-begin/huiswerk/eerste-stap/#f-begin-actie"),
]


@pytest.mark.parametrize(("old", "new"), OLD)
def test_an_old_address_leads_on_with_its_anchor(old: str, new: str, home: str, chromium: Browser) -> None:
    with visiting(chromium, home) as visit:
        visit.open(f"{home}/{old}")
        visit.page.wait_for_url(f"{home}/{new}")
        assert visit.faults == []


def test_an_old_address_leads_on_without_scripts(home: str, chromium: Browser) -> None:
    with visiting(chromium, home, scripts=False) as visit:
        visit.open(f"{home}/{OLD[0][0]}")
        visit.page.wait_for_url(f"{home}/klein-begin/sessie/beginnen/**")
        assert visit.page.locator("h1").inner_text() == "Beginnen"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("anchor", ["f-eerste-stap-stap", "f-eerste-stap-actie", "f-begin-actie"])
def test_an_old_anchor_brings_the_field_into_view(anchor: str, scripts: bool, home: str, chromium: Browser) -> None:
    with visiting(chromium, home, scripts=scripts) as visit:
        visit.open(f"{home}/klein-begin/huiswerk/eerste-stap/#{anchor}")
        field = visit.page.locator("#f-eerste-stap-stap")
        expect(field).to_be_in_viewport()  # a browser may go there a moment after the page has come
        box = field.bounding_box()
        assert box is not None
        assert 0 < box["y"] < 300, "the field stands at the top of the window"
        assert visit.page.evaluate("scrollY") > 0
        assert visit.faults == []


@pytest.mark.parametrize(
    ("width", "density", "loaded"),
    [(390, 1, 480), (390, 2, 960), (360, 3, 960), (430, 3, 960), (412, 3.5, 960), (1280, 1, 960), (1280, 2, 1600)],
)
def test_a_screen_loads_the_picture_that_it_can_show(
    width: int, density: float, loaded: int, home: str, chromium: Browser
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900}, device_scale_factor=density)
    try:
        page = context.new_page()
        seen: list[str] = []
        page.on("request", lambda request: seen.append(request.url.removeprefix(home)))
        page.goto(f"{home}/artikel/rust/", wait_until="load")
        photo = page.locator("img[alt='Een rustig beeld']")
        assert [address for address in seen if "foto" in address] == [
            "/media/foto.jpg" if loaded == 1600 else f"/media/{loaded}/foto.jpg"
        ]
        box = photo.bounding_box()
        assert box is not None
        assert box["width"] <= min(width, 800), "the stylesheet and the attribute `sizes` agree"
        assert box["width"] == pytest.approx(2 * box["height"], abs=4)
    finally:
        context.close()


def test_every_copy_is_served_and_nothing_else(site: Path) -> None:
    shown = picture("foto.jpg", PHOTO)
    served = {path.relative_to(site / "media").as_posix(): path.read_bytes() for path in (site / "media").rglob("*.*")}
    assert served == {"foto.jpg": shown.data, **{f"{copy.width}/foto.jpg": copy.data for copy in shown.smaller}}
    page = (site / "artikel/rust/index.html").read_text(encoding="utf-8")
    assert (
        '<img src="../../media/foto.jpg" srcset="../../media/480/foto.jpg 480w, ../../media/960/foto.jpg 960w, '
        f'../../media/foto.jpg 1600w" sizes="{DENSE_PHONE}, (max-width: 800px) 100vw, 800px" alt="Een rustig beeld" '
        'width="1600" height="800">'
    ) in page
