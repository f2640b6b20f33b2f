"""What file `kring new` is to make: what was said on the command line, and answers to the questions about the rest."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from kring.command.prompts import Question, answer, follows
from kring.command.streams import on_a_terminal
from kring.nearest import nearest
from kring.rules.rule import Phrase
from kring.schema.registry import definition
from kring.source.documents import Document, Key, Sources
from kring.source.kinds import KINDS, Kind
from kring.source.names import is_id, is_reserved
from kring.starting.new_file import Wish, id_for, in_the_way, programme_with_session

LIBRARY = "-"
"""Stands for the library where a programme is asked for."""

FIRST_TITLE = "Eerste sessie"

_TITLE = Question(
    "--title",
    Phrase("Welke titel krijgt het?", "What is its title?"),
    follows(definition("plain"), Phrase("Schrijf een titel, op één regel.", "Write a title, on one line.")),
)
_FIRST_SESSION = Question(
    "--title",
    Phrase("Welke titel krijgt de eerste sessie?", "What is the title of the first session?"),
    _TITLE.wrong,
)
_RESERVED = Phrase(
    "Zo mag een bestand op Windows niet heten. Kies een andere id.",
    "On Windows no file may have this name. Choose another id.",
)
_NOT_AN_ID = Phrase(
    "Gebruik kleine letters en cijfers, met losse streepjes ertussen: rust-nemen.",
    "Use lower-case letters and digits with single hyphens between them: rust-nemen.",
)
_ID = Question(
    "--id",
    Phrase("Welke id? (zo heet het bestand)", "Which id? (the name of its file)"),
    lambda said: _NOT_AN_ID if not is_id(said) else _RESERVED if is_reserved(said) else None,
)
_WHICH_PROGRAMME = Phrase("Bij welk programma? ({})", "Of which programme? ({})")
_WHICH_HOME = Phrase(
    f"Bij welk programma? ({{}}; of {LIBRARY} voor de bibliotheek, van alle programma's)",
    f"Of which programme? ({{}}; or {LIBRARY} for the library, of all programmes)",
)
_SAY_WHICH = Phrase("Zet erbij: --programme. Kies uit: {}.", "Say which: --programme. Choose from: {}.")
_NO_PROGRAMME = Phrase("Er is geen programma ‘{}’.", "There is no programme ‘{}’.")
_NEAR = Phrase("Bedoel je ‘{}’?", "Did you mean ‘{}’?")
_THERE_ARE = Phrase("Wel: {}.", "There are: {}.")
_NONE_YET = Phrase(
    "Er is nog geen programma. Maak er eerst een: kring new programme",
    "There is no programme yet. Make one first: kring new programme",
)
_IN_NO_PROGRAMME = Phrase(
    "Dit hoort nooit bij één programma: laat --programme weg.",
    "This never belongs to one programme: leave out --programme.",
)
_TAKEN = Phrase("Deze id is er al: {}. Kies een andere met --id.", "This id is taken: {}. Choose another with --id.")
_SINGLE_TAKEN = Phrase("Dit bestand is er al: {}", "This file is there already: {}")
_NO_TITLE_NEEDED = Phrase(
    "Van dit bestand is er maar één: laat --title, --id en --programme weg.",
    "There is only one file of this kind: leave out --title, --id and --programme.",
)


@dataclass(frozen=True, slots=True)
class Content:
    """The content to which a file is added, and the language in which to speak about it."""

    root: Path
    sources: Sources
    language: str

    def say(self, phrase: Phrase, *facts: object) -> str:
        """Return a phrase in the language of this command line."""
        return phrase.in_language(self.language).format(*facts)

    @property
    def programmes(self) -> list[str]:
        """The ids of the programmes, also of those whose file cannot be read."""
        keys = {document.key for document in self.sources.documents} | self.sources.unreadable
        return sorted(key.id for key in keys if key.kind is Kind.PROGRAMME)

    def programme(self, id: str | None) -> Document | None:
        """Return the file of a programme; None where it is not there or cannot be read."""
        found = (document for document in self.sources.documents if document.key.kind is Kind.PROGRAMME)
        return next((document for document in found if document.key.id == id), None)


def requested_files(
    kind: Kind, content: Content, *, title: str | None, id: str | None, programme: str | None
) -> tuple[Wish, ...]:
    """Return the files to make, the one that was asked for first.

    Raises:
        click.UsageError: what was said cannot be, or is taken, or is not enough.

    """
    if KINDS[kind].path is not None:
        return (_single(kind, content, said=title or id or programme),)
    home = _home(kind, content, programme)
    title = answer(_TITLE, title, None, content.language)
    id = answer(_ID, id, id_for(title) or None, content.language)
    if kind is Kind.PROGRAMME:
        _refuse_taken(Key(kind, id, id), content)
        return programme_with_session(id, title, answer(_FIRST_SESSION, None, FIRST_TITLE, content.language))
    _refuse_taken(Key(kind, id, home), content)
    return (Wish(Key(kind, id, home), {("title",): title}),)


def _single(kind: Kind, content: Content, *, said: str | None) -> Wish:
    if said is not None:
        raise click.UsageError(content.say(_NO_TITLE_NEEDED))
    key = Key(kind, kind.value)
    if (taken := in_the_way(key, content.sources)) is not None:
        raise click.UsageError(content.say(_SINGLE_TAKEN, taken))
    return Wish(key)


def _home(kind: Kind, content: Content, programme: str | None) -> str | None:
    """Return the programme that a new file belongs to, None for the library."""
    if not KINDS[kind].in_programme:
        if programme is not None:
            raise click.UsageError(content.say(_IN_NO_PROGRAMME))
        return None
    known = content.programmes
    # Most sessions belong to one programme: into the library they come when somebody says so.
    shared = KINDS[kind].in_library and kind is not Kind.SESSION
    if not known and not shared and programme != LIBRARY:
        raise click.UsageError(content.say(_NONE_YET))
    if programme is None and shared and not (known and on_a_terminal()):
        return None
    only, names = known[0] if len(known) == 1 else None, ", ".join(known)
    if programme is None and only is None and not on_a_terminal():
        raise click.UsageError(content.say(_SAY_WHICH, names))
    words = _WHICH_HOME if KINDS[kind].in_library else _WHICH_PROGRAMME
    asked = Phrase(words.nl.format(names), words.en.format(names))
    question = Question("--programme", asked, lambda said: _unknown(said, kind, known))
    said = answer(question, programme, LIBRARY if shared else only, content.language)
    return None if said == LIBRARY else said


def _unknown(said: str, kind: Kind, known: list[str]) -> Phrase | None:
    """Return what to say of a programme that is not there."""
    if said in known or (said == LIBRARY and KINDS[kind].in_library):
        return None
    near = nearest(said, known)
    way, named = (_NEAR, near) if near else (_THERE_ARE, ", ".join(known))
    return Phrase(
        f"{_NO_PROGRAMME.nl} {way.nl}".format(said, named), f"{_NO_PROGRAMME.en} {way.en}".format(said, named)
    )


def _refuse_taken(key: Key, content: Content) -> None:
    if (taken := in_the_way(key, content.sources)) is not None:
        raise click.UsageError(content.say(_TAKEN, taken))
