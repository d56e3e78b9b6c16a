"""The reviewer's pages: what waits, one version with all that is known of it, its modules and items, and the review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tequio.assessment import api as assessment
from tequio.kit import clock
from tequio.kit.errors import NotFound
from tequio.learning import api as learning
from tequio.learning.review import api as review
from tequio.learning.values import ReviewKind, VersionId
from tequio.people import api as people
from tequio.people.values import Action
from tequio.web.asking import known_actor, signed_in
from tequio.web.learn.visitor import in_local_time, language_of_page
from tequio.web.shell import show
from tequio.web.staff import places
from tequio.web.teach.pages.bank import has_items
from tequio.web.teach.pages.items import items_page
from tequio.web.teach.pages.module import module_page
from tequio.web.teach.pages.review import review_page
from tequio.web.teach.pages.reviews import reviews_page
from tequio.web.teach.review_form import ReviewForm

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

    from tequio.learning.review.api import ToReview
    from tequio.learning.values import StepPage


@never_cache
@require_safe
@signed_in
@in_local_time
def reviews(request: HttpRequest) -> HttpResponse:
    actor = known_actor(request)
    found = [
        version
        for place in places(actor, Action.COURSE_REVIEW)
        for version in review.versions_to_review(organisation=place, by=actor)
    ]
    return show(request, reviews_page(found, actor.person, language_of_page()))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@in_local_time
def review_course(request: HttpRequest, version: UUID) -> HttpResponse:
    """The version; a POST signs the review of it."""
    found = review.to_review(VersionId(version), by=known_actor(request))
    bank = assessment.count_bank(
        organisation=found.organisation, key=found.course_key, by=known_actor(request)
    )
    form = ReviewForm(request.POST if request.method == "POST" else None, has_items=has_items(bank))
    if form.is_valid():
        return _sign(request, found, form)
    reader, language = known_actor(request).person, language_of_page()
    page = review_page(found, bank, form, reader=reader, language=language)
    return show(request, page, status=400 if form.is_bound else 200)


@never_cache
@require_safe
@signed_in
def review_module(request: HttpRequest, version: UUID, module: str) -> HttpResponse:
    """One module of this very version, which may not be the one on offer."""
    found = review.to_review(VersionId(version), by=known_actor(request))
    return show(request, module_page(found, module, _steps(found, module), language_of_page()))


@never_cache
@require_safe
@signed_in
def review_items(request: HttpRequest, version: UUID) -> HttpResponse:
    """The items of the checks with their keys, for who may review this version and nobody else."""
    actor = known_actor(request)
    found = review.to_review(VersionId(version), by=actor)
    people.require(actor, Action.COURSE_REVIEW, organisation=found.organisation, owner=found.made_by)
    if not found.newest:  # the bank holds the items of the newest version only
        raise NotFound(_("A newer version has been handed in. Review that one."))
    items = assessment.read_bank(organisation=found.organisation, key=found.course_key, by=actor)
    return show(request, items_page(found, items, language_of_page()))


def _sign(request: HttpRequest, version: ToReview, form: ReviewForm) -> HttpResponse:
    signed = learning.record_review(
        version=version.id,
        kind=ReviewKind.SELF.value,
        results=form.results(),
        by=known_actor(request),
        now=clock.now(),
    )
    passed = _("Your review is signed: this version passed.")
    refused = _("Your review is signed: this version did not pass. Its author reads what to change.")
    messages.success(request, passed if signed.passed else refused)
    return HttpResponseRedirect(request.path)


def _steps(version: ToReview, module: str) -> list[StepPage]:
    found = next((one for one in version.modules if one.key == module), None)
    if found is None:
        raise NotFound(_("This version has no such module. Go back to its review."))
    language = language_of_page()
    return [learning.step(version.package_id, module, step, language) for step in found.steps]
