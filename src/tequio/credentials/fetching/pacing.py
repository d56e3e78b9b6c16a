"""How often one host is asked: whoever hands in many certificates must not make this hub knock on a stranger's door."""

from __future__ import annotations

import threading
from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Final

from tequio.credentials.fetching.refusals import FetchRefused, Why

A_MINUTE: Final = timedelta(minutes=1)
MOST: Final = 30
_MOST_HOSTS: Final = 1_000


class Pace:
    """Counts the requests to each host within a minute; one for a whole process."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._asked: OrderedDict[str, tuple[datetime, int]] = OrderedDict()
        self._lock = threading.Lock()

    def count(self, host: str, *, now: datetime) -> None:
        """One more; FetchRefused when the minute is full."""
        with self._lock:
            began, asked = self._asked.get(host, (now, 0))
            if not began <= now < began + A_MINUTE:
                began, asked = now, 0
            if asked >= self._most:
                raise FetchRefused(Why.PACE)
            self._asked[host] = began, asked + 1
            self._asked.move_to_end(host)
            if len(self._asked) > _MOST_HOSTS:
                self._asked.popitem(last=False)
