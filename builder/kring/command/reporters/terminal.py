"""Findings for a person: place, message, the line with carets, what to do; a count by file at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from rich.console import Console
from rich.text import Text

from kring.checks.suppressions import Suppression
from kring.command.reporters.report import Report, printable
from kring.findings import Finding, Severity
from kring.rules import RULES, Phrase
from kring.rules.phrasing import hint, message, severity
from kring.source.excerpt import excerpt

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow"}
NAMES = {
    Severity.ERROR: (Phrase("fout", "error"), Phrase("fouten", "errors")),
    Severity.WARNING: (Phrase("waarschuwing", "warning"), Phrase("waarschuwingen", "warnings")),
}
"""What a finding is called: one, and any other number."""

_FILES = (Phrase("bestand", "file"), Phrase("bestanden", "files"))
_NOTHING_WRONG = Phrase("Geen fouten gevonden.", "No mistakes found.")
_IN_FILES = Phrase("{} in {}.", "{} in {}.")
_ALLOWED = (
    Phrase("1 melding is toegestaan, met een reden.", "1 finding is allowed, with a reason."),
    Phrase("{} meldingen zijn toegestaan, met een reden.", "{} findings are allowed, with a reason."),
)
_ALLOWED_HERE = Phrase("toegestaan: {}", "allowed: {}")
_WHY = Phrase("Waarom: {}", "Why: {}")


def print_report(console: Console, report: Report, *, verbose: bool = False) -> None:
    """Print a report; with `verbose` also why each rule is there, and what is allowed."""
    for part in styled(report, verbose=verbose):
        console.print(part)


def as_text(report: Report, *, verbose: bool = False) -> str:
    """Return a report as text without colours."""
    return "".join(f"{part.plain}\n" for part in styled(report, verbose=verbose))


def styled(report: Report, *, verbose: bool = False) -> Iterator[Text]:
    """Yield the parts of a report: each finding, then the counts. No sign in them steers a terminal."""
    for part in _parts(report, verbose=verbose):
        part.plain = printable(part.plain)
        yield part


def _parts(report: Report, *, verbose: bool) -> Iterator[Text]:
    for finding in report.findings:
        yield _block(finding, report.texts, report.language, verbose=verbose)
    if verbose:
        for finding, suppression in report.allowed:
            yield _allowed(finding, suppression, report.language)
    yield from _by_file(report)
    yield Text(summary(report), style="bold")


def summary(report: Report) -> str:
    """Return in a line how many findings there are, and in how many files."""
    language = report.language
    said = [_NOTHING_WRONG.in_language(language)]
    if report.findings:
        files = len({finding.span.path for finding in report.findings})
        what = ", ".join(_weights(Counter(map(severity, report.findings)), language))
        said = [_IN_FILES.in_language(language).format(what, counted(files, _FILES, language))]
    if number := len(report.allowed):
        said.append(_ALLOWED[number > 1].in_language(language).format(number))
    return " ".join(said)


def counted(number: int, words: tuple[Phrase, Phrase], language: str) -> str:
    """Return a number with the word for one thing or for several."""
    one, more = words
    return f"{number} {(one if number == 1 else more).in_language(language)}"


def _weights(numbers: Mapping[Severity, int], language: str) -> list[str]:
    return [counted(numbers[weight], NAMES[weight], language) for weight in Severity if numbers.get(weight)]


def _by_file(report: Report) -> Iterator[Text]:
    """Yield one line a file, where there is more than one."""
    files: dict[str, Counter[Severity]] = {}
    for finding in report.findings:
        files.setdefault(finding.span.path, Counter())[severity(finding)] += 1
    if len(files) < 2:
        return
    width = max(map(len, files))
    for path, numbers in files.items():
        line = Text(path.ljust(width))
        for weight, said in zip(
            (weight for weight in Severity if numbers[weight]), _weights(numbers, report.language), strict=True
        ):
            line.append("  ").append(said, style=COLOURS[weight])
        yield line


def _block(finding: Finding, texts: Mapping[str, str], language: str, *, verbose: bool) -> Text:
    block = _head(finding, language)
    block.append(f"  {message(finding, language)}\n")
    text = texts.get(finding.span.path)
    if text is not None:
        block.append(_set_in(excerpt(text.split("\n"), finding.span)), style="cyan")
    for place in finding.related:
        block.append(f"  → {place}\n", style="dim")
    block.append(f"  {hint(finding, language)}\n", style="green")
    if verbose:
        why = RULES[finding.rule].why.in_language(language)
        block.append(f"  {_WHY.in_language(language).format(why)}\n", style="dim")
    return block


def _head(finding: Finding, language: str) -> Text:
    weight = severity(finding)
    head = Text()
    head.append(str(finding.span), style="bold")
    head.append(f"  {NAMES[weight][0].in_language(language)} ", style=COLOURS[weight])
    head.append(f"[{finding.rule}]\n", style="dim")
    return head


def _allowed(finding: Finding, suppression: Suppression, language: str) -> Text:
    line = Text(style="dim")
    line.append(f"{finding.span}  {_ALLOWED_HERE.in_language(language).format(suppression.reason)} [{finding.rule}]\n")
    line.append(f"  {message(finding, language)}\n")
    return line


def _set_in(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())
