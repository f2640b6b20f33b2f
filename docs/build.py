"""Build the documentation: `python docs/build.py [OUT]`. Reference pages are made from schemas, rules and commands."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build
from mkdocs.config import load_config

from kring.command.main import cli
from kring.command.reference import reference_in_markdown
from kring.editor.published import published
from kring.source.kinds import Kind

DOCS = Path(__file__).resolve().parent
KINDS = {
    Kind.SITE_CONFIG: "site_config.yml",
    Kind.PROGRAMME: "Programma",
    Kind.SESSION: "Sessie",
    Kind.ACTIVITY: "Werkvorm",
    Kind.HOMEWORK: "Huiswerk",
    Kind.QUESTIONNAIRE: "Vragenlijst",
    Kind.DIARY: "Dagboek",
    Kind.ARTICLE: "Artikel",
    Kind.HANDOUT: "Werkblad",
    Kind.MODULE: "Online module",
    Kind.PAGE: "Pagina",
    Kind.GLOSSARY: "Begrippenlijst",
    Kind.HELP: "Hulpblok",
}
"""Every kind of file, in the order in which the reference shows them."""


def reference() -> Iterator[tuple[str, str]]:
    """Yield path and Markdown of each page that is made from the code."""
    yield "naslag/regels.md", reference_in_markdown("nl")
    yield "naslag/opdrachten.md", commands()
    for kind in KINDS:
        yield f"naslag/velden/{kind.value}.md", fields(kind)


def fields(kind: Kind) -> str:
    """Return the page about the fields of one kind of file."""
    schema = published(kind)
    lines = [f"# {KINDS[kind]}", "", schema.get("description", ""), ""]
    return "\n".join([*lines, *_fields(schema, (), 2)]) + "\n"


def _fields(schema: dict[str, Any], path: tuple[str, ...], level: int) -> Iterator[str]:
    for name, field in schema.get("properties", {}).items():
        here = (*path, name)
        yield f"{'#' * min(level, 4)} `{'.'.join(here)}` {{ #{'-'.join(here)} }}"
        yield ""
        yield field.get("markdownDescription") or field.get("description", "")
        yield ""
        yield from _fields(field, here, level + 1)
        if isinstance(field.get("items"), dict):
            yield from _fields(field["items"], here, level + 1)


def commands() -> str:
    """Return the page about the commands, from their own help."""
    lines = ["# Opdrachten", "", "Wat `kring OPDRACHT --help` zegt.", ""]
    # With the settings of the command line: Click keeps the help option that a command had first.
    context = cli.context_class(cli, info_name="kring", **cli.context_settings)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        help = command.get_help(command.context_class(command, info_name=name, parent=context))
        lines += [f"## `kring {name}`", "", "```text", help, "```", ""]
    return "\n".join(lines)


def write(folder: Path) -> Path:
    """Write pages, reference and configuration into `folder`; return the configuration."""
    shutil.copytree(DOCS / "pages", folder / "build")
    shutil.copytree(DOCS / "images", folder / "build/images")
    for path, text in reference():
        (folder / "build" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "build" / path).write_text(text, encoding="utf-8")
    velden = [{title: f"naslag/velden/{kind.value}.md"} for kind, title in KINDS.items()]
    config = yaml.safe_load((DOCS / "mkdocs.yml").read_text(encoding="utf-8"))
    for section in config["nav"]:
        if "Naslag" in section:
            section["Naslag"] = [{"Velden": velden} if "Velden" in entry else entry for entry in section["Naslag"]]
    file = folder / "mkdocs.yml"
    file.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return file


def main(out: Path) -> None:
    """Build the documentation into `out`. Raises where MkDocs warns."""
    with tempfile.TemporaryDirectory(prefix="kring-docs-") as folder:
        config = load_config(str(write(Path(folder))), site_dir=str(out.resolve()))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS / "site")
