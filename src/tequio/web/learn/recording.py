"""My record: a learner's own statements as days in words, and as the file they are; and the certificates earned."""

from __future__ import annotations

import json
from heapq import merge
from typing import TYPE_CHECKING

from django.http import StreamingHttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tequio.credentials import api as credentials
from tequio.credentials.wallet import api as wallets
from tequio.kit import clock
from tequio.learning import api as learning
from tequio.records import api as records
from tequio.web.asking import known_actor, known_person, signed_in
from tequio.web.learn.pages.certificates import CertificatesPage, certificate_line
from tequio.web.learn.pages.record import record_page
from tequio.web.learn.pages.wallet import wallet_line
from tequio.web.learn.visitor import in_local_time, language_of_page
from tequio.web.shell import show

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.http import HttpRequest, HttpResponse

    from tequio.learning.values import Enrolment
    from tequio.records.api import KeptStatement


@never_cache
@require_safe
@signed_in
@in_local_time
def record(request: HttpRequest) -> HttpResponse:
    """Some days, the newest first; `?course=` shows one course, `?before=` goes further back."""
    everything = learning.enrolments(known_person(request))
    chosen = request.GET.get("course", "")
    mine = [one for one in everything if one.course_key == chosen] or everything
    before = _place(request.GET.get("before", ""))
    page = record_page(
        _newest_first(mine, before),
        {one.id: (one.course_key, learning.course(one.id).title) for one in everything},
        chosen=chosen if mine != everything or len(everything) == 1 else "",
        newest=before is None,
        language=language_of_page(),
    )
    return show(request, page)


@never_cache
@require_safe
@signed_in
def record_file(request: HttpRequest) -> StreamingHttpResponse:
    """Every statement about the learner as a JSON list (xAPI), oldest first, one by one as they are read."""
    mine = learning.enrolments(known_person(request))
    response = StreamingHttpResponse(_json(_oldest_first(mine)), content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="my-record.json"'
    return response


@never_cache
@require_safe
@signed_in
@in_local_time
def certificates(request: HttpRequest) -> HttpResponse:
    language = language_of_page()
    earned = credentials.credentials_of(known_person(request))
    brought = wallets.wallet(by=known_actor(request), now=clock.now())
    page = CertificatesPage(
        [certificate_line(one, language) for one in earned], [wallet_line(one) for one in brought]
    )
    return show(request, page)


def _newest_first(mine: Sequence[Enrolment], before: int | None) -> Iterator[KeptStatement]:
    lanes = [
        records.statements(store=one.organisation, registration=one.id, before=before, newest_first=True)
        for one in mine
    ]
    return merge(*lanes, key=lambda kept: kept.num, reverse=True)


def _oldest_first(mine: Sequence[Enrolment]) -> Iterator[KeptStatement]:
    lanes = [records.statements(store=one.organisation, registration=one.id) for one in mine]
    return merge(*lanes, key=lambda kept: kept.num)


def _json(found: Iterator[KeptStatement]) -> Iterator[str]:
    between = "[\n"
    for kept in found:
        yield between + json.dumps(kept.statement.to_json(), ensure_ascii=False)
        between = ",\n"
    yield "\n]\n" if between != "[\n" else "[]\n"


def _place(text: str) -> int | None:
    """Where to go on; nonsense is the beginning."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None
