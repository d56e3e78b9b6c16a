"""Why a step is only shown as it came: a sentence for learners, beside what the import noted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from tequio.learning.values import Fallback


@dataclass(frozen=True, slots=True)
class FallbackView:
    """The sentence, and the import's own note (English: it is frozen in the package)."""

    sentence: str
    note: str


def fallback_view(fallback: Fallback | None) -> FallbackView | None:
    if fallback is None:
        return None
    sentences = {
        "video": _("The video opens on the site where it lives. What it says stands below, when we have it."),
        "html": _("This page was made by a program of another platform. We show what can be read of it."),
    }
    otherwise = _("This part was made for another platform. You can read it here, but not answer it.")
    return FallbackView(sentences.get(fallback.origin, otherwise), fallback.reason)
