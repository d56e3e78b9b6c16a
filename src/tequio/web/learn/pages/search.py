"""Results of a search: grouped, with the letters that were asked for marked; or what to try instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.web.learn.matching import Piece, excerpt, pieces, query_words, rank
from tequio.web.learn.nearby import did_you_mean, vocabulary_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.web.learn.matching import Entry, Hit, Ranking

COURSE, MODULE, HELP = KINDS = ("course", "module", "help")  # of entries, in the order they are shown
SHOWN = 20  # of one kind
SUGGESTED = 6


@dataclass(frozen=True, slots=True)
class Found:
    """One result. `title` and `text` come in pieces, so that the template can mark them."""

    href: str
    title: Sequence[Piece]
    text: Sequence[Piece]
    place: str
    language: str


@dataclass(frozen=True, slots=True)
class Group:
    """Results of one kind."""

    key: str
    name: str
    found: Sequence[Found]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """A search and what it found. Without a text it is only the field; without results it says what to try."""

    template: ClassVar[str] = "learn/search.html"
    text: str
    said: str  # how many results, in a sentence; empty before anything was asked
    whole: bool  # every word was found in each result
    groups: Sequence[Group]
    near: str  # what may have been meant; empty when nothing is near
    near_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionsPage:
    """The first results, as links under the search field."""

    template: ClassVar[str] = "learn/suggestions.html"
    said: str
    found: Sequence[Found]
    all_href: str  # all results; empty when these are all


def search_page(text: str, entries: Sequence[Entry]) -> SearchPage:
    asked = query_words(text)
    ranking = rank(entries, asked)
    groups = [_group(kind, ranking, asked) for kind in KINDS]
    near = "" if ranking.whole and ranking.hits else _near(asked, entries)
    return SearchPage(
        text=text,
        said=_said(len(ranking.hits), text) if text else "",
        whole=ranking.whole,
        groups=[group for group in groups if group.found],
        near=near,
        near_href=f"{reverse('search')}?{urlencode({'q': near})}" if near else "",
    )


def suggestions(page: SearchPage) -> SuggestionsPage:
    found = [one for group in page.groups for one in group.found]
    here = f"{reverse('search')}?{urlencode({'q': page.text})}"
    return SuggestionsPage(
        said=page.said, found=found[:SUGGESTED], all_href=here if len(found) > SUGGESTED or page.near else ""
    )


def _group(kind: str, ranking: Ranking, asked: Sequence[str]) -> Group:
    names = {COURSE: _("Courses"), MODULE: _("Modules"), HELP: _("Help")}
    hits = [hit for hit in ranking.hits if hit.entry.kind == kind]
    return Group(kind, names[kind], [_found(hit, asked) for hit in hits[:SHOWN]])


def _found(hit: Hit, asked: Sequence[str]) -> Found:
    return Found(
        href=hit.entry.href,
        title=pieces(hit.entry.title, asked),
        text=pieces(excerpt(hit.text, asked), asked),
        place=hit.entry.place,
        language=hit.entry.language,
    )


def _near(asked: Sequence[str], entries: Sequence[Entry]) -> str:
    return did_you_mean(
        asked, vocabulary_of(text for entry in entries for text in (entry.title, *entry.texts))
    )


def _said(count: int, text: str) -> str:
    if not count:
        return _("Nothing found for “%(text)s”.") % {"text": text}
    said = ngettext("%(count)d result for “%(text)s”.", "%(count)d results for “%(text)s”.", count)
    return said % {"count": count, "text": text}
