"""How long the next try waits after wrong ones. Pure: counts and moments in, moments out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

LONGEST_MEMORY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Patience:
    """`free` tries, then a wait that doubles from `first` up to `longest`; all is forgotten after `quiet`."""

    free: int
    first: timedelta
    longest: timedelta
    quiet: timedelta

    def wait_until(self, tries: int, now: datetime) -> datetime | None:
        """When the try after `tries` wrong ones may happen; None means at once."""
        if tries < self.free:
            return None
        doublings = min(tries - self.free, 20)
        return now + min(self.first * int(2**doublings), self.longest)

    def forgets(self, last_at: datetime, now: datetime) -> bool:
        return now - last_at >= self.quiet


# A four-digit PIN has 10,000 values: at two tries a day a stolen phone holds out for years. The person herself is
# never kept out, since card and password are counted elsewhere.
PIN = Patience(free=5, first=timedelta(minutes=1), longest=timedelta(hours=12), quiet=LONGEST_MEMORY)
# Passwords are long, so the wait may stay short enough that nobody can keep another person out for long.
CODE = Patience(free=5, first=timedelta(minutes=1), longest=timedelta(minutes=15), quiet=timedelta(days=1))
DEVICE = Patience(free=20, first=timedelta(minutes=1), longest=timedelta(hours=1), quiet=timedelta(days=1))
# A whole school may share one address.
ADDRESS = Patience(
    free=60, first=timedelta(minutes=1), longest=timedelta(minutes=15), quiet=timedelta(hours=1)
)
JOINING = Patience(
    free=60, first=timedelta(minutes=1), longest=timedelta(minutes=10), quiet=timedelta(minutes=10)
)
