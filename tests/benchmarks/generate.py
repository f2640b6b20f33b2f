"""Writes a realistic, valid root of a wanted size, for benchmarks: the same bytes for the same seed.

    python -m tests.benchmarks.generate FOLDER --pages 500
    python -m tests.benchmarks.generate FOLDER --files 2000

Pages are HTML pages of both editions together; see `layout`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import entities
from tests.benchmarks.drawing import drawing
from tests.benchmarks.layout import Article, Layout, Programme, lay_out, size_in_files, size_in_pages
from tests.benchmarks.writing import Writer
from tests.benchmarks.yaml_text import front_matter, yaml_text

PAGES = {"privacy": "privacy", "toegankelijkheid": "accessibility", "contact": "contact", "colofon": "colophon"}
"""Id and role of the pages that every site needs."""


def write_root(folder: Path, *, pages: int | None = None, files: int | None = None, seed: int = 1) -> None:
    """Write a root of exactly `pages` HTML pages over both editions, or of exactly `files` source files.

    `folder` must be empty or absent. Raises ValueError where the root would be too small.
    """
    if (pages is None) == (files is None):
        raise ValueError("give either a number of pages or a number of files")
    size = size_in_pages(pages) if pages is not None else size_in_files(files or 0)
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise ValueError(f"{folder} is not empty")
    for path, text in root_files(lay_out(size, seed), seed):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def root_files(layout: Layout, seed: int) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file. What a file holds depends on its own path, not on how many there are."""
    links = entities.library_links(layout)

    def writer(path: str, links: tuple[str, ...] = links) -> Writer:
        return Writer(f"{seed} {path}", links)

    yield "site_config.yml", yaml_text(entities.site_config(layout, writer("site_config")))
    yield "content/help.yml", yaml_text(entities.help_block(writer("help", ())))
    yield "content/glossary.yml", yaml_text(entities.glossary(layout, writer("glossary", ())))
    path = f"content/modules/{layout.module.id}.yml"
    yield path, yaml_text(entities.module(layout.module, writer(path)))
    for id, role in PAGES.items():
        path = f"content/pages/{id}.md"
        yield path, front_matter(*entities.page(role, writer(path)))
    for name, (kind, minutes) in zip(layout.activities, entities.SHARED_KINDS, strict=True):
        path = f"content/activities/{name.id}.yml"
        yield path, yaml_text(entities.activity(writer(path), name.title, kind, minutes))
    exercises = [*layout.exercises, *(exercise for each in layout.programmes for exercise in each.exercises)]
    for name in exercises:
        path = f"content/activities/{name.id}.yml"
        yield path, yaml_text(entities.activity(writer(path), name.title, "exercise", 18))
    for article in layout.articles:
        yield from _article("content", article, seed, links)
    for number, programme in enumerate(layout.programmes):
        yield from _programme(programme, number, layout, seed)


def _programme(programme: Programme, number: int, layout: Layout, seed: int) -> Iterator[tuple[str, str]]:
    folder = f"programs/{programme.name.id}"
    links = entities.programme_links(programme, layout)

    def writer(path: str) -> Writer:
        return Writer(f"{seed} {path}", links)

    yield f"{folder}/programme.yml", yaml_text(entities.programme(programme, layout, writer(folder)))
    for index, name in enumerate(programme.sessions):
        path = f"{folder}/sessions/{name.id}.yml"
        reading = [article.name for article in layout.articles[_share(programme, index, number, layout)]]
        # Exercises that belong to no programme find their place in the first session of all.
        exercises = layout.exercises if number == index == 0 and layout.exercises else programme.exercises
        exercise = exercises[index % len(exercises)]
        yield path, yaml_text(entities.session(programme, index, layout, writer(path), reading, exercise))
    for name in programme.homework:
        path = f"{folder}/homework/{name.id}.yml"
        yield path, yaml_text(entities.homework(name, layout, writer(path)))
    for article in programme.articles:
        yield from _article(folder, article, seed, links)
    for name in programme.handouts:
        path = f"{folder}/handouts/{name.id}.md"
        yield path, front_matter(*entities.handout(name, writer(path)))
    for name in programme.questionnaires:
        path = f"{folder}/questionnaires/{name.id}.yml"
        yield path, yaml_text(entities.questionnaire(name, writer(path)))
    path = f"{folder}/diaries/{programme.diary.id}.yml"
    yield path, yaml_text(entities.diary(programme.diary, writer(path)))


def _share(programme: Programme, index: int, number: int, layout: Layout) -> slice:
    """Return which articles of the library the session at `index` of the programme at `number` takes up."""
    sessions = len(programme.sessions)
    return slice(number * sessions + index, None, len(layout.programmes) * sessions)


def _article(folder: str, article: Article, seed: int, links: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    path = f"{folder}/articles/{article.name.id}.md"
    yield path, front_matter(*entities.article(article, Writer(f"{seed} {path}", links)))
    if article.image:
        yield f"{folder}/media/{article.image}", drawing(f"{seed} {article.image}")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="Write a realistic, valid root of a wanted size.")
    parser.add_argument("folder", type=Path)
    amount = parser.add_mutually_exclusive_group(required=True)
    amount.add_argument("--pages", type=int, help="HTML pages of both editions together")
    amount.add_argument("--files", type=int, help="source files")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write_root(given.folder, pages=given.pages, files=given.files, seed=given.seed)


if __name__ == "__main__":
    main()
