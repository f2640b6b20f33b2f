"""The press: books to PDF in processes of their own, several at once, and each book only once.

PDFs are kept by a hash of everything that goes into them (data, pictures, templates, fonts, the versions of Typst
and of Kring): in memory and, where a folder is given, there, so that the next build prints what has changed.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Self

from kring import __version__
from kring.print.book import Book, fingerprint
from kring.print.kept_books import keep, kept, tidy
from kring.theme_files import theme_folder


class PressError(Exception):
    """A process of the press ended before its book was printed."""


@dataclass(slots=True)
class _Workers:
    """Processes that print, each driven by a thread of this one."""

    _started: list[subprocess.Popen[bytes]] = field(default_factory=list)
    _own: threading.local = field(default_factory=threading.local)

    def pdf(self, book: Book) -> bytes:
        """Have the process of this thread print a book. Raises PrintError."""
        process = self._process()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            pickle.dump(book, process.stdin)
            process.stdin.flush()
            answer = pickle.load(process.stdout)  # noqa: S301 - from our own child
        except (EOFError, BrokenPipeError) as error:
            raise PressError("a process of the press was killed") from error
        if isinstance(answer, Exception):
            raise answer
        pdf: bytes = answer
        return pdf

    def stop(self) -> None:
        """End all processes, whatever they do."""
        for process in self._started:
            process.kill()
            # Of a book that was being handed over, a part may wait in the pipe still.
            with suppress(BrokenPipeError), process:
                pass

    def _process(self) -> subprocess.Popen[bytes]:
        found: subprocess.Popen[bytes] | None = getattr(self._own, "process", None)
        if found is None or found.poll() is not None:
            found = self._own.process = subprocess.Popen(
                [sys.executable, "-P", "-m", "kring.print.press_worker"],
                env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
            self._started.append(found)
        return found


@dataclass(slots=True)
class Press:
    """Prints books beside whatever else goes on. Use it in a `with` statement.

    `folder` is where PDFs are kept between builds (see `kept_books`). It only saves time: where it cannot be used,
    every book is printed each time.
    """

    folder: Path | None = None
    workers: int = field(default_factory=lambda: min(4, os.cpu_count() or 1))
    _pool: ThreadPoolExecutor | None = None
    _workers: _Workers = field(default_factory=_Workers)
    _printed: dict[str, Future[bytes]] = field(default_factory=dict)
    _wanted: set[str] = field(default_factory=set)

    def __enter__(self) -> Self:
        """Start nothing yet: the first book does."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the processes. Books that were not begun are not begun any more."""
        if self._pool is not None:
            if kind is not None:
                self._workers.stop()
            self._pool.shutdown(cancel_futures=True)
            self._workers.stop()
            self._pool = None

    def print(self, book: Book) -> Future[bytes]:
        """Return the PDF of a book, which comes when it is there. Asking for it raises PrintError."""
        key = _key(book)
        self._wanted.add(key)
        if key not in self._printed:
            self._printed[key] = self._kept(key) or self._begun(book, key)
        return self._printed[key]

    def tidy(self) -> None:
        """Forget the books that were not asked for since the last time, and keep no more in the folder than it may."""
        self._printed = {key: pdf for key, pdf in self._printed.items() if key in self._wanted}
        self._wanted = set()
        if self.folder is not None:
            tidy(self.folder)

    def _begun(self, book: Book, key: str) -> Future[bytes]:
        if self._pool is None:
            self._pool = ThreadPoolExecutor(self.workers)
        return self._pool.submit(self._made, book, key)

    def _made(self, book: Book, key: str) -> bytes:
        pdf = self._workers.pdf(book)
        if self.folder is not None:
            keep(self.folder, key, pdf)
        return pdf

    def _kept(self, key: str) -> Future[bytes] | None:
        found = None if self.folder is None else kept(self.folder, key)
        if found is None:
            return None
        pdf: Future[bytes] = Future()
        pdf.set_result(found)
        return pdf


def _key(book: Book) -> str:
    total = hashlib.sha256(fingerprint(book.data, book.pictures).encode())
    total.update(f"{book.design} typst {version('typst')} kring {__version__}".encode())
    for path in sorted([*(theme_folder() / "print").glob("*.typ"), *(theme_folder() / "fonts").iterdir()]):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()
