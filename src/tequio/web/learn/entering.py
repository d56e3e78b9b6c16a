"""The demo's front door: enter as a named person, one act before the interesting moment.

It exists only on a demo hub: without `settings.DEMO` there is no list and no way in, and even there only people
of a simulated organisation can be entered as.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponseRedirect
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from tequio.people import api as people
from tequio.people.values import PersonId
from tequio.web import sessions

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

CAST = "demo.json"  # written by the demo's seeds beside the data


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of the strip: who they are, what is about to happen, and where that is. Nobody: a stranger."""

    key: str
    name: str
    words: str
    path: str
    person: PersonId | None


def entries(language: str) -> tuple[Entry, ...]:
    """Everyone a demo's visitor can enter as; nobody outside demo mode."""
    file = Path(settings.DATA) / CAST
    if not settings.DEMO or not file.exists():
        return ()
    return tuple(_entry(raw, language) for raw in json.loads(file.read_text("utf-8")))


@require_POST
def enter_as(request: HttpRequest, who: str) -> HttpResponse:
    """Become `who` of the demo and go to their page. Elsewhere there is no such address."""
    found = next((entry for entry in entries(get_language() or "es") if entry.key == who), None)
    if found is None:
        raise Http404
    if found.person is None:
        sessions.leave(request)
        return HttpResponseRedirect(found.path)
    if not people.organisation(people.person(found.person).organisation).simulated:
        raise Http404
    return sessions.enter(request, found.person, then=found.path)


def _entry(raw: dict[str, object], language: str) -> Entry:
    words = dict(raw["words"]) if isinstance(raw["words"], dict) else {}
    person = raw["person"]
    return Entry(
        key=str(raw["key"]),
        name=str(raw["name"]),
        words=str(words.get(language, "")),
        path=f"/{language}{raw['path']}",
        person=PersonId(UUID(str(person))) if person else None,
    )
