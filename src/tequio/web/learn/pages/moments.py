"""Moments in words, in the zone that is active for the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from datetime import datetime


def day_and_time(moment: datetime) -> str:
    """ "23 November 2026, 18:05 (CST)": always with its zone, because a deadline without one misleads."""
    local = localtime(moment)
    values = {
        "day": date_format(local, "DATE_FORMAT"),
        "time": local.strftime("%H:%M"),
        "zone": local.tzname(),
    }
    return _("%(day)s, %(time)s (%(zone)s)") % values


def time_to_come(moment: datetime | None, now: datetime) -> str:
    """The moment in words while it is still ahead; empty when there is none, or it has passed."""
    return day_and_time(moment) if moment and now < moment else ""


def time_of_day(moment: datetime) -> str:
    local = localtime(moment)
    return _("%(time)s (%(zone)s)") % {"time": local.strftime("%H:%M"), "zone": local.tzname()}


def milliseconds(moment: datetime) -> int:
    """Since 1970, for the script's countdown."""
    return int(moment.timestamp() * 1000)
