"""Where a file of each kind stands: from its key, from its kind, and the other way round."""

from __future__ import annotations

from kring.source.documents import Key
from kring.source.kinds import FOLDERS, KINDS, SINGLE_FILES, Kind


def path_of(key: Key) -> str:
    """Return where a file of this key stands, from the root of the content."""
    spec = KINDS[key.kind]
    if spec.path is not None:
        return spec.path
    if key.kind is Kind.PROGRAMME:
        return f"programs/{key.id}/programme.yml"
    home = f"programs/{key.programme}" if key.programme is not None else "content"
    return f"{home}/{spec.folder}/{key.id}{spec.suffix}"


def files_of(kind: Kind) -> list[str]:
    """Return where files of `kind` lie, as patterns from the root of the content."""
    spec = KINDS[kind]
    if spec.path is not None:
        return [spec.path]
    if kind is Kind.PROGRAMME:
        return [path_of(Key(kind, "*", "*"))]
    homes = [*([None] if spec.in_library else ()), *(["*"] if spec.in_programme else ())]
    return [path_of(Key(kind, "*", home)) for home in homes]


def kind_of(path: str) -> Kind | None:
    """Return the kind of content that a file with this path holds; None where it can be no content."""
    if path in SINGLE_FILES:
        return SINGLE_FILES[path]
    folders = path.split("/")
    if folders[-1] == "programme.yml":
        return Kind.PROGRAMME
    return FOLDERS.get(folders[-2]) if len(folders) > 1 else None
