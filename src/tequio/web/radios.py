"""Radio buttons whose error, on top of the page, leads to the first of them."""

from __future__ import annotations

from django import forms


class Radios(forms.RadioSelect):
    """Django's lead nowhere: a group has no field of its own."""

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return f"{id_}_{index or 0}"
