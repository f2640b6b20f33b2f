"""`kring serve`: what it says of its ports."""

from __future__ import annotations

import signal
import socket
import subprocess
from pathlib import Path

import pytest
from tests.clone import command, environment

from kring.publish.server import HOST


@pytest.mark.parametrize("taken", [True, False])
def test_another_port_than_was_asked_is_told(taken: bool, clone: Path, minimal_root: Path) -> None:
    with socket.socket() as busy:
        busy.bind((HOST, 0))
        port = busy.getsockname()[1]
        if taken:
            busy.listen()
        else:
            busy.close()
        process = subprocess.Popen(
            command("serve", "--root", minimal_root, "--port", str(port), "--no-open"),
            env=environment(clone),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        address = next(line for line in process.stdout if "http://" in line)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert (f"Poort {port} is bezet" in said) == taken
    assert (f":{port}/" in address) != taken
