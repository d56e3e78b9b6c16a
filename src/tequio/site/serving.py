"""Serves the hub: one light parent, one WSGI worker with a few threads, a line when it answers."""

from __future__ import annotations

import http.client
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING

from granian import Granian
from granian.constants import Interfaces

if TYPE_CHECKING:
    from collections.abc import Callable

KILL_AFTER = 15  # seconds; a request or job that hangs may not keep the hub from ending


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
        workers_kill_timeout=KILL_AFTER,
    )
    server.on_startup(_hang_up_like(signal.getsignal(signal.SIGHUP), server.signal_handler_interrupt))
    threading.Thread(target=_tell_when_ready, args=(host, port, on_ready), daemon=True).start()
    try:
        server.serve()
    except SystemExit as stopped:
        if stopped.code:
            sys.stderr.write("The server stopped, because its worker ended; the lines above say why.\n")
        raise


def _hang_up_like(before: object, end: Callable[..., object]) -> Callable[[], None]:
    """A closed terminal ends the hub, unless nohup asked that it does not; Granian alone would start anew."""

    def install() -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN if before is signal.SIG_IGN else end)

    return install


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
