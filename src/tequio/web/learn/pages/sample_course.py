"""A course half done, and one of its pages in two versions, as the gallery shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.web.diffing import Row, compare
from tequio.web.learn.pages.course_map import MapStep, map_step
from tequio.web.learn.pages.measures import duration

if TYPE_CHECKING:
    from collections.abc import Sequence


def sample_map(href: str) -> Sequence[MapStep]:
    """One module in each state."""
    return (
        map_step("done", _("Gather rain from a roof"), href, duration(15)),
        map_step("now", _("Keep it clean for a month"), href, duration(20)),
        map_step("ahead", _("Say when not to drink it"), href, duration(10)),
    )


def sample_diff() -> Sequence[Row]:
    """A paragraph kept, one changed, one removed, one added."""
    kept = _("Rain is clean when it falls. The roof is not.")
    before = (
        kept,
        _("Let the first rain run off for five minutes, then close the pipe."),
        _("Tin roofs need no filter."),
    )
    after = (
        kept,
        _("Let the first rain run off for ten minutes, then close the pipe."),
        _("Leaves and dust stay in the filter. Wash it once a week."),
    )
    return compare("\n\n".join(before), "\n\n".join(after))
