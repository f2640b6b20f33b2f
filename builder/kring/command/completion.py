"""`kring completion`: the script with which a shell completes commands, options, programmes and rules."""

from __future__ import annotations

import click
from click.shell_completion import ShellComplete, get_completion_class

from kring.command.bilingual import BilingualArgument, BilingualCommand
from kring.command.options import OneOf, language_option
from kring.command.streams import write_output
from kring.rules.rule import Phrase

PROGRAM = "kring"
VARIABLE = "_KRING_COMPLETE"
_LINES = {
    "bash": ("~/.bashrc", 'eval "$(kring completion bash)"'),
    "zsh": ("~/.zshrc", 'eval "$(kring completion zsh)"'),
    "fish": ("~/.config/fish/config.fish", "kring completion fish | source"),
    "powershell": ("$PROFILE", "kring completion powershell | Out-String | Invoke-Expression"),
}
"""Shell → the file that it reads when it begins, and the line that belongs there."""
SHELLS = tuple(_LINES)
_HOW = "; ".join(f"{shell}: {line} (in {file})" for shell, (file, line) in _LINES.items())


@click.command(
    "completion",
    cls=BilingualCommand,
    about=Phrase(
        "Geeft het script waarmee je shell de opdrachten van Kring aanvult: bash, zsh, fish of powershell.",
        "Give the script with which your shell completes Kring's commands: bash, zsh, fish or powershell.",
    ),
    more=Phrase(
        f"Zet de regel van jouw shell in het bestand dat zij bij het begin leest. {_HOW}.",
        f"Put the line of your shell into the file that it reads when it begins. {_HOW}.",
    ),
)
@click.argument("shell", cls=BilingualArgument, type=OneOf(SHELLS), placeholder=Phrase("SHELL", "SHELL"))
@language_option
@click.pass_context
def command(context: click.Context, *, shell: str, language: str) -> None:  # noqa: ARG001 -- every command has it
    """Write the script."""
    known = get_completion_class(shell)
    assert known is not None
    # The base class writes the script; bash's own would first start a bash, which Windows may lack.
    script = known(context.find_root().command, {}, PROGRAM, VARIABLE)
    write_output(ShellComplete.source(script))
