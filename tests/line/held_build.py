"""A build that waits in the middle until a test lets it go on, so that no test depends on who is faster."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.clone import command, environment

STOP_BEFORE_BUILDING = """
import os, signal, sys

def stop(event, arguments):
    if event == "os.mkdir" and ".kring-building-" in os.path.basename(arguments[0]) and not stopped:
        stopped.append(True)
        os.kill(os.getpid(), signal.SIGSTOP)

stopped = []
sys.addaudithook(stop)
"""
"""Python runs this first. All has been checked then, and the lock is held; nothing has been built yet."""


@contextmanager
def held_build(clone: Path, root: Path, scratch: Path, *arguments: str | Path) -> Iterator[subprocess.Popen[str]]:
    """Begin `kring build` of `root`, and yield it while it waits. `scratch` is a folder that is not there yet."""
    scratch.mkdir()
    (scratch / "sitecustomize.py").write_text(STOP_BEFORE_BUILDING, encoding="utf-8")
    path = os.pathsep.join([str(clone / "builder"), str(scratch)])
    with subprocess.Popen(
        command("build", "--root", root, *arguments),
        env=environment(clone, {"PYTHONPATH": path}),
        cwd=clone,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            state = os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
            assert state is not None
            assert state.si_code == os.CLD_STOPPED, "the build ended before it began to build"
            yield process
        finally:
            process.kill()


def go_on(process: subprocess.Popen[str]) -> str:
    """Let a build go on to its end, and return what it told."""
    process.send_signal(signal.SIGCONT)
    return process.communicate(timeout=120)[1]
