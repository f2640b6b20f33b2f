"""`kring serve`: what it says of its ports."""

from __future__ import annotations

import signal
import socket
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from tests.clone import command, environment

from kring.command.serving import Preview
from kring.pipeline import Checked
from kring.preview.builder import PreviewBuilder, Update
from kring.preview.live_server import Hub, Listener
from kring.preview.watch import Watch
from kring.publish.server import HOST
from kring.timings import Stopwatch


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
    assert said.startswith("Kring maakt beide sites klaar.")
    assert (f"Poort {port} is bezet" in said) == taken
    assert (f":{port}/" in address) != taken


class FailsOnce:
    """A builder whose first update fails, as none should, and whose second goes well."""

    def __init__(self) -> None:
        self.updates = iter([OSError(28, "No space left on device"), None])

    def update(self, looked_at: Mapping[str, set[str]], clock: Stopwatch) -> Iterator[Update]:
        if (error := next(self.updates)) is not None:
            raise error
        yield Update(Checked((), None, {}, {}))


def test_a_window_is_told_that_an_update_failed_and_when_the_next_goes_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hub, window = Hub({}), Listener("participant", "")
    hub.enter(window)
    preview = Preview(
        tmp_path, cast("PreviewBuilder", FailsOnce()), cast("Watch", SimpleNamespace(stirred=False)), hub, "nl"
    )
    preview.update(Stopwatch())
    told = window.messages.get_nowait()
    assert told is not None
    assert told["title"] == "De voorvertoning kon niet worden bijgewerkt"
    assert told["errors"] == 1
    assert "No space left on device" in told["findings"][0]["message"]
    assert "Traceback" in capsys.readouterr().err
    preview.update(Stopwatch())
    again = window.messages.get_nowait()
    assert again is not None
    assert again["findings"] == []
