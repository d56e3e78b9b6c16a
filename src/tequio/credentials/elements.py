"""The sixteen elements of a micro-credential in a signed document, in the language now active."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext

from tequio.credentials.element_words import ADVICE, ELEMENTS, PRESENCES
from tequio.credentials.values import ElementShown
from tequio_standards.badges import lint

if TYPE_CHECKING:
    from datetime import datetime


def elements_of(document: dict[str, Any], now: datetime) -> tuple[ElementShown, ...]:  # Any: JSON of others
    """Sixteen rows for an achievement; none for a document of another kind."""
    subject = document.get("credentialSubject")
    if not isinstance(subject, dict) or "achievement" not in subject:
        return ()
    return tuple(
        ElementShown(
            name=gettext(ELEMENTS[row.element]),
            mandatory=row.mandatory,
            state_word=gettext(PRESENCES[row.presence].says),
            tone=PRESENCES[row.presence].tone,
            advice=tuple(gettext(ADVICE[code]) for code in row.advice),
        )
        for row in lint(document, at=now)
    )
