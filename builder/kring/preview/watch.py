"""Watching content, theme and configuration for changes on disk."""

from __future__ import annotations

import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

FOLDERS = ("content", "programs")
FILES = ("site_config.yml",)
QUIET = 0.02
"""Seconds without a further change after which a change counts as whole: editors save in several steps."""

PATIENCE = 0.2
"""Seconds after which a stream of changes is looked at even though it goes on."""

LOOKS = frozenset({"opened", "closed_no_write"})
"""Events of somebody reading: the build itself does."""


@dataclass(slots=True)
class Watch:
    """Tells when something under a root or in a theme has changed."""

    _changed: threading.Event = field(default_factory=threading.Event)
    _last: float = 0.0

    @property
    def stirred(self) -> bool:
        """Whether something has changed since `wait` returned."""
        return self._changed.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait for a change and for the quiet after it; return False where none came in so many seconds."""
        if not self._changed.wait(seconds):
            return False
        began = time.monotonic()
        while time.monotonic() - self._last < QUIET and time.monotonic() - began < PATIENCE:
            time.sleep(QUIET / 4)
        self._changed.clear()
        return True

    def notice(self) -> None:
        """Note that something has changed."""
        self._last = time.monotonic()
        self._changed.set()


@contextmanager
def watching(root: Path, theme: Path) -> Iterator[Watch]:
    """Watch the content below `root`, its configuration, and `theme`, as long as the context is open."""
    # A folder that comes into being while its parent is read is met twice: watchdog says so, and watches it once.
    warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
    watch, observer = Watch(), Observer()
    handler = _Handler(root.resolve(), watch, observer)
    observer.schedule(handler, str(root.resolve()))
    observer.schedule(handler, str(theme.resolve()), recursive=True)
    handler.follow()
    observer.start()
    try:
        yield watch
    finally:
        observer.stop()
        observer.join()


class _Handler(FileSystemEventHandler):
    """Passes on what concerns a build, and follows folders of content that come into being."""

    def __init__(self, root: Path, watch: Watch, observer: BaseObserver) -> None:
        super().__init__()
        self._root, self._watch, self._observer = root, watch, observer
        self._followed: set[str] = set()

    def follow(self) -> None:
        """Watch the folders of content that are there and not yet watched."""
        for name in FOLDERS:
            there = (self._root / name).is_dir()
            if there and name not in self._followed:
                self._observer.schedule(self, str(self._root / name), recursive=True)
                self._followed.add(name)
            elif not there:
                self._followed.discard(name)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change, unless it is one beside the content, such as the output's."""
        if event.event_type in LOOKS:
            return
        for path in (str(event.src_path), str(event.dest_path)):
            beside = Path(path).parent == self._root and Path(path).name not in (*FOLDERS, *FILES)
            if path and Path(path) != self._root and not beside:
                self.follow()
                self._watch.notice()
                return
