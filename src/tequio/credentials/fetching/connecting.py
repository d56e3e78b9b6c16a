"""One request to one address that was judged before: the name is looked up once, so it cannot change in between.

A watchdog ends the connection when the time is over, so that neither a slow handshake nor dripping headers outlast it.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import zlib
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from tequio.credentials.fetching.refusals import FetchRefused, Why

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tequio.credentials.fetching.links import Link

HEADERS: Final = {
    "User-Agent": "Tequio (checks credentials)",
    "Accept": "application/vc+ld+json, application/vc, application/did+ld+json, application/json, */*;q=0.1",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_PACKED: Final = {"gzip": 31, "x-gzip": 31, "deflate": 15}  # to zlib's window bits


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered; `location` is where a redirect leads."""

    status: int
    body: bytes = b""
    location: str = ""


class Ask(Protocol):
    """How a link is asked at an address; tests put another one in its place."""

    def __call__(self, link: Link, address: str, *, most_bytes: int, seconds: float) -> Answer: ...


def ask(link: Link, address: str, *, most_bytes: int, seconds: float) -> Answer:
    """GET `link` from `address`, at most `most_bytes` in at most `seconds`."""
    expired = threading.Event()
    try:
        with _connected(link, address, seconds, expired) as connection:
            connection.request("GET", link.path, headers=HEADERS)
            with connection.getresponse() as response:
                location = response.getheader("Location", "") if 300 <= response.status < 400 else ""
                body = _body(response, most_bytes) if response.status == 200 else b""
                answer = Answer(response.status, body, location)
    except (OSError, http.client.HTTPException, ValueError) as cause:
        raise FetchRefused(Why.TIME if expired.is_set() or _is_late(cause) else Why.LINE) from cause
    if expired.is_set():
        raise FetchRefused(Why.TIME)
    return answer


def _is_late(cause: Exception) -> bool:
    return isinstance(cause, TimeoutError)


@contextmanager
def _connected(
    link: Link, address: str, seconds: float, expired: threading.Event
) -> Iterator[http.client.HTTPConnection]:
    plain = socket.create_connection((address, link.port), timeout=seconds)
    line = _secure(plain, link.host) if link.scheme == "https" else plain
    watchdog = threading.Timer(seconds, _hang_up, (line, expired))
    watchdog.daemon = True
    watchdog.start()
    connection = http.client.HTTPConnection(link.host, link.port, timeout=seconds)
    try:
        if isinstance(line, ssl.SSLSocket):
            line.do_handshake()
        connection.sock = line
        yield connection
    finally:
        watchdog.cancel()
        connection.close()
        line.close()


def _secure(plain: socket.socket, host: str) -> ssl.SSLSocket:
    context = ssl.create_default_context()
    return context.wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)


def _hang_up(line: socket.socket, expired: threading.Event) -> None:
    expired.set()
    with suppress(OSError):
        socket.socket.shutdown(line, socket.SHUT_RDWR)  # the plain one: another thread is inside TLS


def _body(response: http.client.HTTPResponse, most_bytes: int) -> bytes:
    packing = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if packing == "identity":
        return _limited(response.read(most_bytes + 1), most_bytes)
    if packing not in _PACKED:
        raise FetchRefused(Why.PACKED)
    return _unpacked(_limited(response.read(most_bytes + 1), most_bytes), _PACKED[packing], most_bytes)


def _unpacked(packed: bytes, window: int, most_bytes: int) -> bytes:
    unpacker = zlib.decompressobj(window)
    try:
        data = unpacker.decompress(packed, most_bytes + 1)
    except zlib.error as cause:
        raise FetchRefused(Why.PACKED) from cause
    if not unpacker.eof and len(data) <= most_bytes:
        raise FetchRefused(Why.PACKED)
    return _limited(data, most_bytes)


def _limited(data: bytes, most_bytes: int) -> bytes:
    if len(data) > most_bytes:
        raise FetchRefused(Why.SIZE)
    return data
