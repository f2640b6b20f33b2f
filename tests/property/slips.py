"""One-line slips that authors make: each from a line to the same line as it is written by mistake."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

Slip = Callable[[str], str | None]
"""From a line to the line with the slip; None where the line gives no occasion for it."""

_LINE = re.compile(r"(?P<dashes> *(?:- )*)(?:(?P<key>[a-z_]+):(?P<space> ?))?(?P<value>.*)")


def on_value(change: Callable[[str], str]) -> Slip:
    """Return the slip that changes the value of a field or an item on one line."""

    def slip(line: str) -> str | None:
        parts = _LINE.fullmatch(line)
        if parts is None or not parts["value"] or parts["value"][0] in "|>" or not (parts["key"] or "- " in line):
            return None
        return f"{line[: parts.start('value')]}{change(parts['value'])}"

    return slip


def on_key(change: Callable[[str, str, str], str]) -> Slip:
    """Return the slip that changes a field's line, given the key, what stands between it and its value, and that."""

    def slip(line: str) -> str | None:
        parts = _LINE.fullmatch(line)
        if parts is None or not parts["key"]:
            return None
        return parts["dashes"] + change(parts["key"], parts["space"], parts["value"])

    return slip


def between(opening: str, closing: str) -> Slip:
    """Return the slip that puts other quotation marks around a value."""
    return on_value(lambda value: f"{opening}{value.strip(chr(34) + chr(39))}{closing}")


def on_indent(change: Callable[[str], str]) -> Slip:
    """Return the slip that changes how far a line is set in."""

    def slip(line: str) -> str | None:
        indent = line[: len(line) - len(line.lstrip(" "))]
        return f"{change(indent)}{line.lstrip(' ')}" if indent and line.strip() else None

    return slip


SLIPS: Mapping[str, Slip] = {
    "curly quotes": between("“", "”"),
    "single curly quotes": between("‘", "’"),
    "low quotes": between("„", "”"),
    "guillemets": between("«", "»"),
    "a curly quote that is not closed": between("“", ""),
    "a straight quote that is not closed": on_value(lambda value: f'"{value}'),
    "value gone": on_value(lambda _: ""),
    "value a remark": on_value(lambda value: f"# {value}"),
    "key misspelt": on_key(lambda key, space, value: f"{key[:-2]}{key[-1]}{key[-2:-1]}x:{space}{value}"),
    "key with a capital": on_key(lambda key, space, value: f"{key.capitalize()}:{space}{value}"),
    "equals sign for a colon": on_key(lambda key, _, value: f"{key} = {value}"),
    "no colon": on_key(lambda key, _, value: f"{key} {value}"),
    "no space after the colon": on_key(lambda key, _, value: f"{key}:{value}"),
    "comma at the end": on_value(lambda value: f"{value},"),
    "capital": on_value(lambda value: value[0].upper() + value[1:]),
    "square brackets": on_value(lambda value: f"[{value}]"),
    "braces": on_value(lambda value: f"{{{value}}}"),
    "number sign inside": on_value(lambda value: f"{value[: len(value) // 2]} #{value[len(value) // 2 :]}"),
    "bold": on_value(lambda value: f"**{value}**"),
    "dash in front": on_value(lambda value: f"- {value}"),
    "en dash": on_value(lambda value: value.replace("-", "–") if "-" in value else f"– {value}"),
    "en dash for an item": lambda line: re.sub("^( *)- ", r"\1– ", line) if re.match(" *- ", line) else None,
    "hard space in front": on_value(lambda value: f"\u00a0{value}"),
    "hard spaces inside": on_value(lambda value: f"{value}\u00a0".replace(" ", "\u00a0")),
    "hard spaces to set in": on_indent(lambda indent: "\u00a0" * len(indent)),
    "a space of no width": on_value(lambda value: f"{value[:1]}\u200b{value[1:]}"),
    "one space more": on_indent(lambda indent: f"{indent} "),
    "one space less": on_indent(lambda indent: indent[1:]),
    "a tab": on_indent(lambda indent: "\t" * (len(indent) // 2)),
    "yes in Dutch": on_value(lambda _: "ja"),
}
"""What the slip is → the slip."""
