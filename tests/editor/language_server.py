"""The real yaml-language-server over stdio: what an editor asks of it, and what it answers."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

SECONDS = 30
"""How long an answer may take."""


@dataclass(frozen=True)
class Cursor:
    """A place in a text as editors count it: lines and characters from 0."""

    line: int
    character: int


def with_cursor(text: str, mark: str = "▮") -> tuple[str, Cursor]:
    """Return a text without its mark, and the place where the mark stood."""
    before, found, after = text.partition(mark)
    assert found, f"there is no {mark} in the text"
    return before + after, Cursor(before.count("\n"), len(before) - before.rfind("\n") - 1)


class LanguageServer:
    """One running server for the workspace `root`, with that workspace's own VS Code settings."""

    def __init__(self, program: Path, root: Path, settings: dict[str, Any]) -> None:
        self._settings = settings
        self._root = root
        self._process = subprocess.Popen(
            ["node", program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._answers: dict[int, queue.Queue[Any]] = {}
        self._diagnostics: dict[str, queue.Queue[list[dict[str, Any]]]] = {}
        self._open: set[str] = set()
        self._asked = 0
        self._version = 0
        self._writing = threading.Lock()
        threading.Thread(target=self._listen, daemon=True).start()
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root.as_uri(),
                "workspaceFolders": [{"uri": root.as_uri(), "name": root.name}],
                "capabilities": {
                    "workspace": {"configuration": True, "workspaceFolders": True},
                    "textDocument": {
                        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
                        "hover": {"contentFormat": ["markdown"]},
                    },
                },
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": None})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._ask("shutdown", None)
        self._tell("exit", None)
        self._process.wait(SECONDS)
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()

    def completions(self, path: str, text: str, cursor: Cursor) -> list[dict[str, Any]]:
        """Return what is proposed at `cursor` in a file with this text."""
        self.diagnostics(path, text)
        answer = self._ask("textDocument/completion", self._at(path, cursor))
        items: list[dict[str, Any]] = answer["items"] if isinstance(answer, dict) else answer
        return items

    def hover(self, path: str, text: str, cursor: Cursor) -> str:
        """Return what is told about the word at `cursor`, as Markdown."""
        self.diagnostics(path, text)
        answer = self._ask("textDocument/hover", self._at(path, cursor))
        return str(answer["contents"]["value"]) if answer else ""

    def diagnostics(self, path: str, text: str) -> list[dict[str, Any]]:
        """Open a file with this text, and return what the server finds wrong in it."""
        uri = self._uri(path)
        told: queue.Queue[list[dict[str, Any]]] = queue.Queue()
        self._diagnostics[uri] = told
        if uri in self._open:
            self._tell("textDocument/didClose", {"textDocument": {"uri": uri}})
            # Closing tells that nothing is wrong any more; what comes after that is about the new text.
            told.get(timeout=SECONDS)
        self._open.add(uri)
        # The server keeps what it knows of a document by its version.
        self._version += 1
        document = {"uri": uri, "languageId": "yaml", "version": self._version, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return told.get(timeout=SECONDS)

    def _at(self, path: str, cursor: Cursor) -> dict[str, Any]:
        return {
            "textDocument": {"uri": self._uri(path)},
            "position": {"line": cursor.line, "character": cursor.character},
        }

    def _uri(self, path: str) -> str:
        return (self._root / path).as_uri()

    def _ask(self, method: str, params: Any) -> Any:
        self._asked += 1
        answer: queue.Queue[Any] = queue.Queue()
        self._answers[self._asked] = answer
        self._send({"id": self._asked, "method": method, "params": params})
        found = answer.get(timeout=SECONDS)
        assert "error" not in found, found
        return found["result"]

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self._process.stdin
        assert stream is not None
        with self._writing:
            stream.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
            stream.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            length = 0
            while header.strip():
                name, _, value = header.decode().partition(":")
                length = int(value) if name.lower() == "content-length" else length
                header = stream.readline()
            self._take(json.loads(stream.read(length)))

    def _take(self, message: dict[str, Any]) -> None:
        """Give an answer to who waits for it, and answer what the server asks of its editor."""
        match message:
            case {"method": "workspace/configuration", "id": id, "params": params}:
                self._send({"id": id, "result": [self._section(item.get("section")) for item in params["items"]]})
            case {"method": "textDocument/publishDiagnostics", "params": {"uri": uri, "diagnostics": found}}:
                if uri in self._diagnostics:
                    self._diagnostics[uri].put(found)
            case {"method": str(), "id": id}:
                self._send({"id": id, "result": None})
            case {"id": int() as id} if id in self._answers:
                self._answers[id].put(message)
            case _:
                pass

    def _section(self, section: str | None) -> Any:
        """Return a section of the settings as VS Code hands it over: `yaml.hover` becomes {"yaml": {"hover": …}}."""
        if section is None:
            return None
        if section in self._settings:
            return self._settings[section]
        tree: dict[str, Any] = {}
        for name, value in self._settings.items():
            if not name.startswith(f"{section}."):
                continue
            *parents, last = name.removeprefix(f"{section}.").split(".")
            place = tree
            for parent in parents:
                place = place.setdefault(parent, {})
            place[last] = value
        return tree
