"""The connection itself, against a host on this machine that misbehaves in every way."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from contextlib import contextmanager

import pytest

from tequio.credentials.fetching.connecting import ask
from tequio.credentials.fetching.links import Link
from tequio.credentials.fetching.refusals import FetchRefused, Why

OK = b"HTTP/1.1 200 OK\r\n"


@contextmanager
def host(talk):
    """A host that does `talk(line)` with whoever connects; gives its port and what it heard."""
    heard = []
    listening = socket.create_server(("127.0.0.1", 0))

    def serve():
        try:
            line, _address = listening.accept()
            with line:
                heard.append(line.recv(4_096))
                talk(line)
        except OSError:
            pass

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listening.getsockname()[1], heard
    finally:
        listening.close()
        thread.join(3)


def asked(talk, *, most_bytes=1_000, seconds=2.0, scheme="http"):
    with host(talk) as (port, heard):
        answer = ask(
            Link(scheme, "localhost", port, "/x?y=1"), "127.0.0.1", most_bytes=most_bytes, seconds=seconds
        )
    return answer, heard


def refused(talk, **more):
    began = time.monotonic()
    with pytest.raises(FetchRefused) as cause:
        asked(talk, **more)
    assert time.monotonic() - began < 1.5
    return cause.value.why


def sends(*parts, pause=0.0):
    def talk(line):
        for part in parts:
            line.sendall(part)
            time.sleep(pause)

    return talk


def test_the_request_says_who_asks_and_carries_nothing_else():
    answer, heard = asked(sends(OK, b"Set-Cookie: a=b\r\nContent-Length: 2\r\n\r\n{}"))

    lines = heard[0].decode().split("\r\n")
    assert answer.body == b"{}"
    assert lines[0] == "GET /x?y=1 HTTP/1.1"
    names = {line.partition(":")[0] for line in lines[1:] if line}
    assert names == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


def test_a_body_that_is_too_large_is_not_read_to_its_end():
    assert refused(sends(OK, b"\r\n", b"x" * 2_000)) is Why.SIZE


def test_a_body_that_never_ends_is_left_after_the_limit():
    def talk(line):
        line.sendall(OK + b"\r\n")
        while True:
            line.sendall(b"x" * 10_000)

    assert refused(talk) is Why.SIZE


def test_headers_that_drip_in_are_cut_off():
    assert refused(sends(OK, *[b"X: y\r\n"] * 99, pause=0.1), seconds=0.5) is Why.TIME


def test_a_body_that_drips_in_is_cut_off():
    slow = sends(OK + b"Content-Length: 500\r\n\r\n", *[b"x"] * 99, pause=0.1)

    assert refused(slow, seconds=0.5) is Why.TIME


def test_a_host_that_says_nothing_is_left():
    assert refused(lambda line: time.sleep(1), seconds=0.4) is Why.TIME


def test_a_handshake_that_never_ends_is_left():
    assert refused(sends(*[b"\x16"] * 99, pause=0.1), seconds=0.5, scheme="https") in (Why.TIME, Why.LINE)


def test_a_host_that_cannot_prove_its_name_is_not_heard():
    assert refused(sends(OK, b"\r\n{}"), scheme="https") is Why.LINE


def test_headers_without_end_are_refused():
    assert refused(sends(OK, *[b"X: " + b"y" * 60_000 + b"\r\n"] * 200)) is Why.LINE


def test_an_answer_that_is_not_http_is_refused():
    assert refused(sends(b"SSH-2.0-OpenSSH\r\n")) is Why.LINE


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_a_packed_answer_is_unpacked_up_to_the_limit(packing):
    pack = {"gzip": gzip.compress, "deflate": zlib.compress}[packing]
    head = OK + f"Content-Encoding: {packing}\r\n\r\n".encode()

    assert asked(sends(head, pack(b"y" * 900)))[0].body == b"y" * 900
    assert refused(sends(head, pack(b"y" * 900_000))) is Why.SIZE


def test_a_packing_nobody_asked_for_is_refused():
    assert refused(sends(OK, b"Content-Encoding: br\r\n\r\n", b"x")) is Why.PACKED
    assert refused(sends(OK, b"Content-Encoding: gzip\r\n\r\n", b"not gzip")) is Why.PACKED
    cut = gzip.compress(b"y" * 900)[:-9]
    assert refused(sends(OK, b"Content-Encoding: gzip\r\n\r\n", cut)) is Why.PACKED


def test_of_a_redirect_only_the_place_is_read():
    answer, _heard = asked(sends(b"HTTP/1.1 302 Found\r\nLocation: /y\r\n\r\n", b"x" * 5_000))

    assert (answer.status, answer.location, answer.body) == (302, "/y", b"")
