"""The gallery: every part on one page, for those who build pages. Its forms lead back to it and change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from tequio.web.learn.entering import entries
from tequio.web.learn.pages.gallery import gallery_page
from tequio.web.learn.pages.gallery_switches import view_of
from tequio.web.learn.visitor import language_of_page
from tequio.web.people_forms import RefusableForm
from tequio.web.radios import Radios
from tequio.web.shell import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class SampleForm(RefusableForm):
    """One of each kind of field."""

    name = forms.CharField(
        label=_("Your name, as you write it"),
        help_text=_("It will stand like this on your certificates."),
        error_messages={"required": _("Write your name.")},
    )
    size = forms.ChoiceField(label=_("Size of the paper"), choices=[("a4", "A4"), ("a5", "A5")])
    colour = forms.ChoiceField(
        label=_("How do you want to see the pages?"),
        choices=[
            ("device", _("As my device asks")),
            ("light", _("Light: dark letters on pale paper")),
            ("dark", _("Dark: pale letters on dark paper")),
        ],
        error_messages={"required": _("Choose one of the three.")},
        widget=Radios,
    )
    reason = forms.CharField(
        label=_("Why do you need it again?"),
        error_messages={"required": _("Say why, in one sentence.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    sure = forms.BooleanField(
        label=_("I have read what happens to the old card."),
        error_messages={"required": _("Tick the box when you have read it.")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def parts(request: HttpRequest) -> HttpResponse:
    """`?dir=rtl` turns the page round, `?theme=dark` or `light` dresses it, so that all eight can be looked at."""
    if request.method == "POST":
        return HttpResponseRedirect(request.get_full_path())
    language = language_of_page()
    page = gallery_page(
        view=view_of(request.GET),
        form=SampleForm(),
        wrong=SampleForm({"wrong-size": "a4"}, prefix="wrong"),
        enter_as=entries(language),
    )
    return show(request, page)
