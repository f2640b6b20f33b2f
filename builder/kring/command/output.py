"""What a command says when its work is done: the findings, where the time went, and the exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from kring.command.reporters.report import Report
from kring.command.reporters.terminal import print_report
from kring.command.roots import advice_on, way_to
from kring.command.streams import console
from kring.pipeline import Checked
from kring.publish.refusal import OutputRefused, refusing
from kring.timings import Stopwatch


@dataclass(frozen=True, slots=True)
class OutputOptions:
    """How a command answers: in which language, and how much it says."""

    language: str
    quiet: bool = False
    verbose: bool = False


def report_of(checked: Checked, root: Path, language: str) -> Report:
    """Return what reporters need of an outcome."""
    return Report(checked.findings, checked.texts, language, checked.allowed, way_to(root))


def print_findings(checked: Checked, root: Path, options: OutputOptions) -> None:
    """Report the findings beside the output of a command; leave with status 1 where one of them is an error."""
    report = report_of(checked, root, options.language)
    if checked.findings or not options.quiet:
        print_report(console(), report, verbose=options.verbose)
    exit_on_errors(report, root)


def exit_on_errors(report: Report, root: Path) -> None:
    """Leave with status 1 where a finding is an error, with advice where the root itself seems wrong."""
    if not report.errors:
        return
    if (advice := advice_on(root, report.language)) is not None:
        click.echo(advice, err=True)
    sys.exit(1)


@contextmanager
def exit_on_refusal(language: str) -> Iterator[None]:
    """Report what cannot be written as a finding, and leave with status 1."""
    try:
        with refusing():
            yield
    except OutputRefused as refusal:
        print_report(console(), Report((refusal.finding,), {}, language))
        sys.exit(1)


def print_timings(clock: Stopwatch) -> None:
    """Say how long each step took, in seconds; what processes shared stands between brackets, added up."""
    for step, seconds in clock.seconds.items():
        click.echo(f"{seconds:8.3f} s  {step}", err=True)
    click.echo(f"{sum(clock.seconds.values()):8.3f} s", err=True)
    for step, seconds in clock.meanwhile.items():
        click.echo(f" ({seconds:6.3f} s  {step})", err=True)
