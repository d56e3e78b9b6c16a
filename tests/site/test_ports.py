"""A port that was asked for is had, or a sentence says why not."""

from __future__ import annotations

import socket

import pytest

from tequio.site import ports


@pytest.fixture
def taken():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_free_port_is_had():
    port = ports.claim("127.0.0.1", 0)

    assert ports.claim("127.0.0.1", port) == port


def test_a_taken_port_is_refused_with_its_number(taken: int):
    with pytest.raises(ports.PortTaken, match=f"port {taken}: Address already in use"):
        ports.claim("127.0.0.1", taken)


def test_another_port_serves_as_well_when_nobody_named_one(taken: int):
    assert ports.claim_or_any("127.0.0.1", taken) != taken


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70000), ("no such host", 0)])
def test_what_is_no_place_to_listen_is_refused(host: str, port: int):
    with pytest.raises(ports.PortTaken, match="Give --port"):
        ports.claim(host, port)
