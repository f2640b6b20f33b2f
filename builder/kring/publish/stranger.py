"""A stranger who asks a host for files: bounded in time and size, and never led to another host."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from kring import __version__
from kring.rules.rule import Phrase

PATIENCE = 10.0
"""Seconds that a host may be silent, and in all three times as long for one answer."""

HOPS = 5
PIECE = 1 << 16
ERROR_PAGE = 1 << 20
"""Bytes that a page about an error may have."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})

_SLOW = Phrase("het antwoord duurde te lang", "the answer took too long")
_TOO_LARGE = Phrase("het antwoord was te groot", "the answer was too large")
_ROUND = Phrase("het adres verwijst steeds weer door", "the address leads on and on")
_BROKEN = Phrase("het antwoord was geen goed HTTP-antwoord", "the answer was not sound HTTP")
_UNTRUSTED = Phrase("de beveiligde verbinding klopt niet", "the secure connection is not sound")
_CLOSED = Phrase("er kwam geen verbinding", "there was no connection")


class NoAnswer(Exception):
    """A host gave no answer that can be used. `reason` says why."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(reason.en)
        self.reason = reason


class TooLarge(NoAnswer):
    """The answer had more bytes than it may have."""

    def __init__(self) -> None:
        super().__init__(_TOO_LARGE)


class LedElsewhere(Exception):
    """A host sends its visitors to another one, at `location`; nothing was asked there."""

    def __init__(self, location: str) -> None:
        super().__init__(location)
        self.location = location


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered. Names of `headers` are in small letters; `address` is where redirects ended."""

    address: str
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Host:
    """A host, with the address of the site's root: it ends with a slash."""

    root: str
    patience: float = PATIENCE

    def address(self, path: str) -> str:
        """Return the whole address of a path below the root."""
        return urljoin(self.root, quote(path))

    def ask(self, path: str, *, limit: int) -> Answer:
        """Ask for what stands at `path`, and follow where it has moved on this host.

        Raises:
            NoAnswer: there was none, it took too long, or it had more than `limit` bytes.
            LedElsewhere: it stands at another host.

        """
        address = self.address(path)
        for _ in range(HOPS):
            answer = self._once(address, limit)
            location = answer.headers.get("location")
            if answer.status not in REDIRECTS or location is None:
                return answer
            address = urljoin(address, location)
            if not same_host(address, self.root):
                raise LedElsewhere(address)
        raise NoAnswer(_ROUND)

    def _once(self, address: str, limit: int) -> Answer:
        parts = urlsplit(address)
        connection = _connection(parts, self.patience)
        late = threading.Event()
        try:
            with _in_time(connection, 3 * self.patience, late):
                target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
                connection.request("GET", target, headers={"User-Agent": f"kring/{__version__}", "Connection": "close"})
                answer = connection.getresponse()
                headers = _headers(answer)
                # Only of what is there the size is known beforehand.
                most = limit if answer.status == http.client.OK else max(limit, ERROR_PAGE)
                body = _body(answer, headers, parts.path, most)
            if late.is_set():
                raise NoAnswer(_SLOW)
            return Answer(address, answer.status, headers, body)
        except TimeoutError as error:
            raise NoAnswer(_SLOW) from error
        except (http.client.HTTPException, UnicodeError, zlib.error, ValueError) as error:
            raise NoAnswer(_SLOW if late.is_set() else _BROKEN) from error
        except ssl.SSLError as error:
            raise NoAnswer(_UNTRUSTED) from error
        except OSError as error:
            raise NoAnswer(_SLOW if late.is_set() else _CLOSED) from error
        finally:
            connection.close()


def is_address(text: str) -> bool:
    """Tell whether a text is the address of a site, rather than a folder."""
    return text.lower().startswith(("http://", "https://"))


def root_of(text: str) -> str:
    """Return the address of a site as that of its root, with a slash at its end.

    Raises:
        ValueError: it is no address of a site.

    """
    parts = urlsplit(text)
    # Reading the port checks it.
    if not parts.hostname or parts.username is not None or parts.query or parts.fragment or parts.port == 0:
        raise ValueError(text)
    if any(not sign.isprintable() or sign in " \\" for sign in text):
        raise ValueError(text)
    return text if text.endswith("/") else f"{text}/"


def same_host(one: str, other: str) -> bool:
    """Tell whether two addresses share a host: to a browser, one origin."""
    try:
        return _origin(urlsplit(one)) == _origin(urlsplit(other))
    except ValueError:
        return False


def _origin(parts: SplitResult) -> tuple[str, str | None, int]:
    return parts.scheme, parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)


def _connection(parts: SplitResult, patience: float) -> http.client.HTTPConnection:
    assert parts.hostname is not None  # `root_of` has seen to it, and redirects stay at that host
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    return kind(parts.hostname, parts.port, timeout=patience)


@contextmanager
def _in_time(connection: http.client.HTTPConnection, seconds: float, late: threading.Event) -> Iterator[None]:
    """Connect, and cut the connection after so many seconds: a host that drips is never silent, and never done."""
    connection.connect()
    # An answer after which the host hangs up takes the socket away from its connection.
    wire = connection.sock

    def cut() -> None:
        late.set()
        with suppress(OSError):
            wire.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _headers(answer: http.client.HTTPResponse) -> dict[str, str]:
    """Return headers by name; one that was sent twice has both values, as a browser reads it."""
    found: dict[str, str] = {}
    for name, value in answer.getheaders():
        low = name.lower()
        found[low] = f"{found[low]}, {value}" if low in found else value
    return found


def _body(answer: http.client.HTTPResponse, headers: Mapping[str, str], path: str, limit: int) -> bytes:
    """Read at most `limit` bytes, unpacked where a host packs what it was not asked to pack."""
    # Some hosts say of a file that is packed by itself that they have packed it.
    packed = headers.get("content-encoding", "").lower() == "gzip" and not path.endswith(".gz")
    unpack = zlib.decompressobj(wbits=31) if packed else None
    pieces, size = [], 0
    while piece := answer.read1(PIECE):
        data = unpack.decompress(piece, limit - size + 1) if unpack is not None else piece
        size += len(data)
        if size > limit:
            raise TooLarge
        pieces.append(data)
    if answer.length:
        raise http.client.IncompleteRead(b"", answer.length)
    return b"".join(pieces)
