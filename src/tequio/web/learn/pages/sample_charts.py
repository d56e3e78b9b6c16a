"""The three kinds of chart, as the gallery shows them: many people, few, and a hidden cell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.web import figures
from tequio.web.figures import Estimate, Share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.web.figures import Figure

MONDAYS = tuple(date(2026, 10, day) for day in (5, 12, 19, 26))


def sample_charts() -> Sequence[Figure]:
    """Shares with a hidden one, estimates with none yet, and activity by week."""
    gather, keep = _("Gather rain from a roof"), _("Keep it clean for a month")
    return (
        figures.shares(
            "sample-shares",
            _("What the group can do"),
            (Share(gather, 103, 120), Share(keep, 9, 14), Share(_("Say when not to drink it"), None, None)),
        ),
        figures.estimates(
            "sample-estimates",
            _("What you can do"),
            (
                Estimate(label=gather, percent=85, low=59, high=99, words=_("6 of 6 right at the first try")),
                Estimate(label=keep, percent=None, words=_("not practised yet")),
            ),
            goal=75,
        ),
        figures.weeks(
            "sample-weeks",
            _("Activity by week"),
            MONDAYS,
            ((_("Steps finished"), (4, 31, 18, 22)), (_("Items practised"), (0, 12, 40, 35))),
        ),
    )
