"""Why the operating system refused something."""

from __future__ import annotations

import errno


def reason(error: OSError) -> str:
    """Return the name of an error (ENOSPC), as findings hold it; what the system says itself where it has no name."""
    return errno.errorcode.get(error.errno or 0) or error.strerror or type(error).__name__
