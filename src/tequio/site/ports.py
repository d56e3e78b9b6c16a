"""Ports to listen on: one that was asked for can be had, or a sentence says why not."""

from __future__ import annotations

import socket

from tequio.kit.errors import Refused


class PortTaken(Refused):
    """Nobody can listen there; the sentence says what to try."""


def claim(host: str, wanted: int) -> int:
    """`wanted` if one can listen there; 0 stands for any free port."""
    try:
        return _bound(host, wanted)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise PortTaken(
            f"Nothing can listen on {host}, port {wanted}: {reason}. Give --port another number."
        ) from error


def claim_or_any(host: str, wanted: int) -> int:
    """`wanted`, else any free port."""
    try:
        return claim(host, wanted)
    except PortTaken:
        return claim(host, 0)


def _bound(host: str, port: int) -> int:
    if not 0 <= port < 2**16:
        raise OverflowError("ports go from 1 to 65535")
    family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(address)
        return int(probe.getsockname()[1])
