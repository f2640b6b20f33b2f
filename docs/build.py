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
from kring.source.kinds import KINDS as SPECS
from kring.source.kinds import Kind
from kring.theme_files import theme_folder

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

PURPOSES = {
    Kind.SITE_CONFIG: "Wie jullie zijn, en wat er op de site komt",
    Kind.PROGRAMME: "Een training als geheel",
    Kind.SESSION: "Eén bijeenkomst, met haar draaiboek",
    Kind.ACTIVITY: "Een stap die je in meer sessies gebruikt",
    Kind.HOMEWORK: "Iets om thuis te doen, met een formulier",
    Kind.QUESTIONNAIRE: "Vragen, met of zonder score",
    Kind.DIARY: "Een kort formulier dat iemand vaak invult",
    Kind.ARTICLE: "Iets om te lezen, te zien of te horen",
    Kind.HANDOUT: "Een blad om uit te delen",
    Kind.MODULE: "Een module op een andere website",
    Kind.PAGE: "Een pagina over de site, zoals contact",
    Kind.GLOSSARY: "Woorden die uitleg nodig hebben",
    Kind.HELP: "Hulp als het te veel wordt, op elke pagina",
}
"""What a file of each kind is for."""

BESIDES = """\
Een programma neemt iets uit de bibliotheek over met de naam van het bestand. Moet er iets anders? Met `override` zet
je een heel veld in de plaats van dat van de bibliotheek: in een stap van een agenda, en bij een sessie in
`programme.yml`. Zie [Een sessie schrijven](zo-doe-je-dat/sessie-schrijven.md).

Beeld, geluid en film staan in `media/`, naast de andere mappen. Zie
[Beeld, geluid en film](zo-doe-je-dat/beeld-en-geluid.md).
"""


def reference() -> Iterator[tuple[str, str]]:
    """Yield path and Markdown of each page that is made from the code."""
    yield "wat-je-kunt-schrijven.md", kinds()
    yield "naslag/regels.md", reference_in_markdown("nl")
    yield "naslag/opdrachten.md", commands()
    for kind in KINDS:
        yield f"naslag/velden/{kind.value}.md", fields(kind)


def kinds() -> str:
    """Return the page with every kind of file on one screen: what it is for, where it stands and how to begin one."""
    lines = [
        "---\nhide: [toc]\n---",
        "# Wat je kunt schrijven",
        "",
        "Elke soort tekst heeft een eigen map, in een **programma** (`programs/<naam>/`). Wat je deelt, staat in zo’n",
        "map in de **bibliotheek** (`content/`). Begin met de opdracht in de laatste kolom, dan staat het goed.",
        "",
        "| Soort | Waarvoor | Waar | Te delen | Begin zo |",
        "|---|---|---|---|---|",
    ]
    for kind, title in KINDS.items():
        spec = SPECS[kind]
        where = f"{spec.folder}/" if spec.folder else spec.path or "programme.yml"
        shared = "ja" if spec.in_library and spec.in_programme else "–"
        begin = f"`kring new {kind.value}`" if spec.folder or kind is Kind.PROGRAMME else "`kring init`"
        lines.append(
            f"| [{title}](naslag/velden/{kind.value}.md) | {PURPOSES[kind]} | `{where}` | {shared} | {begin} |"
        )
    return "\n".join([*lines, "", *BESIDES.split("\n")])


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
    (folder / "build/assets/fonts").mkdir(parents=True)
    shutil.copy(DOCS / "style.css", folder / "build/assets")
    shutil.copy(theme_folder() / "site/assets/kring.svg", folder / "build/assets")
    for font in (theme_folder() / "fonts").glob("*.woff2"):
        shutil.copy(font, folder / "build/assets/fonts")
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
