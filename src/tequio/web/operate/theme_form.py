"""The form of the hub's colours: one field for each that may change, in light and in dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from tequio.web.theme_colours import CHANGED, SCHEMES, own_colours

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.forms.boundfield import BoundField

Colours = dict[str, dict[str, str]]  # scheme to variable to #rrggbb


class ThemeForm(forms.Form):
    """Every field is #rrggbb and nothing else: what passes here becomes a style sheet."""

    use_required_attribute = False

    def __init__(self, data: object = None, *, worn: Mapping[str, Mapping[str, str]]) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or nothing
        for scheme in SCHEMES:
            for name in CHANGED:
                self.fields[f"{scheme}-{name}"] = _colour_field(worn[scheme][name])

    def bound(self, scheme: str, name: str) -> BoundField:
        return self[f"{scheme}-{name}"]

    def changed_colours(self) -> Colours:
        """Only what differs from the program's own."""
        own = own_colours()
        return {
            scheme: {
                name: colour for name in CHANGED if (colour := self._said(scheme, name)) != own[scheme][name]
            }
            for scheme in SCHEMES
        }

    def _said(self, scheme: str, name: str) -> str:
        return str(self.cleaned_data[f"{scheme}-{name}"]).lower()


def _colour_field(now: str) -> forms.Field:
    said = _("Write the colour as # and six signs from 0 to 9 and a to f, such as #24407a.")
    return forms.RegexField(
        regex=r"\A#[0-9a-fA-F]{6}\Z",
        initial=now,
        strip=False,
        error_messages={"required": said, "invalid": said},
        widget=forms.TextInput(attrs={"type": "color"}),
    )
