"""The facilitator's desk: find people, replace a lost card, vouch for who someone is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tequio.kit import clock
from tequio.kit.words import say
from tequio.learning import api as learning
from tequio.people import api as people
from tequio.people.values import Action, PersonId
from tequio.web import asking
from tequio.web.learn.card import card_page
from tequio.web.people_forms import ReissueForm
from tequio.web.saying import listed, moment
from tequio.web.shell import show

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

    from tequio.people.values import CardReissueInfo, PersonInfo

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Found:
    """One person in a list, with what tells namesakes apart: the code's tail, the day they joined, the courses."""

    id: PersonId
    name: str
    code: str
    tail: str
    joined: str
    courses: str
    vouched: bool


@dataclass(frozen=True, slots=True)
class FacilitatePage:
    """A search and what it found. `total` may be more than one page holds; `next_query` leads on, or is empty."""

    template: ClassVar[str] = "people/facilitate.html"
    text: str
    found: tuple[Found, ...]
    total: int
    first: int
    next_query: str


@dataclass(frozen=True, slots=True)
class ReissuePage:
    """Whose card is about to be replaced, why, and how often it was before."""

    template: ClassVar[str] = "people/reissue.html"
    person: Found
    form: ReissueForm
    log: tuple[CardReissueInfo, ...]


@never_cache
@require_safe
@asking.signed_in
def facilitate(request: HttpRequest) -> HttpResponse:
    """Find people by any part of their name and code."""
    actor = asking.known_actor(request)
    people.require(actor, Action.PERSON_FIND, organisation=actor.organisation)
    text = request.GET.get("q", "")[:100]
    skip = _page_number(request.GET.get("page", "")) * PER_PAGE
    found = people.find_people(by=actor, text=text, limit=PER_PAGE, skip=skip)
    total = people.count_people(by=actor, text=text)
    more = skip + PER_PAGE < total
    return show(
        request,
        FacilitatePage(
            text=text,
            found=tuple(_found(person, actor.language) for person in found),
            total=total,
            first=skip + 1,
            next_query=urlencode({"q": text, "page": str(skip // PER_PAGE + 2)}) if more else "",
        ),
    )


def _page_number(text: str) -> int:
    """Pages are counted from 1 in addresses and from 0 here; nonsense is the first page."""
    return max(int(text) - 1, 0) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _found(person: PersonInfo, language: str) -> Found:
    zone = people.organisation(person.organisation).zone
    keys = {enrolment.course_key for enrolment in learning.enrolments(person.id)}
    return Found(
        id=person.id,
        name=person.name,
        code=person.code,
        tail=person.code_tail,
        joined=moment(person.joined_at, zone),
        courses=listed(sorted(say(learning.course(key).title, language) for key in keys)),
        vouched=person.identity_level > 0,
    )


@never_cache
@require_http_methods(["GET", "POST"])
@asking.signed_in
def reissue(request: HttpRequest, person: UUID) -> HttpResponse:
    """Replace a card. The answer to the POST is the new card itself: its secret is shown this once."""
    actor, whom = asking.known_actor(request), people.person(PersonId(person))
    people.require(actor, Action.CARD_REISSUE, organisation=whom.organisation, owner=whom.id)
    form = ReissueForm(asking.posted(request))
    if form.is_valid():
        try:
            new = people.reissue_card(person=whom.id, by=actor, now=clock.now(), **form.cleaned_data)
        except people.FieldsRefused as refusal:
            form.refuse(refusal)
        else:
            fresh = card_page(request, new, own=False, then=reverse("facilitate"), secret=new.secret)
            return show(request, fresh)
    log = people.reissues(person=whom.id, by=actor)
    page = ReissuePage(_found(whom, actor.language), form, log)
    return show(request, page, status=400 if form.is_bound else 200)


@require_POST
@asking.signed_in
def vouch(request: HttpRequest, person: UUID) -> HttpResponse:
    """The facilitator's word that this is who they say."""
    people.vouch(person=PersonId(person), by=asking.known_actor(request), now=clock.now())
    return HttpResponseRedirect(reverse("reissue", args=[person]))
