"""A process of the press: reads books from its standard input, and answers each with its PDF or its fault.

It ends when its input does, so that none outlives the process that started it, however that ends.
"""

from __future__ import annotations

import pickle
import signal
import sys
from typing import BinaryIO

from kring.print.typst_engine import PrintError


def work(books: BinaryIO, answers: BinaryIO) -> None:
    """Answer each pickled `Book` of `books` with the pickled bytes of its PDF, or the error that it gave."""
    while True:
        try:
            book = pickle.load(books)  # noqa: S301 - from our own parent
        except EOFError:
            return
        try:
            answer: bytes | Exception = book.pdf()
        except (PrintError, OSError) as error:
            answer = error
        pickle.dump(answer, answers)
        answers.flush()


if __name__ == "__main__":
    # Ctrl-C reaches all processes of a terminal; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work(sys.stdin.buffer, sys.stdout.buffer)
