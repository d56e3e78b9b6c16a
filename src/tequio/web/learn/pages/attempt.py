"""An attempt: one form with every item, the hub's deadline, and what is saved so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tequio.kit.words import say
from tequio.web.learn.pages.items import ItemView, item_view
from tequio.web.learn.pages.moments import milliseconds, time_of_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tequio.assessment.values import AttemptView, PublicItem


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptPage:
    """One open attempt."""

    template: ClassVar[str] = "learn/attempt.html"
    title: str
    language: str  # of title and items, when it is not the page's own; else empty
    items: Sequence[ItemView]
    answered: int
    save_href: str
    deadline: str
    deadline_ms: int  # for the script that counts down
    now_ms: int


@dataclass(frozen=True, slots=True)
class OpenItem:
    """An item without an answer, before handing in."""

    href: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HandInPage:
    """Last look before handing in."""

    template: ClassVar[str] = "learn/hand_in.html"
    title: str
    language: str  # of the title, as above
    answered: int
    total: int
    open_items: Sequence[OpenItem]
    attempt_href: str
    here: str
    deadline: str


def attempt_page(attempt: AttemptView, *, now: datetime) -> AttemptPage:
    return AttemptPage(
        title=_title(attempt),
        language=_foreign(attempt),
        items=[item_view(item, attempt.saved.get(item.key, ()), attempt.language) for item in attempt.items],
        answered=attempt.answered,
        save_href=reverse("attempt_save", args=[attempt.id]),
        deadline=time_of_day(attempt.deadline),
        deadline_ms=milliseconds(attempt.deadline),
        now_ms=milliseconds(now),
    )


def hand_in_page(attempt: AttemptView) -> HandInPage:
    href = reverse("attempt", args=[attempt.id])
    return HandInPage(
        title=_title(attempt),
        language=_foreign(attempt),
        answered=attempt.answered,
        total=len(attempt.items),
        open_items=[_open_item(item, href) for item in attempt.items if not attempt.saved.get(item.key)],
        attempt_href=href,
        here=reverse("attempt_submit", args=[attempt.id]),
        deadline=time_of_day(attempt.deadline),
    )


def _open_item(item: PublicItem, href: str) -> OpenItem:
    return OpenItem(f"{href}#i-{item.key}", item.num)


def _foreign(attempt: AttemptView) -> str:
    """An attempt stays in the language in which it began (WCAG 2.2, 3.1.2)."""
    return attempt.language if attempt.language != get_language() else ""


def _title(attempt: AttemptView) -> str:
    return say(attempt.title, attempt.language) or _("Final check")
