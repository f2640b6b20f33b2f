"""A command under constraints: `python constrained.py CONSTRAINT … -- COMMAND …`. Exit 77 where one is not to be had.

    file-size=BYTES     no file may grow larger (as with quotas; the system answers EFBIG)
    no-privileges       permissions hold, for the super-user too
    disk=BYTES:FOLDER   the folder is a disk of its own, of that size and empty, for this command alone
    fixed=FOLDER        the folder cannot be renamed: it is mounted onto itself
    read-only=FOLDER    nothing below the folder can be written: it is mounted so

Linux alone knows the last four.
"""

from __future__ import annotations

import ctypes
import os
import resource
import sys
from pathlib import Path

NOT_TO_BE_HAD = 77

CLONE_NEWNS, CLONE_NEWUSER = 0x20000, 0x10000000
MS_RDONLY, MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = 1, 32, 4096, 16384, 1 << 18
PR_CAPBSET_DROP = 24
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 1, 2


def limit_file_size(size: str) -> None:
    # Python ignores the signal that goes with it, and so does what it starts.
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(size), int(size)))


def drop_privileges(_: str) -> None:
    if os.geteuid() == 0:
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            call("prctl", PR_CAPBSET_DROP, capability, 0, 0, 0)


def mount_disk(size_and_folder: str) -> None:
    size, folder = size_and_folder.split(":", 1)
    of_ones_own()
    call("mount", b"tmpfs", os.fsencode(folder), b"tmpfs", 0, f"size={size}".encode())


def fix(folder: str) -> None:
    of_ones_own()
    call("mount", os.fsencode(folder), os.fsencode(folder), None, MS_BIND, None)


def make_read_only(folder: str) -> None:
    fix(folder)
    call("mount", None, os.fsencode(folder), None, MS_BIND | MS_REMOUNT | MS_RDONLY, None)


def of_ones_own() -> None:
    """See to it that nobody else sees what is mounted."""
    user, group = os.geteuid(), os.getegid()
    if user == 0:
        call("unshare", CLONE_NEWNS)
    else:
        call("unshare", CLONE_NEWNS | CLONE_NEWUSER)
        Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")
    call("mount", b"none", b"/", None, MS_REC | MS_PRIVATE, None)


def call(name: str, *arguments: object) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    if getattr(library, name)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), name)


CONSTRAINTS = {
    "file-size": limit_file_size,
    "no-privileges": drop_privileges,
    "disk": mount_disk,
    "fixed": fix,
    "read-only": make_read_only,
}


def main(constraints: list[str], command: list[str]) -> None:
    try:
        for constraint in constraints:
            name, _, value = constraint.partition("=")
            CONSTRAINTS[name](value)
    except (OSError, AttributeError) as error:
        sys.stderr.write(f"not to be had here: {error}\n")
        sys.exit(NOT_TO_BE_HAD)
    os.execvp(command[0], command)


if __name__ == "__main__":
    split = sys.argv.index("--")
    main(sys.argv[1:split], sys.argv[split + 1 :])
