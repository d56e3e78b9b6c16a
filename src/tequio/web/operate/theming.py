"""The hub's colours: tried, saved once everything can be read, given back. For operators of the hub's organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tequio.kit import clock
from tequio.people import api as people
from tequio.people.appearance import api as appearance
from tequio.people.values import Action
from tequio.web.asking import known_actor, posted, signed_in
from tequio.web.learn.visitor import in_local_time
from tequio.web.operate.pages.theming import ThemePage, colour_rows, mendings, previews, whole
from tequio.web.operate.theme_form import ThemeForm
from tequio.web.saying import day
from tequio.web.shell import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from tequio.web.operate.theme_form import Colours

NOTHING: Colours = {"light": {}, "dark": {}}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@in_local_time
def theme(request: HttpRequest) -> HttpResponse:
    """A POST says what to do: `try` shows, `save` keeps, `back` gives Tequio's own colours back."""
    hub = people.organisations()[0]
    people.require(known_actor(request), Action.HUB_OPERATE, organisation=hub.id)
    act = request.POST.get("act", "")
    if act == "back":
        return _keep(request, NOTHING, _("The hub wears Tequio's own colours again."))
    form = ThemeForm(posted(request), worn=whole(_worn()))
    if not form.is_bound or not form.is_valid():
        return _page(request, form, _worn(), status=400 if form.is_bound else 200)
    changed = form.changed_colours()
    if act == "save" and not mendings(changed):
        return _keep(request, changed, _("The hub wears the new colours now."))
    return _page(request, form, changed, tried=True, status=422 if act == "save" else 200)


def _worn() -> Colours:
    now = appearance.theme()
    return {"light": dict(now.light), "dark": dict(now.dark)} if now else NOTHING


def _keep(request: HttpRequest, colours: Colours, told: str) -> HttpResponse:
    appearance.choose_theme(**colours, by=known_actor(request), now=clock.now())
    messages.success(request, told)
    return HttpResponseRedirect(reverse("theme"))


def _page(
    request: HttpRequest, form: ThemeForm, colours: Colours, *, tried: bool = False, status: int = 200
) -> HttpResponse:
    page = ThemePage(
        form=form,
        rows=colour_rows(form),
        mendings=mendings(colours) if tried else (),
        previews=previews(whole(colours)),
        chosen=_chosen(),
        tried=tried,
    )
    return show(request, page, status=status)


def _chosen() -> str:
    now = appearance.theme()
    if now is None:
        return ""
    values = {"name": people.person(now.by).name, "day": day(now.at)}
    return _("%(name)s chose these colours on %(day)s.") % values
