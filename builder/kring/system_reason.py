"""Why the operating system refused something, in words for an author."""

from __future__ import annotations

import errno

from kring.rules.rule import Phrase

_LOCKED_OUT = Phrase("je hebt er geen toestemming voor", "you have no permission")
_NO_LOCKS = Phrase("op deze schijf gaan bestanden niet op slot", "files cannot be locked on this disk")
_TOO_MANY = Phrase("er staan te veel bestanden open", "too many files are open")

_REASONS = {
    errno.EACCES: _LOCKED_OUT,
    errno.EPERM: _LOCKED_OUT,
    errno.ENOENT: Phrase("het is er niet (meer)", "it is not there (any more)"),
    errno.ELOOP: Phrase("het is een koppeling", "it is a symbolic link"),
    errno.EISDIR: Phrase("het is een map", "it is a folder"),
    errno.ENOTDIR: Phrase("een deel van het pad is geen map", "a part of the path is not a folder"),
    errno.ENAMETOOLONG: Phrase("de naam is te lang", "the name is too long"),
    errno.EBUSY: Phrase("het is in gebruik", "it is in use"),
    errno.EMFILE: _TOO_MANY,
    errno.ENFILE: _TOO_MANY,
    errno.ENOLCK: _NO_LOCKS,
    errno.EOPNOTSUPP: _NO_LOCKS,
    errno.ENOSPC: Phrase("de schijf is vol", "the disk is full"),
    errno.EDQUOT: Phrase("jouw deel van de schijf is vol", "your share of the disk is full"),
    errno.EFBIG: Phrase("een bestand werd groter dan hier mag", "a file grew larger than is allowed here"),
    errno.EROFS: Phrase("op deze schijf kan niets worden geschreven", "nothing can be written on this disk"),
    errno.EIO: Phrase("de schijf geeft een fout", "the disk reports an error"),
    errno.ESTALE: Phrase("de verbinding met de schijf is weg", "the connection with the disk is lost"),
}
"""What an author can meet. The rest is said as the system says it."""


def reasons(error: OSError) -> dict[str, str]:
    """Return the facts `reason_nl` and `reason_en` of a finding about `error`."""
    words = error.strerror or type(error).__name__
    reason = _REASONS.get(error.errno or 0, Phrase(words, words))
    return {"reason_nl": reason.nl, "reason_en": reason.en}
