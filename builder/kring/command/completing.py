"""What may follow on the command line, for completion by a shell. Looks at names on disk; checks nothing."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from kring.command.bilingual import language_of
from kring.rules import RULES
from kring.source.documents import Key
from kring.source.kinds import Kind
from kring.source.nodes import Mapping, Node, Scalar, Sequence
from kring.source.read import read_text


def programme_ids(context: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Return the programmes of the root that begin so."""
    return [id for id in _programmes(context) if id.startswith(incomplete)]


def session_numbers(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Return the numbers of the sessions of the programme that was named, each with its id."""
    # With its value still to come, `--session` keeps click from reading what stands before it.
    programme = context.params.get("programme") or next(iter(context.args), None)
    if programme not in _programmes(context):
        return []
    path = f"programs/{programme}/programme.yml"
    document, _findings, _text = read_text(
        Key(Kind.PROGRAMME, programme, programme), path, (_root(context) / path).read_bytes()
    )
    sessions = document.root.get("sessions") if document is not None else None
    items = sessions.items if isinstance(sessions, Sequence) else ()
    numbered = [(str(number), _session_id(item)) for number, item in enumerate(items, start=1)]
    return [CompletionItem(number, help=id) for number, id in numbered if number.startswith(incomplete)]


def kept_versions(context: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Return the versions that were kept of the programme that was named."""
    programme = context.params.get("programme") or next(iter(context.args), None)
    if programme not in _programmes(context):
        return []
    files = (_root(context) / "programs" / str(programme) / "releases").glob("*.json")
    return sorted(file.stem for file in files if file.stem.startswith(incomplete))


def rule_ids(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Return the rules that begin so, each with its title."""
    language = language_of(context)
    return [
        CompletionItem(rule.id, help=rule.title.in_language(language))
        for rule in RULES.values()
        if rule.id.startswith(incomplete)
    ]


def _session_id(entry: Node) -> str | None:
    named = entry.get("session") if isinstance(entry, Mapping) else None
    return str(named.value) if isinstance(named, Scalar) else None


def _root(context: click.Context) -> Path:
    return Path(context.params.get("root") or Path())


def _programmes(context: click.Context) -> list[str]:
    try:
        folders = sorted((_root(context) / "programs").iterdir())
    except OSError:
        return []
    return [folder.name for folder in folders if (folder / "programme.yml").is_file()]
