"""Edits such as authors make, by chance but from a seed: add, change, rename, delete, move; theme and configuration.

Run in a clone of its own: `python edits.py ROOT FOLDER SEED NUMBER [books]` makes so many edits, updates the
live sites in FOLDER after each, and says where they differ from a clean build. Nothing said: they never did.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from kring import pipeline
from kring.build import build
from kring.pages.site_plan import SitePlan
from kring.pipeline import EDITIONS, check
from kring.preview.builder import PreviewBuilder
from kring.print.press import Press
from kring.publish.marker import NAME as MARKER
from kring.theme_files import theme_folder

WORD = re.compile(r"\b[a-z]{5,}\b")


class Author:
    """Somebody who edits a root. Each method is an edit; it returns what was done, or None where it cannot be."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.chance, self.number = root, random.Random(seed), 0

    def edit(self) -> str:
        """Make one edit."""
        edits: list[Callable[[], str | None]] = [
            *[self.change_a_sentence] * 4,
            *[self.retitle] * 3,
            *[self.rename] * 2,
            self.add_an_article,
            self.add_a_page,
            self.delete_an_article,
            self.move_an_article,
            self.swap_sessions,
            self.change_the_configuration,
            self.change_a_style,
            self.change_a_template,
            self.change_a_word_of_the_site,
            self.break_and_leave_it,
        ]
        while True:
            self.number += 1
            edit = self.chance.choice(edits)
            with suppress(IndexError):  # there is nothing of that kind
                if (done := edit()) is not None:
                    return done

    def _files(self, pattern: str) -> list[Path]:
        return sorted(path for path in self.root.glob(pattern) if path.is_file())

    def _one(self, pattern: str) -> Path:
        return self.chance.choice(self._files(pattern))

    def _write(self, path: Path, text: str) -> None:
        path.write_text(text, encoding="utf-8")

    def change_a_sentence(self) -> str | None:
        path = self._one("*/**/*.md")
        head, mark, body = path.read_text(encoding="utf-8").partition("\n---\n")
        lines = body.split("\n")
        plain = [n for n, line in enumerate(lines) if line[:1].isalpha() and WORD.search(line) and "](" not in line]
        if not plain:
            return None
        at = self.chance.choice(plain)
        lines[at] = WORD.sub(f"anders{self.number}", lines[at], count=1)
        self._write(path, head + mark + "\n".join(lines))
        return f"changed {path.name}"

    def retitle(self) -> str | None:
        path = self._one("*/**/*.[my][dm]*")
        text = path.read_text(encoding="utf-8")
        if not re.search(r"^title: \w", text, re.MULTILINE):
            return None
        self._write(
            path, re.sub(r"^title: .*$", f"title: Titel nummer {self.number}", text, count=1, flags=re.MULTILINE)
        )
        return f"retitled {path.name}"

    def rename(self) -> str | None:
        path = self._one(self.chance.choice(["content/articles/*.md", "**/handouts/*.md", "**/homework/*.yml"]))
        old, new = path.stem, f"nieuw-{self.number}"
        path.rename(path.with_name(new + path.suffix))
        for other in self._files("**/*.[my][dm]*"):
            text = other.read_text(encoding="utf-8")
            changed = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, text)
            if changed != text:
                self._write(other, changed)
        return f"renamed {old} to {new}"

    def add_an_article(self) -> str:
        path = self.root / f"content/articles/extra-{self.number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        self._write(
            path, f"---\ntitle: Extra {self.number}\nsummary: Nog iets.\n---\n\nEen tekst.\n\n## Kop\n\nMeer.\n"
        )
        return f"added {path.name}"

    def add_a_page(self) -> str:
        path = self.root / f"content/pages/pagina-{self.number}.md"
        link = self.chance.choice(self._files("content/articles/*.md")).stem
        self._write(path, f"---\ntitle: Pagina {self.number}\n---\n\nZie [dit](article:{link}).\n")
        return f"added {path.name}"

    def delete_an_article(self) -> str | None:
        extra = self._files("content/articles/extra-*.md")
        if not extra:
            return None
        gone = self.chance.choice(extra)
        gone.unlink()
        return f"deleted {gone.name}"

    def move_an_article(self) -> str | None:
        path = self._one("content/articles/*.md")
        programme = self.chance.choice(self._files("programs/*/programme.yml")).parent
        (programme / "articles").mkdir(exist_ok=True)
        shutil.move(path, programme / "articles" / path.name)
        return f"moved {path.name}" if self._files("content/articles/*.md") else None

    def swap_sessions(self) -> str | None:
        path = self._one("programs/*/programme.yml")
        lines = path.read_text(encoding="utf-8").split("\n")
        entries = [n for n, line in enumerate(lines) if re.fullmatch(r"  - session: \S+", line)]
        if len(entries) < 2:
            return None
        one, other = self.chance.sample(entries, 2)
        lines[one], lines[other] = lines[other], lines[one]
        self._write(path, "\n".join(lines))
        return "swapped sessions"

    def change_the_configuration(self) -> str:
        path = self.root / "site_config.yml"
        text = path.read_text(encoding="utf-8")
        self._write(path, re.sub(r"^(  site_title:) .*$", rf"\1 Naam {self.number}", text, flags=re.MULTILINE))
        return "changed the name of the site"

    def change_a_style(self) -> str:
        path = self.chance.choice(sorted((theme_folder() / "site/assets/stylesheets").glob("*.css")))
        self._write(path, path.read_text(encoding="utf-8") + f"\n.k-{self.number} {{ color: red; }}\n")
        return f"changed {path.name}"

    def change_a_template(self) -> str:
        path = theme_folder() / "pages/shared/layout.html.j2"
        self._write(path, path.read_text(encoding="utf-8") + f"\n<p>Onder elke pagina {self.number}</p>\n")
        return "changed a template"

    def change_a_word_of_the_site(self) -> str:
        path = theme_folder() / "language/nl.yml"
        text = path.read_text(encoding="utf-8")
        self._write(
            path, re.sub(r"^(nav:\n(?:  .*\n)*?  home:) .*$", rf"\1 Begin {self.number}", text, flags=re.MULTILINE)
        )
        return "changed a word of the theme"

    def break_and_leave_it(self) -> str:
        path = self.root / f"content/articles/kapot-{self.number}.md"
        self._write(
            path, "---\ntitle: Kapot\nsummary: Zie [dit](article:bestaat-niet)\n---\n\n[weg](article:weg-ermee)\n"
        )
        return f"broke {path.name}"


def files(folder: Path) -> dict[str, bytes]:
    """Return path → bytes of every file of both editions, less the marker of an output."""
    paths = [path for name in EDITIONS for path in (folder / name).rglob("*") if path.is_file() and path.name != MARKER]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def differences(root: Path, folder: Path, seed: int, number: int, *, books: bool) -> Iterator[str]:
    """Make edits; yield how the live sites differ from a clean build after the first of which they do."""
    if not books:
        without_books()
    author = Author(root, seed)
    with Press() as press:
        builder = PreviewBuilder(root, folder, press)
        for step in range(number):
            kept = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
            done = author.edit() if step else "began"
            before = files(folder)
            looked_at = {"participant": ["", "contact/"], "facilitator": ["bibliotheek/"]}
            hasty = author.chance.random() < 0.2
            for count, _ in enumerate(builder.update(looked_at)):
                if hasty and count > 3:
                    break
            else:
                if found := list(compare(root, folder, f"step {step}: {done}", before)):
                    yield from found
                    return
            if not check(root).sound:
                restore(root, kept)


def restore(root: Path, kept: dict[Path, bytes]) -> None:
    """Undo an edit that broke the content, as its author would."""
    for path in [path for path in root.rglob("*") if path.is_file() and path not in kept]:
        path.unlink()
    for path, data in kept.items():
        path.write_bytes(data)


def compare(root: Path, folder: Path, done: str, before: dict[str, bytes]) -> Iterator[str]:
    """Yield the files that are not as in a clean build; with errors in the content, those that changed."""
    clean = folder.with_name("clean")
    if not build(root, clean).sound:
        if files(folder) != before:
            yield f"{done}: changed although there are errors"
        return
    live, expected = files(folder), files(clean)
    for path in sorted(live.keys() | expected.keys()):
        if live.get(path) != expected.get(path):
            yield f"{done}: {path}{'' if path in live else ' is missing'}{'' if path in expected else ' is left over'}"


def without_books() -> None:
    """Leave the books out of clean and live sites alike: a book takes longer than a hundred pages."""
    plain = pipeline._plan

    def bookless(*arguments: object, **named: object) -> dict[str, SitePlan]:
        from dataclasses import replace

        return {name: replace(plan, prints={}) for name, plan in plain(*arguments, **named).items()}

    pipeline._plan = bookless


if __name__ == "__main__":
    root, folder = Path(sys.argv[1]), Path(sys.argv[2])
    for line in differences(root, folder, int(sys.argv[3]), int(sys.argv[4]), books="books" in sys.argv[5:]):
        sys.stdout.write(f"{line}\n")
