"""The page on which anybody chooses light or dark for this browser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django import forms
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tequio.web.asking import posted, safe_next
from tequio.web.display import chosen_theme, remember_theme
from tequio.web.radios import Radios
from tequio.web.shell import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

DEVICE = "device"  # its own word, so that choosing nothing is still an error


class DisplayForm(forms.Form):
    """One choice of three."""

    use_required_attribute = False

    theme = forms.ChoiceField(
        label=_("How do you want to see the pages?"),
        choices=[
            (DEVICE, _("As my device asks")),
            ("light", _("Light: dark letters on pale paper")),
            ("dark", _("Dark: pale letters on dark paper")),
        ],
        widget=Radios,
        error_messages={"required": _("Choose one of the three.")},
    )


@dataclass(frozen=True, slots=True)
class DisplayPage:
    """The choice, and where the reader came from."""

    template: ClassVar[str] = "learn/display.html"
    form: DisplayForm
    back: str


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def display(request: HttpRequest) -> HttpResponse:
    """Needs no account. A POST keeps the choice and leads back."""
    back = safe_next(request, reverse("home"))
    form = DisplayForm(posted(request), initial={"theme": chosen_theme(request) or DEVICE})
    if form.is_valid():
        response = HttpResponseRedirect(back)
        remember_theme(response, form.cleaned_data["theme"])
        return response
    return show(request, DisplayPage(form, back), status=400 if form.is_bound else 200)
