"""The smallest content in which every field of every schema stands: `root/`, and what a schema has had added since.

A field that is new in a schema is written by itself, so that every test on this content covers it. Only what refers
to something, or hangs together with something else, has to be written in `root/` by hand.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from PIL import Image
from tests.every_field.files import Content, Data, File, holder, read_content
from tests.every_field.schema_parts import Schema, accepts, fields_at, parts, walk, within
from tests.recordings.files import clean

from kring.source.kinds import Kind

HERE = Path(__file__).parent

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><title>Drie vakjes</title>'
    '<rect width="16" height="16" fill="#1f5c5a"/></svg>'
)
FORMS = ("alle-velden", "blad", "dagboek")
"""Files that have every kind of field in them."""

PLAIN_FORMS = (
    "Woorden",
    "proef",
    "2026-01-15",
    "09:30",
    "https://example.org",
    "112",
    "10.1000/1",
    "a@example.org",
    "#123456",
)
"""Texts of which a field with a form of its own takes one."""


@cache
def written() -> Content:
    """Return the content. Copy it before you change it."""
    with (HERE / "fields.yml").open(encoding="utf-8") as opened:
        fields = yaml.load(opened, Loader=yaml.CSafeLoader)
    content = read_content(HERE / "root").copy()
    files = [_with_fields(file, fields) for file in content.files.values()]
    return Content({file.path: file for file in completed(files)}, media())


def as_authors_write() -> dict[str, str]:
    """Return path → text of the content in the form in which authors write it, without what is written by itself."""
    fields = (HERE / "fields.yml").read_text(encoding="utf-8")
    inside = "".join(f"  {line}" for line in fields.splitlines(keepends=True))
    texts = {}
    for file in sorted(path for path in (HERE / "root").rglob("*") if path.suffix in (".yml", ".md")):
        path, text = file.relative_to(HERE / "root").as_posix(), file.read_text(encoding="utf-8")
        if file.stem in FORMS:
            head, front, body = text.rpartition("---\n")
            text = f"{head}fields:\n{inside}{front}{body}" if front else f"{text}fields:\n{inside}"
        texts[path] = text
    return texts


def completed(files: list[File]) -> list[File]:
    """Return the files with the fields that no file of their kind has, each where it fits first."""
    for kind in Kind:
        mine = [file for file in files if file.kind is kind]
        missing = parts(kind).keys() - {place.part.path for file in mine for place in walk(kind, file.data)}
        for file in mine:
            missing -= _complete(file, missing)
    return files


def used(files: list[File]) -> set[str]:
    """Return the paths of the fields that stand in some file."""
    return {place.part.path for file in files for place in walk(file.kind, file.data)}


def media() -> dict[str, bytes]:
    """Return the media files."""
    return {
        "content/media/kaart.svg": DRAWING.encode(),
        "content/media/vlak.png": picture("PNG", "navy"),
        "content/media/foto.jpg": picture("JPEG", "green"),
        "content/media/beeld.webp": picture("WEBP", "grey"),
        "content/media/adem.mp3": clean("sound.mp3"),
        "content/media/beeld.mp4": clean("film.mp4"),
        "content/media/beeld.vtt": b"WEBVTT\n\n00:00.000 --> 00:02.000\n<i>Een hand legt een kaart op tafel.</i>\n",
    }


def picture(format: str, colour: str, **metadata: Any) -> bytes:
    """Return a small picture of one colour; `metadata` is what Pillow writes beside the pixels."""
    out = io.BytesIO()
    Image.new("RGB", (24, 16), colour).save(out, format, **metadata)
    return out.getvalue()


def _with_fields(file: File, fields: list[Data]) -> File:
    """Put every kind of field into the forms."""
    return replace(file, data={**file.data, "fields": fields}) if file.id in FORMS else file


def _complete(file: File, missing: set[str]) -> set[str]:
    """Write the missing fields that fit into a file, and return their paths."""
    filled: set[str] = set()
    for place in list(walk(file.kind, file.data)):
        if not isinstance(place.value, dict):
            continue
        for name, schema in fields_at(place.part.schema, place.value).items():
            path = f"{place.part.path}.{name}"
            wanted = {other for other in missing - filled if other == path or other.startswith(f"{path}.")}
            if wanted and name not in place.value:
                holder(file.data, place.steps)[name] = sample(schema)
                filled |= wanted
    return filled


def sample(schema: Schema) -> Data:
    """Return a valid value with all that it may hold. What refers to something has to be written by hand."""
    if "x-ref" in schema:
        raise LookupError(f"write it in {HERE / 'root'}: {schema['title']} refers to something that must be there")
    if "enum" in schema or "const" in schema:
        return schema["const"] if "const" in schema else schema["enum"][0]
    match schema.get("type", "object"):
        case "array":
            return _items(schema)
        case "object":
            return _fields(schema)
        case "integer" | "number":
            return schema.get("minimum", 1)
        case "boolean":
            return True
        case _:
            return next(text for text in PLAIN_FORMS if accepts(schema, text))


def _items(schema: Schema) -> list[Data]:
    item: Mapping[str, Any] = schema["items"]
    if item.get("maxProperties") == 1:
        return [{name: sample(part)} for name, part in item["properties"].items()]
    return [sample(schema["items"]) for _ in range(max(1, schema.get("minItems", 1)))]


def _fields(schema: Schema) -> dict[str, Data]:
    needed = schema.get("required", ())
    return {
        name: sample(part)
        for name, part in schema.get("properties", {}).items()
        if name in needed or not any("x-ref" in inner.schema for inner in within(part))
    }
