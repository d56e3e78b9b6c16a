"""What a form with answers says: which answers changed, and where its button leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from tequio.kit import ids
from tequio.web.learn.pages.items import field_of

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import QueryDict

    from tequio.assessment.values import AttemptView

LONGEST = 2_000  # characters of one typed answer


@dataclass(frozen=True, slots=True)
class Change:
    """One answer to keep, under a key by which a repeat is recognised."""

    item: str
    response: tuple[str, ...]
    key: str


def changes_in(form: QueryDict, attempt: AttemptView) -> list[Change]:
    """The answers in `form` that differ from what is saved; with `only`, of that field alone.

    The script sends a key of its own with each answer. A plain form needs none: its repeat differs in nothing, and a
    key kept in the page would make a browser's Back button lose the answer that is changed there.
    """
    only = form.get("only")
    sent = [
        (item.key, response_in(form, item.key))
        for item in attempt.items
        if only in (None, field_of(item.key))
    ]
    return [
        Change(item, response, form.get("key") or str(ids.new_uuid()))
        for item, response in sent
        if response != attempt.saved.get(item, ())
    ]


def response_in(form: QueryDict, item: str) -> tuple[str, ...]:
    """What was ticked or typed; blanks count as nothing."""
    return tuple(text[:LONGEST] for text in form.getlist(field_of(item)) if text.strip())


def where_next(then: str, attempt: UUID, *, late: bool) -> str:
    if late:
        return reverse("attempt_result", args=[attempt])
    if then == "submit":
        return reverse("attempt_submit", args=[attempt])
    anchor = f"#{then}" if then.startswith("i-") else ""
    return reverse("attempt", args=[attempt]) + anchor
