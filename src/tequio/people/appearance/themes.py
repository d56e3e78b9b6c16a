"""Themes as rows that are only added: the newest is worn, and an empty one is the program's own look.

Whether colours can be read is for the pages to judge, which know what they write on what; that nothing but colours
gets in is judged here.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.kit.errors import Refused
from tequio.people.granting import require
from tequio.people.lookup import organisations, person_row
from tequio.people.models import ThemeChoice
from tequio.people.values import Action, PersonId

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tequio.people.values import Actor

NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
COLOUR = re.compile(r"#[0-9a-f]{6}")
MOST = 40  # colours in light or in dark


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by the name of their variable, where they differ from the program's own."""

    light: Mapping[str, str]
    dark: Mapping[str, str]
    digest: str
    by: PersonId
    at: datetime


def theme() -> Theme | None:
    """What the hub wears now; None for the program's own colours."""
    row = ThemeChoice.objects.select_related("by").order_by("-id").first()
    return _told(row) if row and (row.light or row.dark) else None


def theme_by_digest(digest: str) -> Theme | None:
    """A theme worn now or once: pages kept in a cache may still ask for it."""
    row = ThemeChoice.objects.select_related("by").filter(digest=digest).order_by("-id").first()
    return _told(row) if row else None


def choose_theme(*, light: Mapping[str, str], dark: Mapping[str, str], by: Actor, now: datetime) -> None:
    """Dress the hub; two empty mappings give it back the program's own look. For operators of its first organisation."""
    hub = next(iter(organisations()), None)
    require(by, Action.HUB_OPERATE, organisation=hub.id if hub else None)
    assert by.person is not None  # nobody holds no grant
    kept = {"light": _only_colours(light), "dark": _only_colours(dark)}
    text = json.dumps(kept, sort_keys=True)
    ThemeChoice.objects.create(
        **kept,
        digest=hashlib.sha256(text.encode()).hexdigest()[:16],
        by=person_row(by.person),
        chosen_at=now,
    )


def _only_colours(colours: Mapping[str, str]) -> dict[str, str]:
    """They become a style sheet, so nothing that is not a name with #rrggbb may pass."""
    if len(colours) > MOST or not all(
        NAME.fullmatch(name) and COLOUR.fullmatch(colour) for name, colour in colours.items()
    ):
        raise Refused(_("A theme is made of colours only, each written as # and six signs, such as #24407a."))
    return dict(colours)


def _told(row: ThemeChoice) -> Theme:
    return Theme(row.light, row.dark, row.digest, PersonId(row.by.uuid), row.chosen_at)
