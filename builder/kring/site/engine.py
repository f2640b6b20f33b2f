"""The site engine: rendered trees in, sites out. Each site is built by MkDocs in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kring.site.seam import altered_pages
from kring.site.tidy import tidy

FIXED_ENVIRONMENT = {
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "TZ": "UTC",
    "LC_ALL": "C.UTF-8",
}
"""What a build must not depend on, so it is the same everywhere."""


class EngineError(Exception):
    """The engine failed. That is a bug of ours, never an author's mistake; the text holds its log."""


@dataclass(frozen=True, slots=True)
class Job:
    """One site to build. `rendered` holds `mkdocs.yml` and `docs/`; `out` is emptied and filled.

    `date` is the time that the site bears, in seconds since 1970 (UTC).
    """

    rendered: Path
    out: Path
    date: int


def build(rendered: Path, out: Path, *, date: int) -> None:
    """Build one site.

    Raises:
        EngineError: MkDocs failed or warned, or it altered the body of a page.

    """
    build_all([Job(rendered, out, date)])


def build_all(jobs: Sequence[Job]) -> None:
    """Build several sites at once.

    Raises:
        EngineError: one of them failed. The others have been stopped or are complete.

    """
    with ExitStack() as stack:
        logs = [stack.enter_context(tempfile.TemporaryFile()) for _ in jobs]
        # On the way out, however that comes about, no MkDocs is left running.
        processes = [stack.enter_context(_running(job, log)) for job, log in zip(jobs, logs, strict=True)]
        for job, process, log in zip(jobs, processes, logs, strict=True):
            if process.wait() != 0:
                log.seek(0)
                text = log.read().decode(errors="replace").strip()
                raise EngineError(f"MkDocs could not build {job.rendered} (exit {process.returncode}):\n{text}")
            _finish(job)


@contextmanager
def _running(job: Job, log: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    process = _start(job, log)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _start(job: Job, log: IO[bytes]) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-P",  # or the modules of this folder would stand in the way of others' of the same name
        str(Path(__file__).with_name("run_mkdocs.py")),
        str(job.rendered.resolve()),
        str(job.out.resolve()),
    ]
    return subprocess.Popen(
        command, env=_environment(job.date), stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
    )


def _environment(date: int) -> dict[str, str]:
    """Keep what finds programs and packages; fix or drop what could change the output."""
    kept = {"PYTHONPATH", "PYTHONHOME", "PYTHONPYCACHEPREFIX", "PYTHONDONTWRITEBYTECODE"}
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name in kept or not name.startswith(("PYTHON", "LC_", "LANG"))
    }
    return inherited | FIXED_ENVIRONMENT | {"SOURCE_DATE_EPOCH": str(date)}


def _finish(job: Job) -> None:
    tidy(job.out)
    if altered := altered_pages(job.rendered / "docs", job.out):
        raise EngineError(f"MkDocs altered the body of {', '.join(altered)}")
