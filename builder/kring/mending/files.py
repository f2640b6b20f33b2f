"""Files to mend, read back and written. Touches the disk; a file that has changed meanwhile is left alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kring.findings import Finding, Span
from kring.own_files import remove_folder, write_whole
from kring.source.decode import decode
from kring.source.names import portable
from kring.source.old_cache import FOLDER, old_cache_findings
from kring.source.read_bytes import MAX_CONTENT, read_bytes
from kring.system_reason import reason


def read_back(root: Path, texts: Mapping[str, str], findings: Iterable[Finding]) -> dict[str, bytes]:
    """Return the bytes of each file under `root` that `findings` have edits for: path → bytes.

    Only where the file still says what was checked (`texts`): edits count in that text.
    """
    paths = sorted({edit.span.path for finding in findings for edit in finding.edits})
    read = {path: read_bytes(_file(root, path), path, MAX_CONTENT).data for path in paths}
    return {
        path: data for path, data in read.items() if data is not None and decode(path, data).text.text == texts[path]
    }


def write_back(root: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """Put `after` (path → bytes) in the place of `before`, each file whole or not at all.

    Returns a finding for each file that was left alone: it no longer holds `before`, or cannot be written.
    """
    refused = []
    for path, data in after.items():
        file = _file(root, path)
        now = read_bytes(file, path, MAX_CONTENT)
        if now.data != before[path]:
            refused.append(now.finding or Finding("file/changed-since-check", Span(path)))
            continue
        try:
            write_whole(root, file.relative_to(root), data, synced=True)
        except OSError as error:
            refused.append(_unwritable(path, error))
    return tuple(refused)


def remove_old_cache(root: Path) -> tuple[Finding, ...]:
    """Remove the old cache of `root`, where nothing stands in it but what Kring put there.

    Returns a finding where it cannot be removed.
    """
    if any("other" in finding.facts for finding in old_cache_findings(root)):
        return (Finding("file/changed-since-check", Span(FOLDER)),)
    error = remove_folder(root, FOLDER)
    return () if error is None else (_unwritable(FOLDER, error),)


def _unwritable(path: str, error: OSError) -> Finding:
    return Finding("file/unwritable", Span(path), {"name": path.rpartition("/")[2], "reason": reason(error)})


def _file(root: Path, path: str) -> Path:
    """Return the file that findings call `path`: on disk its accents may be composed in another way."""
    file = root
    for name in path.split("/"):
        if not (file / name).exists() and file.is_dir():
            file /= next((other.name for other in file.iterdir() if portable(other.name) == name), name)
        else:
            file /= name
    return file
