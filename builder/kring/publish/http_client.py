"""What a host answers to somebody who is not logged in: bounded in time and bytes, and never led to another host."""

from __future__ import annotations

import gzip
import http.client
import ssl
import threading
import time
import zlib
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from urllib.error import URLError
from urllib.parse import SplitResult, quote, urljoin, urlsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, Request

from kring import __version__

PATIENCE = 10.0
"""Seconds that a host may be silent, and in all three times as long for one answer."""

LIMIT = 16 << 20
"""Bytes of an answer whose size is not known beforehand."""

HOPS = 5
ERROR_PAGE = 1 << 20
"""Bytes that a page about an error may have."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})

TOO_LARGE, _ROUND, _CLOSED, _BROKEN = "too_large", "round", "no_connection", "not_http"
_FAILURES: Mapping[type[Exception], str] = {
    TimeoutError: "too_slow",
    ssl.SSLError: "not_secure",
    http.client.HTTPException: _BROKEN,
    gzip.BadGzipFile: _BROKEN,
    zlib.error: _BROKEN,
    EOFError: _BROKEN,
    ValueError: _BROKEN,
    OSError: _CLOSED,
}
"""What went wrong; the first kind that fits says it."""


class GivenUp(Exception):
    """A visit has had its time, or too few answers: nothing more is asked."""


@dataclass(frozen=True, slots=True)
class Response:
    """What a host answered. Names of `headers` are in small letters; `address` is where redirects ended.

    Where it gave no answer that can be used, `failure` says why; where it sends its visitors to another host, of
    which nothing was asked, `elsewhere` is that address. Then the status is 0.
    """

    address: str
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    failure: str | None = None
    elsewhere: str | None = None


def _opener() -> OpenerDirector:
    """Return what opens addresses of the web and no others: without proxies, following nothing by itself."""
    opener = OpenerDirector()
    opener.addheaders = [("User-Agent", f"kring/{__version__}")]
    opener.add_handler(HTTPHandler())
    opener.add_handler(HTTPSHandler(context=ssl.create_default_context()))
    return opener


@dataclass(frozen=True, slots=True)
class Client:
    """Asks one host for what lies below `root`, an address that ends with a slash, until `deadline`.

    The deadline is one of `time.monotonic`.
    """

    root: str
    deadline: float
    patience: float = PATIENCE
    _opener: OpenerDirector = field(default_factory=_opener)

    def address(self, path: str) -> str:
        """Return the whole address of a path, seen from the root."""
        return urljoin(self.root, quote(path))

    def get(self, path: str, *, limit: int = LIMIT) -> Response:
        """Return what stands at `path`, or where that has moved on this host, of at most `limit` bytes.

        Raises:
            GivenUp: the deadline has passed.

        """
        address, left = self.address(path), self.deadline - time.monotonic()
        if left <= 0:
            raise GivenUp
        response: Future[Response] = Future()

        def ask() -> None:
            try:
                response.set_result(self._follow(address, limit))
            except Exception as error:  # noqa: BLE001 -- it is raised where the answer is waited for
                response.set_exception(error)

        # A host that drips is never silent and never done: it is left behind, and keeps no process from its end.
        threading.Thread(target=ask, daemon=True).start()
        try:
            return response.result(min(left, 3 * self.patience))
        except tuple(_FAILURES) as error:
            if time.monotonic() >= self.deadline:
                raise GivenUp from error
            cause = error.reason if isinstance(error, URLError) else error
            return Response(
                address, failure=next((_FAILURES[kind] for kind in _FAILURES if isinstance(cause, kind)), _CLOSED)
            )

    def _follow(self, address: str, limit: int) -> Response:
        for _ in range(HOPS):
            response = self._once(address, limit)
            location = response.headers.get("location")
            if response.status not in REDIRECTS or location is None:
                return response
            there = urljoin(address, location)
            if not same_host(there, self.root):
                return Response(address, elsewhere=there)
            address = there
        return Response(address, failure=_ROUND)

    def _once(self, address: str, limit: int) -> Response:
        with self._opener.open(Request(address), timeout=self.patience) as answer:  # noqa: S310 -- it opens no files
            # One that was sent twice has both values, as a browser reads it.
            headers = {name.lower(): ", ".join(answer.headers.get_all(name)) for name in answer.headers}
            # Some hosts say of a file that is packed by itself that they have packed it.
            packed = headers.get("content-encoding", "").lower() == "gzip" and not urlsplit(address).path.endswith(
                ".gz"
            )
            # Only of what is there the size is known beforehand.
            most = limit if answer.status == http.client.OK else max(limit, ERROR_PAGE)
            body = (gzip.GzipFile(fileobj=answer) if packed else answer).read(most + 1)
            if len(body) > most:
                return Response(address, failure=TOO_LARGE)
            if answer.length:
                raise http.client.IncompleteRead(b"", answer.length)
            return Response(address, answer.status, headers, body)


def is_address(text: str) -> bool:
    """Tell whether a text is the address of a site, rather than a folder."""
    return text.lower().startswith(("http://", "https://"))


def root_of(text: str) -> str:
    """Return the address of a site as that of its root: its host in ASCII, a slash at its end.

    Raises:
        ValueError: it is no address of a site.

    """
    parts = urlsplit(text)
    # Reading the port checks it.
    if not parts.hostname or parts.username is not None or parts.query or parts.fragment or parts.port == 0:
        raise ValueError(text)
    if not is_address(text) or any(not sign.isprintable() or sign in " \\" for sign in text):
        raise ValueError(text)
    root = parts._replace(netloc=parts.netloc.encode("idna").decode()).geturl()
    return root if root.endswith("/") else f"{root}/"


def same_host(one: str, other: str) -> bool:
    """Tell whether two addresses share a host: to a browser, one origin."""
    try:
        return _origin(urlsplit(one)) == _origin(urlsplit(other))
    except ValueError:
        return False


def _origin(parts: SplitResult) -> tuple[str, str | None, int]:
    return parts.scheme, parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)
