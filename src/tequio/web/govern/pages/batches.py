"""Results from elsewhere: the batches there are, the form, and the preview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import get_language

from tequio.kit.words import say
from tequio.web.saying import day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.credentials.batches.api import BatchInfo, Problem, Row, Sheet
    from tequio.web.govern.batch_form import BatchForm


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One batch in the list."""

    title: str
    source: str
    date: str
    rows: int
    revoked: int
    by: str
    digest: str
    codes: str


@dataclass(frozen=True, slots=True)
class BatchesPage:
    """Every batch, the newest first."""

    template: ClassVar[str] = "govern/batches.html"
    batches: Sequence[BatchLine]


@dataclass(frozen=True, slots=True)
class IssueBatchPage:
    """The form."""

    template: ClassVar[str] = "govern/batch_new.html"
    form: BatchForm
    most: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchPreviewPage:
    """The file as it was read. With problems, there is nothing to confirm."""

    template: ClassVar[str] = "govern/batch_preview.html"
    file: str
    title: str
    rows: int
    first: Sequence[Row]
    problems: Sequence[Problem]
    more_problems: bool
    trouble: str
    here: str


def batch_line(info: BatchInfo) -> BatchLine:
    return BatchLine(
        title=say(info.title, get_language() or "es"),
        source=info.source,
        date=day(info.at),
        rows=info.rows,
        revoked=info.revoked,
        by=info.by_name,
        digest=info.digest,
        codes=reverse("batch_codes", args=[info.id]),
    )


def preview_page(sheet: Sheet | None, *, file: str, title: str, token: str, trouble: str) -> BatchPreviewPage:
    return BatchPreviewPage(
        file=file,
        title=title,
        rows=sheet.rows if sheet else 0,
        first=sheet.first if sheet else (),
        problems=sheet.problems if sheet else (),
        more_problems=bool(sheet and sheet.more_problems),
        trouble=trouble,
        here=reverse("batch_preview", args=[token]),
    )
