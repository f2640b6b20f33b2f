"""`kring new`: a new content file that passes the checks, and says what is to be written."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from kring.command.bilingual import BilingualArgument, BilingualCommand, BilingualOption
from kring.command.completing import programme_ids
from kring.command.kind_argument import DUTCH, KindOfFile, kind_asked
from kring.command.new_request import LIBRARY, Content, requested_files
from kring.command.next_steps import NEXT_STEPS, SHARED_SESSION
from kring.command.options import language_option, root_option
from kring.command.output import OutputOptions, exit_on_refusal, print_findings
from kring.command.roots import advice_on
from kring.editor.files import write_schemas
from kring.editor.references import targets
from kring.editor.settings import FOLDER
from kring.nearest import nearest
from kring.pipeline import check
from kring.rules.rule import Phrase
from kring.source.documents import Key
from kring.source.kinds import Kind
from kring.source.paths import path_of
from kring.source.read import read
from kring.starting.new_file import file_for
from kring.starting.order import order, put_in_order
from kring.starting.put import put_new

_KIND = Phrase("SOORT", "KIND")
_ONLY_SESSIONS = Phrase("--after hoort bij een sessie.", "--after goes with a session.")
_NO_SESSION = Phrase("‘{}’ staat niet in de volgorde van dit programma.", "‘{}’ is not in the order of this programme.")
_NO_ORDER = Phrase(
    "De bibliotheek heeft geen volgorde: laat --after weg.", "The library has no order: leave out --after."
)
_NEAR = Phrase("Bedoel je ‘{}’?", "Did you mean ‘{}’?")
_MADE = Phrase("Gemaakt: {}", "Made: {}")
_PLACED = Phrase("Bijgewerkt: {} (dit is nu sessie {})", "Updated: {} (this is session {} now)")
_PLACE_IT = Phrase(
    "Zet de sessie zelf in {}, onder `sessions`: `- session: {}`",
    "Put the session into {} yourself, under `sessions`: `- session: {}`",
)


@click.command(
    "new",
    cls=BilingualCommand,
    about=Phrase(
        "Maakt een nieuw bestand van een SOORT, dat meteen klopt. Wat jij nog schrijft, begint met ‹VUL IN›. Een sessie"
        " komt ook in de volgorde van haar programma.",
        "Make a new file of a KIND, which passes the checks. What you are to write begins with ‹VUL IN›. A session is"
        " also put into the order of its programme.",
    ),
    more=Phrase(
        f"Soorten: {', '.join(f'{kind} ({dutch})' for kind, dutch in DUTCH.items())}. "
        "Op een terminal vraagt Kring wat je niet meegeeft.",
        f"Kinds: {', '.join(DUTCH)}. On a terminal Kring asks what you do not say.",
    ),
)
@click.argument("kind", cls=BilingualArgument, type=KindOfFile(), placeholder=_KIND, required=False)
@root_option
@click.option(
    "--title", cls=BilingualOption, placeholder=Phrase("TITEL", "TITLE"), about=Phrase("De titel.", "The title.")
)
@click.option(
    "--id",
    cls=BilingualOption,
    placeholder=Phrase("ID", "ID"),
    about=Phrase("De id. Anders: een die op de titel lijkt.", "The id. Otherwise one like the title."),
)
@click.option(
    "--programme",
    cls=BilingualOption,
    placeholder=Phrase("PROGRAMMA", "PROGRAMME"),
    shell_complete=programme_ids,
    about=Phrase(
        f"Het programma waar het bij hoort, of {LIBRARY} voor de bibliotheek. Anders: de bibliotheek, of voor een"
        " sessie het enige programma.",
        f"The programme that it belongs to, or {LIBRARY} for the library. Otherwise the library, or for a session the"
        " only programme.",
    ),
)
@click.option(
    "--after",
    cls=BilingualOption,
    placeholder=Phrase("SESSIE", "SESSION"),
    about=Phrase(
        "Achter welke sessie de nieuwe komt. Anders: achteraan.",
        "Which session the new one follows. Otherwise the last.",
    ),
)
@click.option(
    "--guide",
    cls=BilingualOption,
    is_flag=True,
    about=Phrase(
        "Zet alles in het bestand wat erin kan, met uitleg. Anders alleen wat nodig is.",
        "Put all that the file may hold into it, with explanations. Otherwise only what it needs.",
    ),
)
@language_option
def command(
    *,
    kind: Kind | None,
    root: Path,
    title: str | None,
    id: str | None,
    programme: str | None,
    after: str | None,
    guide: bool,
    language: str,
) -> None:
    """Ask, write, put it in its place, and say what is left to do."""
    if (advice := advice_on(root, language)) is not None:
        raise click.UsageError(advice)
    kind = kind or kind_asked(_KIND.in_language(language), language)
    content = Content(root, read(root), language)
    if after is not None and kind is not Kind.SESSION:
        raise click.UsageError(content.say(_ONLY_SESSIONS))
    wanted = requested_files(kind, content, title=title, id=id, programme=programme)
    key = wanted[0].key
    _check_order(key, after, content)
    found = targets(content.sources)
    has_schemas = (root / FOLDER).is_dir()
    files = dict(file_for(wish, found, date.today(), with_modeline=has_schemas, guide=guide) for wish in wanted)
    with exit_on_refusal(language):
        for path in put_new(root, {path: text.encode() for path, text in files.items()}):
            click.echo(content.say(_MADE, path))
        if kind is Kind.SESSION and key.programme is not None:
            click.echo(_put_in_order(key, after, content))
        if has_schemas:
            write_schemas(root)
    is_shared = kind is Kind.SESSION and key.programme is None
    next_step = SHARED_SESSION if is_shared else NEXT_STEPS[kind]
    click.echo(next_step.in_language(language).format(id=key.id))
    _tell_about(files.keys(), root, language)


def _check_order(key: Key, after: str | None, content: Content) -> None:
    """Refuse to put a session behind one that is not in the order, or where there is none."""
    if after is not None and key.kind is Kind.SESSION and key.programme is None:
        raise click.UsageError(content.say(_NO_ORDER))
    programme = content.programme(key.programme)
    if after is not None and programme is not None and after not in order(programme):
        near = nearest(after, order(programme))
        told = content.say(_NO_SESSION, after)
        raise click.UsageError(f"{told} {content.say(_NEAR, near)}" if near else told)


def _put_in_order(session: Key, after: str | None, content: Content) -> str:
    """Write the session into the order of its programme; return what is to be said about it."""
    assert session.programme is not None, "a session belongs to a programme"
    path = path_of(Key(Kind.PROGRAMME, session.programme, session.programme))
    programme = content.programme(session.programme)
    if programme is None or not put_in_order(content.root, programme, session.id, after):
        return content.say(_PLACE_IT, path, session.id)
    before = order(programme)
    number = before.index(after) + 2 if after is not None else len(before) + 1
    return content.say(_PLACED, content.root / path, number)


def _tell_about(paths: Collection[str], root: Path, language: str) -> None:
    """Check everything, and report what is wrong with the new files: an address that is taken, say.

    That nothing refers to them yet, or that they are to be written, is the next step, not a mistake.
    """
    checked = check(root, today=date.today(), preview=True)
    ours = [
        finding for finding in checked.findings if finding.span.path in paths and finding.rule != "reference/unused"
    ]
    if ours:
        print_findings(replace(checked, findings=tuple(ours)), root, OutputOptions(language))
