"""Values to the YAML that authors of content write: blocks for texts of more lines, quotes where they are needed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

Value = str | int | float | bool | None | list["Value"] | Mapping[str, "Value"]

_PLAIN = re.compile(r"[^\W\d_][^\n:#{}\[\]\"`@%&*!|>]*[^\n:#{}\[\]\"`@%&*!|>\s]")
_NOT_A_TEXT = frozenset({"true", "false", "null", "yes", "no", "on", "off", "ja", "nee", "aan", "uit"})
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def yaml_text(values: Mapping[str, Value]) -> str:
    """Return a YAML document."""
    return "\n".join(_mapping(values, "")) + "\n"


def front_matter(values: Mapping[str, Value], body: str) -> str:
    """Return a Markdown file with front matter."""
    return f"---\n{yaml_text(values)}---\n\n{body}\n"


def _mapping(values: Mapping[str, Value], indent: str) -> Iterator[str]:
    for key, value in values.items():
        yield from _behind(f"{indent}{key}:", value, indent + "  ")


def _behind(start: str, value: Value, indent: str) -> Iterator[str]:
    """Yield the lines of a value that stands behind `start`, a key or a hyphen."""
    match value:
        case str() if "\n" in value:
            yield f"{start} |"
            yield from (indent + line if line else "" for line in value.rstrip("\n").split("\n"))
        case Mapping():
            yield start
            yield from _mapping(value, indent)
        case list() if all(isinstance(item, str) and _ID.fullmatch(item) for item in value):
            yield f"{start} [{', '.join(map(str, value))}]"
        case list():
            yield start
            for item in value:
                yield from _item(item, indent)
        case _:
            yield f"{start} {_scalar(value)}"


def _item(value: Value, indent: str) -> Iterator[str]:
    if not isinstance(value, Mapping):
        yield from _behind(f"{indent}-", value, indent + "  ")
        return
    lines = _mapping(value, indent + "  ")
    yield f"{indent}- {next(lines).lstrip()}"
    yield from lines


def _scalar(value: Value) -> str:
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _NOT_A_TEXT:
        return value
    return json.dumps(value, ensure_ascii=False)
