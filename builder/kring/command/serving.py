"""`kring serve`: both editions on two ports, brought up to date after each save, with findings over the page."""

from __future__ import annotations

import traceback
import webbrowser
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

import click

from kring.command.bilingual import BilingualCommand, BilingualOption
from kring.command.options import NUMBER, WholeNumber, language_option, preview_option, root_option
from kring.command.output import report_of
from kring.command.progress import watched
from kring.command.reporters.overlay import failure, overlay
from kring.command.reporters.terminal import print_report
from kring.command.roots import advice_on
from kring.command.streams import console
from kring.own_files import make_folder
from kring.pipeline import EDITIONS, Checked
from kring.preview.builder import PreviewBuilder
from kring.preview.live_server import SIDE_BY_SIDE, Hub, live_handler
from kring.preview.watch import Watch, watching
from kring.print.press import Press
from kring.publish.server import PortsTaken, open_server, serving
from kring.publish.temporary_folder import temporary_folder
from kring.rules.rule import Phrase
from kring.theme_files import theme_folder
from kring.timings import Stopwatch

TRIES = 20
"""How many ports after the first are tried when it is taken."""

LOOK = 0.5
"""Seconds between two moments at which Ctrl-C is noticed."""

WORDS = {
    "title": Phrase("Voorvertoning: deelnemers en begeleiders", "Preview: participants and facilitators"),
    "participant": Phrase("Deelnemers", "Participants"),
    "facilitator": Phrase("Begeleiders", "Facilitators"),
    "waiting": Phrase("De site is er nog niet", "The site is not there yet"),
    "soon": Phrase(
        "Kring is bezig, of er zijn nog fouten. Zodra de site er is, verschijnt zij hier vanzelf.",
        "Kring is at work, or there are errors. As soon as the site is there, it appears here by itself.",
    ),
}
_BEGINS = Phrase(
    "Kring maakt beide sites klaar. De eerste keer duurt dat even …",
    "Kring prepares both sites. The first time this takes a moment …",
)
_BOTH = Phrase("Samen", "Together")
_STOP = Phrase("Stoppen: Ctrl-C.", "Stop: Ctrl-C.")
_OTHER_PORT = Phrase(
    "Poort {} is bezet, door een andere voorvertoning misschien. Deze neemt poort {}.",
    "Port {} is taken, by another preview perhaps. This one takes port {}.",
)
_NO_PORT = Phrase("Geen vrije poort van {} tot en met {}.", "No free port from {} to {}.")


@click.command(
    "serve",
    cls=BilingualCommand,
    about=Phrase(
        "Toont beide edities op twee poorten van deze computer en ververst ze na elke keer opslaan, tot Ctrl-C.",
        "Serve both editions on two ports of this machine, and update them after each save, until Ctrl-C.",
    ),
)
@root_option
@click.option(
    "--port",
    cls=BilingualOption,
    type=WholeNumber(1, 65534),
    default=8000,
    show_default=True,
    placeholder=NUMBER,
    about=Phrase(
        "De poort voor deelnemers; begeleiders krijgen de volgende vrije.",
        "The port for participants; facilitators get the next free one.",
    ),
)
@click.option(
    "--open/--no-open",
    "browser",
    cls=BilingualOption,
    default=True,
    about=Phrase("Open de browser, of laat dat.", "Open the browser, or do not."),
)
@preview_option
@language_option
def command(*, root: Path, port: int, browser: bool, preview: bool, language: str) -> None:
    """Build, serve and watch."""
    click.echo(_BEGINS.in_language(language), err=True)
    with ExitStack() as stack:
        folder = stack.enter_context(temporary_folder("kring-serve"))
        press = stack.enter_context(Press())
        watch = stack.enter_context(watching(root, theme_folder()))
        hub = Hub({name: phrase.in_language(language) for name, phrase in WORDS.items()} | {"language": language})
        for name in EDITIONS:
            make_folder(folder, name)
            try:
                server = open_server(folder / name, range(port, port + TRIES), live_handler(name, hub))
            except PortsTaken as taken:
                told = _NO_PORT.in_language(language).format(taken.ports[0], taken.ports[-1])
                raise click.ClickException(told) from taken
            stack.enter_context(serving(server))
            hub.addresses[name] = server.address
            if name == EDITIONS[0] and (got := server.server_address[1]) != port:
                click.echo(_OTHER_PORT.in_language(language).format(port, got), err=True)
        stack.callback(hub.close)
        # Ctrl-C is how a preview ends, not how it fails.
        with suppress(KeyboardInterrupt):
            Preview(root, PreviewBuilder(root, folder, press, preview), watch, hub, language, browser).run()
        click.echo()


@dataclass(slots=True)
class Preview:
    """The preview at work: updates after each change, for ever. A change during an update begins the next one."""

    root: Path
    builder: PreviewBuilder
    watch: Watch
    hub: Hub
    language: str
    browser: bool = False
    _said: list[str] = field(default_factory=list)
    """The report that was printed last: the same one is not printed again."""
    _told: bool = False
    """Whether it was said where the editions are."""

    def run(self) -> None:
        """Go on until Ctrl-C."""
        with watched(self.language, quiet=False) as clock:
            self.update(clock)
        self._say_where()
        while True:
            while not self.watch.wait(LOOK):
                pass
            self.update(Stopwatch())

    def update(self, clock: Stopwatch) -> None:
        """Update everything, or as much as there is time for; at the first whole sites, invite to look at them."""
        try:
            for news in self.builder.update(self.hub.looked_at(), clock):
                if news.checked is not None:
                    with clock.aside():
                        self._tell(news.checked)
                if news.whole:
                    with clock.aside():
                        self._invite()
                for edition, addresses in news.changed.items():
                    self.hub.tell_changed(edition, set(addresses))
                if self.watch.stirred:
                    break
        except Exception as error:  # noqa: BLE001 - whatever it is, a window may not go on showing old news as new
            self.hub.tell_findings(failure(error, self.language))
            self._said = []
            click.echo(traceback.format_exc(), err=True)

    def _tell(self, checked: Checked) -> None:
        report = report_of(checked, self.root, self.language)
        self.hub.tell_findings(overlay(report, self.root))
        shown = [str(finding) for finding in report.findings]
        if shown != self._said or not shown:
            print_report(console(), report)
            if report.errors and (advice := advice_on(self.root, self.language)) is not None:
                click.echo(advice, err=True)
        self._said = shown

    def _invite(self) -> None:
        self._say_where()
        if self.browser:
            self.browser = False
            webbrowser.open(self._both())

    def _say_where(self) -> None:
        """Say, once, where the editions are."""
        if self._told:
            return
        self._told = True
        for name, address in self.hub.addresses.items():
            click.echo(f"{WORDS[name].in_language(self.language)}: {address}")
        click.echo(f"{_BOTH.in_language(self.language)}: {self._both()}\n{_STOP.in_language(self.language)}")

    def _both(self) -> str:
        return self.hub.addresses["participant"].rstrip("/") + SIDE_BY_SIDE
