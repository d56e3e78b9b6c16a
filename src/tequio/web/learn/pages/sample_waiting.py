"""Work on its way, as the gallery shows it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class SampleWaiting:
    """What parts/waiting.html shows."""

    phase: str
    done: int
    of: int
    heard: str
    alive: bool
    cancel: str


def sample_waiting(cancel: str) -> SampleWaiting:
    heard = _("Last heard of a moment ago.")
    return SampleWaiting(_("Reading the pieces of the course"), 12, 40, heard, alive=True, cancel=cancel)
