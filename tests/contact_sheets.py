"""Pictures of every page of every book: `python -m tests.contact_sheets OUT [PROGRAMME]`, then look at each of them.

Draws all that `kring print` makes of a programme and of each of its sessions, sixteen pages a picture, into the new or
emptied folder OUT. `--only` takes the books whose name holds a word (`sessie-3`); `--ppi 144` draws pages at true size.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from tests.screenshots import emptied

from kring.pages.site_plan import SitePlan
from kring.pipeline import check
from kring.print.book import Book
from kring.print.books import Wish, wished
from kring.print.typst_engine import draw_pages
from kring.theme_files import theme_folder

ROOT = Path(__file__).resolve().parent.parent
ACROSS, DOWN, GAP = 4, 4, 8


def main(arguments: list[str]) -> int:
    """Draw the books."""
    options = _options(arguments)
    out: Path = options.out
    emptied(out)
    checked = check(ROOT)
    programmes = checked.plans["participant"].participant.programmes
    programme = options.programme or programmes[0].key.id
    sessions = range(1, len(next(each for each in programmes if each.key.id == programme).sessions) + 1)
    for name, book in _books(checked.plans, programme, sessions):
        if options.only not in name:
            continue
        pages = drawn(book, options.ppi)
        for number, sheet in enumerate(sheets(pages), start=1):
            sheet.save(out / f"{Path(name).stem}-{number:02}.png")
        sys.stdout.write(f"{name}: {len(pages)}\n")
    return 0


def _books(plans: dict[str, SitePlan], programme: str, sessions: range) -> Iterator[tuple[str, Book]]:
    for wish in (Wish(), *(Wish(session=number) for number in sessions)):
        yield from wished(plans, programme, wish).items()
    for name, book in wished(plans, programme, Wish(large=True)).items():
        yield f"large-{name}", book


def drawn(book: Book, ppi: int) -> list[Image.Image]:
    """Return the pages of a book as pictures."""
    template = theme_folder() / "print" / f"{book.design}.typ"
    pages = draw_pages(template, book.data, book.pictures, ppi=ppi)
    return [Image.open(io.BytesIO(page)).convert("RGB") for page in pages]


def sheets(pages: list[Image.Image]) -> Iterator[Image.Image]:
    """Yield pictures that hold the pages in rows."""
    width, height = (max(page.size[side] for page in pages) + GAP for side in (0, 1))
    for first in range(0, len(pages), ACROSS * DOWN):
        some = pages[first : first + ACROSS * DOWN]
        rows = -(-len(some) // ACROSS)
        sheet = Image.new("RGB", (width * min(ACROSS, len(some)) + GAP, height * rows + GAP), "#888")
        for at, page in enumerate(some):
            sheet.paste(page, (GAP + at % ACROSS * width, GAP + at // ACROSS * height))
        yield sheet


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("programme", nargs="?")
    parser.add_argument("--only", default="")
    parser.add_argument("--ppi", type=int, default=48)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
