"""The preview after one edit: `python -m tests.benchmarks.live live ROOT FOLDER`, answer in JSON.

`seconds` is the time from an update's beginning until the page that somebody looks at is written; `cpu` (so that
the tables have one form) the seconds until everything but the books is.
"""

from __future__ import annotations

import json
import resource
import shutil
import sys
import time
from pathlib import Path
from statistics import median

from kring.preview.builder import PreviewBuilder
from kring.print.press import Press

EDITS = 5


def main(_: str, root: str, folder: str) -> None:
    """Measure some edits of one article, and give the medians."""
    copy = Path(folder) / "root"
    shutil.copytree(root, copy)
    article = min((copy / "content/articles").glob("*.md"))
    text, page = article.read_text(encoding="utf-8"), f"artikel/{article.stem}/"
    first, whole = [], []
    with Press() as press:
        builder = PreviewBuilder(copy, Path(folder) / "live", press)
        for number in range(EDITS + 1):
            article.write_text(f"{text}\nNog een zin, nummer {number}.\n", encoding="utf-8")
            began, seen = time.perf_counter(), 0.0
            for news in builder.update({"participant": [page]}):
                if not seen and f"{page}index.html" in news.changed.get("participant", ()):
                    seen = time.perf_counter() - began
                if news.whole:
                    break
            if number:  # the first one made everything
                first.append(seen)
                whole.append(time.perf_counter() - began)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"seconds": median(first), "cpu": median(whole), "megabytes": peak}))


if __name__ == "__main__":
    main(*sys.argv[1:])
