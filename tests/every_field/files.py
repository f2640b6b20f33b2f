"""Content files as plain data: read, changed, and written again."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from kring.source.kinds import FOLDERS, Kind
from kring.source.nodes import plain
from kring.source.read import read

Data = Any
Step = str | int


@dataclass(frozen=True, slots=True)
class File:
    """A content file: what stands in its YAML, and the Markdown behind that where it is a Markdown file."""

    path: str
    kind: Kind
    data: dict[str, Data]
    body: str | None = None
    comment: str | None = None
    """Words for comments, one above each field at the top."""

    @property
    def id(self) -> str:
        """The id that the name of the file gives."""
        return self.path.rpartition("/")[2].rpartition(".")[0]

    @property
    def programme(self) -> str | None:
        return self.path.split("/")[1] if self.path.startswith("programs/") else None

    def named(self, id: str) -> File:
        """Return a copy under another id."""
        folder, _, name = self.path.rpartition("/")
        return replace(self, path=f"{folder}/{id}.{name.rpartition('.')[2]}", data=deepcopy(self.data))

    @property
    def text(self) -> str:
        written = _yaml(self.data)
        if self.comment is not None:
            lines = (line if line[0] in " -" else f"# {self.comment}\n{line}" for line in written.splitlines(True))
            written = "".join([*lines, f"# {self.comment}\n"])
        return written if self.body is None else f"---\n{written}---\n{self.body}"


@dataclass(frozen=True, slots=True)
class Content:
    """All files of a root. Media by path."""

    files: Mapping[str, File]
    media: Mapping[str, bytes]

    def with_files(self, *files: File) -> Content:
        return replace(self, files={**self.files, **{file.path: file for file in files}})

    def with_media(self, media: Mapping[str, bytes]) -> Content:
        return replace(self, media={**self.media, **media})

    def of(self, kind: Kind) -> list[File]:
        return [file for file in self.files.values() if file.kind is kind]

    def copy(self) -> Content:
        """Return the same content, to be changed."""
        return replace(self, files={path: replace(file, data=deepcopy(file.data)) for path, file in self.files.items()})

    def write(self, root: Path) -> Path:
        """Write everything under the new or empty folder `root`."""
        shutil.rmtree(root, ignore_errors=True)
        written = {path: file.text.encode() for path, file in self.files.items()}
        for path, data in {**written, **self.media}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        return root


def read_content(root: Path) -> Content:
    """Return the content of a root that holds no mistakes in its YAML."""
    sources = read(root)
    assert sources.findings == ()
    files = {}
    for document in sources.documents:
        data = plain(document.root)
        assert isinstance(data, dict)
        files[document.path] = File(document.path, document.key.kind, data, document.body)
    return Content(files, {asset.path: asset.data for asset in sources.assets})


def folder_of(kind: Kind) -> str:
    """Return the name of the folder in which files of a kind stand."""
    return next(folder for folder, inside in FOLDERS.items() if inside is kind)


def put(data: Data, steps: Iterable[Step], value: Data) -> None:
    """Write a value at a place in plain data."""
    *outer, last = steps
    holder(data, outer)[last] = value


def take(data: Data, steps: Iterable[Step]) -> None:
    """Take away the value at a place."""
    *outer, last = steps
    del holder(data, outer)[last]


def holder(data: Data, steps: Iterable[Step]) -> Data:
    """Return what stands at a place."""
    for step in steps:
        data = data[step]
    return data


class _Quoting(yaml.SafeDumper):
    """Writes every value that is text between double quotes, so that no word of it can be YAML."""

    def ignore_aliases(self, data: object) -> bool:
        """Write the same list twice rather than refer to it, which Kring does not read."""
        return True


class _Words(str):
    __slots__ = ()


_Quoting.add_representer(
    _Words, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"')
)


def _yaml(data: Data) -> str:
    return yaml.dump(_quoted(data), Dumper=_Quoting, allow_unicode=True, sort_keys=False, width=float("inf"))


def _quoted(data: Data) -> Data:
    if isinstance(data, dict):
        return {key: _quoted(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_quoted(value) for value in data]
    return _Words(data) if isinstance(data, str) else data
