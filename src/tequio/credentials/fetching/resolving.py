"""Asking the name system within a time limit; the system's own resolver knows none."""

from __future__ import annotations

import queue
import socket
import threading

from tequio.credentials.fetching.refusals import FetchRefused, Why


def resolve_host(host: str, seconds: float) -> tuple[str, ...]:
    """All addresses of `host`; none when nobody knows it."""
    answers: queue.Queue[tuple[str, ...]] = queue.Queue(1)
    asking = threading.Thread(target=lambda: answers.put(_ask(host)), daemon=True)
    asking.start()
    try:
        return answers.get(timeout=max(seconds, 0.01))
    except queue.Empty as late:
        raise FetchRefused(Why.TIME) from late


def _ask(host: str) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
