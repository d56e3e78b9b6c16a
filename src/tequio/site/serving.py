"""Serves the hub: one light parent, one WSGI worker with a few threads, a line when it answers."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from typing import TYPE_CHECKING

from granian import Granian
from granian.constants import Interfaces

if TYPE_CHECKING:
    from collections.abc import Callable


def serve(host: str, port: int, *, threads: int, workers: int, on_ready: Callable[[], None]) -> None:
    """Serve until stopped. `on_ready` runs once, when the first answer came.

    SQLite wants one worker (one writer process); several workers are for PostgreSQL.
    """
    server = Granian(
        "tequio.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        log_enabled=False,
    )
    threading.Thread(target=_tell_when_ready, args=(host, port, on_ready), daemon=True).start()
    server.serve()


def free_port(wanted: int) -> int:
    """`wanted` if nobody listens there, else any free port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _tell_when_ready(host: str, port: int, on_ready: Callable[[], None]) -> None:
    for _ in range(600):
        if _answers("127.0.0.1" if host == "0.0.0.0" else host, port):  # noqa: S104  # compared, not bound
            on_ready()
            return
        time.sleep(0.05)


def _answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", "/livez")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()
