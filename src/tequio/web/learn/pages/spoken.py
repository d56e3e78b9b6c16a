"""In which language a course speaks, when it does not have the page's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence


def other_language(languages: Sequence[str], language: str) -> str:
    """For `lang` attributes: what the course speaks when it lacks the page's language; empty when it has it.

    A package keeps its words sorted by language, so `say` falls back to the first in that order.
    """
    return "" if language in languages or not languages else min(languages)


def languages_line(languages: Sequence[str]) -> str:
    return _("In: %(languages)s") % {"languages": language_names(languages)}


def language_names(languages: Sequence[str]) -> str:
    """Each by its own name: no "and", which would belong to one of them only."""
    names = dict(settings.LANGUAGES)
    return " · ".join(names.get(code, code) for code in languages)
