"""Run MkDocs once, in a process of its own: `python run_mkdocs.py RENDERED OUT`. Exit 0, or 1 with a log.

This file stands alone: it imports nothing of kring, so that nothing of kring can change a build.
"""

from __future__ import annotations

import logging
import sys

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException


def main(rendered: str, out: str) -> int:
    """Build `rendered` (with its `mkdocs.yml`) into `out`; any warning is an error."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        config = load_config(f"{rendered}/mkdocs.yml", site_dir=out, strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except MkDocsException as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
