"""The rule catalogue as people read it: what a rule is for, an example of each side, and how it may be allowed."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kring.findings import Severity
from kring.rules import RULES, ExampleOf, Phrase, Rule
from kring.rules.areas import AREAS, by_area
from kring.source.excerpt import visible

WHOLE = 14
"""Lines of an example file that is shown as a whole; of a longer one only what matters."""

_AROUND = 3  # lines shown before and after what matters
_LEFT_OUT = "…"

SEVERITIES = {Severity.ERROR: Phrase("fout", "error"), Severity.WARNING: Phrase("waarschuwing", "warning")}
STOPS = {
    Severity.ERROR: Phrase("Een fout: er komt geen site.", "An error: no site is built."),
    Severity.WARNING: Phrase("Een waarschuwing: de site komt er wel.", "A warning: the site is built all the same."),
}
BAD = Phrase("Fout", "Wrong")
GOOD = Phrase("Goed", "Right")
SAYS = Phrase("Kring zegt", "Kring says")
TO_DO = Phrase("Wat te doen", "What to do")
ALLOW = Phrase("Toestaan", "Allowing")
_TITLE = Phrase("De regels van Kring", "The rules of Kring")
_NOT_THERE = Phrase("(dit bestand is er niet)", "(this file is not there)")
_FIXED = Phrase(
    "Deze regel geldt altijd: zonder haar kan Kring geen site bouwen die klopt.",
    "This rule always holds: without it no site can be built that is right.",
)
_OF_COMMENTS = Phrase(
    "Een opmerking kan deze regel niet toestaan; `site_config.yml` kan haar uitzetten.",
    "No comment can allow this rule; `site_config.yml` can switch it off.",
)
_ONE_PLACE = Phrase(
    "Op één plek: zet deze opmerking aan het eind van de regel waarbij de melding staat, of op de regel erboven."
    " In een tekst met front matter: tussen de twee regels `---`.",
    "At one place: put this comment at the end of the line that the report names, or on the line above it."
    " In a text with front matter: between the two lines `---`.",
)
_EVERYWHERE = Phrase("Op de hele site: in `site_config.yml`.", "For the whole site: in `site_config.yml`.")
_COMMENT = Phrase("# kring: allow {rule} want HIER JE REDEN", "# kring: allow {rule} because YOUR REASON")
_SETTING = Phrase(
    "rules:\n  {rule}:\n    severity: {severity}\n    reason: HIER JE REDEN\n",
    "rules:\n  {rule}:\n    severity: {severity}\n    reason: YOUR REASON\n",
)


@dataclass(frozen=True, slots=True)
class Example:
    """What one file of an example holds, as far as it matters; paths and situations have no path."""

    path: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Examples:
    """Both sides of an example."""

    bad: tuple[Example, ...]
    good: tuple[Example, ...]


def words_of(phrase: Phrase, language: str) -> str:
    """Return a message or hint with an ellipsis for whatever depends on the case."""
    parts = string.Formatter().parse(phrase.in_language(language))
    return "".join(text if name is None else text + _LEFT_OUT for text, name, _, _ in parts)


def examples_of(rule: Rule, language: str) -> Examples:
    """Return the example of a rule, cut down to the files and lines in which its two sides differ."""
    if rule.example_of is not ExampleOf.FILE:
        return Examples((Example(None, rule.bad),), (Example(None, rule.good),))
    bad, good = _texts(rule.bad, rule.example_path), _texts(rule.good, rule.example_path)
    paths = [path for path in dict.fromkeys([*bad, *good]) if bad.get(path) != good.get(path)] or list(bad)
    sides = [(path, *_both(bad.get(path, []), good.get(path, []))) for path in paths]
    absent = _NOT_THERE.in_language(language) + "\n"
    return Examples(
        tuple(Example(path, text or absent) for path, text, _ in sides),
        tuple(Example(path, text or absent) for path, _, text in sides),
    )


def how_to_allow(rule: Rule, language: str) -> tuple[tuple[str, str], ...]:
    """Return how a rule may be allowed: sentences, each with the lines to write ("" for none)."""
    if not rule.may_be_off:
        return ((_FIXED.in_language(language), ""),)
    severity = "warning" if rule.severity is Severity.ERROR else '"off"'  # without quotes YAML may read "no"
    setting = _SETTING.in_language(language).format(rule=rule.id, severity=severity)
    if not rule.may_be_allowed:
        return ((_OF_COMMENTS.in_language(language), setting),)
    comment = _COMMENT.in_language(language).format(rule=rule.id) + "\n"
    return (_ONE_PLACE.in_language(language), comment), (_EVERYWHERE.in_language(language), setting)


def in_markdown(rule: Rule, language: str) -> str:
    """Return all there is to say about a rule as Markdown, without a heading."""
    examples = examples_of(rule, language)
    parts = [STOPS[rule.severity].in_language(language), rule.why.in_language(language)]
    parts += [
        f"**{label.in_language(language)}:** {words_of(words, language)}"
        for label, words in ((SAYS, rule.message), (TO_DO, rule.hint))
    ]
    for label, side in ((BAD, examples.bad), (GOOD, examples.good)):
        for example in side:
            where = f", `{example.path}`" if example.path else ""
            parts.append(f"**{label.in_language(language)}**{where}:")
            parts.append(_fenced(example.text, _language_of(example.path)))
    for sentence, lines in how_to_allow(rule, language):
        parts.append(sentence)
        parts += [_fenced(lines, "yaml")] if lines else []
    return "\n\n".join(parts) + "\n"


def in_plain_text(rule: Rule, language: str) -> str:
    """Return what matters most about a rule, in sentences."""
    sentences = [rule.why.in_language(language), *(sentence for sentence, _ in how_to_allow(rule, language))]
    return " ".join(sentences)


def reference_in_markdown(language: str, rules: Iterable[Rule] = tuple(RULES.values())) -> str:
    """Return the whole reference as one Markdown page: every area, and every rule below a heading of its own."""
    parts = [f"# {_TITLE.in_language(language)}\n"]
    for area, members in by_area(rules).items():
        parts.append(f"## {AREAS[area].in_language(language)}\n")
        for rule in members:
            parts.append(f"### `{rule.id}`\n\n_{rule.title.in_language(language)}_\n")
            parts.append(in_markdown(rule, language))
    return "\n".join(parts)


def _texts(text: str, path: str) -> dict[str, list[str]]:
    """Return the lines of each file of an example, by path."""
    if not text.startswith("=== "):
        return {path: text.splitlines()}
    files = {}
    for part in text.removeprefix("=== ").split("\n=== "):
        name, _, content = part.partition("\n")
        files[name] = content.splitlines()
    return files


def _both(bad: Sequence[str], good: Sequence[str]) -> tuple[str, str]:
    """Return both sides of one file: as a whole where that is short, otherwise the lines around what differs."""
    if max(len(bad), len(good)) <= WHOLE:
        return _lines(bad), _lines(good)
    if not bad or not good or bad == good:
        return _cut(bad, [(0, WHOLE)]), _cut(good, [(0, WHOLE)])
    groups = list(SequenceMatcher(a=bad, b=good, autojunk=False).get_grouped_opcodes(_AROUND))
    return (
        _cut(bad, [(group[0][1], group[-1][2]) for group in groups]),
        _cut(good, [(group[0][3], group[-1][4]) for group in groups]),
    )


def _cut(lines: Sequence[str], stretches: Iterable[tuple[int, int]]) -> str:
    shown: list[str] = []
    end = 0
    for start, stop in stretches:
        shown += [_LEFT_OUT] if start > end else []
        shown += lines[start:stop]
        end = stop
    return _lines([*shown, _LEFT_OUT] if end < len(lines) else shown) if lines else ""


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{visible(line)}\n" for line in lines)


def _fenced(text: str, language: str) -> str:
    # A fence longer than any in the text, so that examples of Markdown can be shown.
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def _language_of(path: str | None) -> str:
    return {"yml": "yaml", "md": "markdown"}.get((path or "").rpartition(".")[2], "text")


def names_like(written: str) -> Iterator[str]:
    """Yield the ids of rules in which what was written occurs: for whoever knows half of a name."""
    return (id for id in RULES if written.casefold() in id)
