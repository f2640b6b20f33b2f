"""Pictures of every kind of page: `python -m tests.screenshots OUT`, then open OUT/index.html and look.

Builds both sites as they are now, and takes one page of each kind at three widths, light and dark, into the new or
emptied folder OUT. `--edition` takes one of both; `--kind` takes kinds whose template is called so (`session`).
"""

from __future__ import annotations

import argparse
import html
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from tests.chromium import CHROMIUM
from tests.clone import EDITIONS, copy_repository, kring
from tests.line.serving import serving

from kring.pipeline import check

WIDTHS = {360: 780, 834: 1112, 1440: 900}
"""A phone, a tablet held upright and a laptop: width and height of the window."""

SCHEMES = ("light", "dark")
MARK = ".kring-screenshots"
"""Stands in a folder of ours: only such a folder is emptied."""

STYLE = """
body { font: 16px/1.4 system-ui, sans-serif; margin: 1rem; background: #767676; }
h1, h2, figcaption { background: #fff; padding: .3rem .6rem; margin: 0; }
h2 { margin-block-start: 2rem; }
div { display: flex; flex-wrap: wrap; gap: 1rem; margin-block: 1rem; align-items: flex-start; }
figure { margin: 0; }
img { display: block; block-size: 60vh; inline-size: auto; object-fit: cover; object-position: top; }
"""


@dataclass(frozen=True, slots=True)
class Subject:
    """A page that stands for its kind."""

    edition: str
    kind: str
    address: str

    def picture(self, width: int, scheme: str) -> str:
        """Return the name of the file of one picture."""
        return f"{self.edition}-{self.kind}-{width}-{scheme}.png"


def subjects(root: Path, editions: tuple[str, ...], kinds: list[str]) -> Iterator[Subject]:
    """Yield one page of each kind, in the order of the navigation, and the page of a lost address."""
    plans = check(root).plans
    for edition in editions:
        first: dict[str, str] = {}
        for page in plans[edition].pages:
            first.setdefault(page.template.rpartition("/")[2].partition(".")[0], page.address)
        for kind, address in {**first, "missing": "404.html"}.items():
            if not kinds or kind in kinds:
                yield Subject(edition, kind, address)


def photograph(browser: Browser, home: str, subject: Subject, out: Path) -> None:
    """Take every picture of one page, from its head to its foot."""
    for scheme in SCHEMES:
        context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
        page = context.new_page()
        page.goto(f"{home}/{subject.address}", wait_until="load")
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.screenshot(path=out / subject.picture(width, scheme), full_page=True)
        context.close()


def sheet(taken: list[Subject]) -> str:
    """Return the page that shows all pictures, each leading to its full size."""
    rows = []
    for subject in taken:
        rows.append(f"<h2>{subject.edition}: {subject.kind}, <code>/{html.escape(subject.address)}</code></h2><div>")
        for scheme in SCHEMES:
            for width in WIDTHS:
                name = subject.picture(width, scheme)
                rows.append(
                    f'<figure><figcaption>{width}, {scheme}</figcaption><a href="{name}">'
                    f'<img src="{name}" alt="{subject.kind} at {width} pixels, {scheme}" loading="lazy"></a></figure>'
                )
        rows.append("</div>")
    head = f'<meta charset="utf-8"><title>Every kind of page</title><style>{STYLE}</style>'
    return f'<!doctype html><html lang="en">{head}<h1>Every kind of page</h1>{"".join(rows)}</html>\n'


def emptied(out: Path) -> None:
    """Make the folder for the pictures, without those of an earlier time.

    Raises:
        SystemExit: something else stands there.

    """
    if out.exists() and any(out.iterdir()):
        if not (out / MARK).is_file():
            raise SystemExit(f"{out} holds something else")
        shutil.rmtree(out)
    out.mkdir(parents=True, exist_ok=True)
    (out / MARK).touch()


def main() -> None:
    """Build, photograph, and write the sheet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="the folder for the pictures")
    parser.add_argument("--edition", choices=EDITIONS, help="this edition alone")
    parser.add_argument("--kind", action="append", default=[], help="this kind of page alone; may be given again")
    wish = parser.parse_args()
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        raise SystemExit("there is no Chromium")
    editions = (wish.edition,) if wish.edition else EDITIONS
    emptied(wish.out)
    taken: list[Subject] = []
    with tempfile.TemporaryDirectory(prefix="kring-screenshots-") as folder, sync_playwright() as playwright:
        root = copy_repository(Path(folder) / "kring")
        done = kring(root, "build", "--quiet", "--out", Path(folder) / "site")
        if done.returncode != 0:
            raise SystemExit(done.stdout + done.stderr)
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for edition in editions:
            with serving(Path(folder) / "site" / edition) as home:
                for subject in subjects(root, (edition,), wish.kind):
                    sys.stderr.write(f"{subject.edition}: {subject.kind}\n")
                    photograph(browser, home, subject, wish.out)
                    taken.append(subject)
        browser.close()
    if not taken:
        raise SystemExit("no page is of that kind")
    (wish.out / "index.html").write_text(sheet(taken), encoding="utf-8")
    sys.stdout.write(f"{wish.out / 'index.html'}: {len(taken)} kinds of page\n")


if __name__ == "__main__":
    main()
