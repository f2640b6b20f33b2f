"""The nginx of this machine, for the time of a test."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from tests.needed import lacking

FRAME = """\
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {servers}
}}
"""
"""A configuration that writes into `folder` alone; `servers` are its server blocks."""


def nginx_program() -> str:
    """Return the nginx of this machine. Without one, a test fails in CI and is skipped elsewhere."""
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if found is None:
        lacking("there is no nginx: apt-get install -y --no-install-recommends nginx-light")
    return found


@contextmanager
def running(program: str, folder: Path, configuration: str, ports: Iterable[int]) -> Iterator[None]:
    """Run nginx until the end of the block; it listens to `ports`."""
    # Its workers would give up the rights of root, and could not read the folders of tests.
    user = "user root;\n" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(user + configuration, encoding="utf-8")
    process = subprocess.Popen([program, "-p", folder, "-c", folder / "nginx.conf"])
    try:
        for port in ports:
            _until_it_listens(port, process)
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)


def answer_of(port: int, path: str, **sent: str) -> tuple[HTTPResponse, bytes]:
    """Return what the server at a port of this machine answers to a request with the headers `sent`, and its body."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path, headers=sent)
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def _until_it_listens(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        assert process.poll() is None, "nginx has ended"
        connection = HTTPConnection("127.0.0.1", port, timeout=2)
        try:
            connection.connect()
        except OSError:
            time.sleep(0.05)
        else:
            return
        finally:
            connection.close()
    pytest.fail("nginx does not listen")
