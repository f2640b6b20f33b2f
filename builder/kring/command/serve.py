"""`kring serve`: build both editions into a folder that is thrown away, and serve them on two ports."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from kring.pipeline import EDITIONS, Checked, build
from kring.publish.server import PortsTaken, open_server, serve

TRIES = 20
"""How many ports after the first are tried when it is taken."""


def serve_editions(root: Path, port: int, preview: bool, tell: Callable[[Checked], None]) -> None:
    """Build, report through `tell` (which leaves where there are errors), and serve until Ctrl-C."""
    with tempfile.TemporaryDirectory(prefix="kring-serve-") as folder:
        out = Path(folder) / "site"
        tell(build(root, out, preview=preview))
        servers = []
        for name in EDITIONS:
            try:
                server = open_server(out / name, range(port, port + TRIES))
            except PortsTaken as taken:
                raise click.ClickException(f"No free port between {taken.ports[0]} and {taken.ports[-1]}.") from taken
            servers.append(server)
            click.echo(f"{name}: {server.address}")
        serve(servers)
