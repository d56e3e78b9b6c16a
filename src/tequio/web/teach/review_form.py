"""What a reviewer says of each criterion that a person decides: met, not met or not applicable, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from tequio.learning.review.api import CRITERIA
from tequio.learning.values import CriterionResult, Finding

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.forms.boundfield import BoundField

    from tequio.learning.review.api import Criterion

ESSENTIAL = frozenset(one.key for one in CRITERIA if one.level == 1)  # decides whether a run opens
DECIDED_BY_PEOPLE = tuple(one for one in CRITERIA if one.by != "M")
MOST = 2000
FINDINGS = (
    (Finding.MET.value, _("Met")),
    (Finding.NOT_MET.value, _("Not met")),
    (Finding.NOT_APPLICABLE.value, _("Not applicable")),
)


class Radios(forms.RadioSelect):
    """Three radio buttons; an error leads to the first of them."""

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return f"{id_}_{index or 0}"


class ReviewForm(forms.Form):
    """A finding and its evidence per criterion. "Not met" without saying what to change cannot be handed in.

    Where `has_items`, nor can a review that passes without the tick that every item of the checks was read.
    """

    use_required_attribute = False  # our own sentences say what is missing, in the page's language

    def __init__(self, data: Mapping[str, str] | None = None, *, has_items: bool) -> None:
        super().__init__(data)
        self.has_items = has_items
        for criterion in DECIDED_BY_PEOPLE:
            self.fields[f"finding_{criterion.key}"] = _finding(criterion.key)
            self.fields[f"evidence_{criterion.key}"] = _evidence()
        self.fields["read_items"] = _read_items()

    def bound(self, criterion: Criterion) -> tuple[BoundField, BoundField]:
        """The criterion's two fields, for the page."""
        return self[f"finding_{criterion.key}"], self[f"evidence_{criterion.key}"]

    def clean(self) -> None:
        for criterion in DECIDED_BY_PEOPLE:
            found = self.cleaned_data.get(f"finding_{criterion.key}")
            if found == Finding.NOT_MET and not self.cleaned_data.get(f"evidence_{criterion.key}"):
                sentence = _("%(key)s is not met: say what you saw, and what to change.")
                self.add_error(f"evidence_{criterion.key}", sentence % {"key": criterion.key})
        if self.has_items and not self.cleaned_data.get("read_items") and not self._refuses():
            sentence = _(
                "Read every final item, then tick that you did: once this version passes, they may be drawn."
            )
            self.add_error("read_items", sentence)

    def _refuses(self) -> bool:
        """An essential criterion is not met, so that nothing will be drawn."""
        return any(self.cleaned_data.get(f"finding_{key}") == Finding.NOT_MET for key in ESSENTIAL)

    def results(self) -> tuple[CriterionResult, ...]:
        """What was handed in, once it is valid."""
        return tuple(
            CriterionResult(
                one.key,
                Finding(self.cleaned_data[f"finding_{one.key}"]),
                self.cleaned_data[f"evidence_{one.key}"],
            )
            for one in DECIDED_BY_PEOPLE
        )


def _finding(key: str) -> forms.ChoiceField:
    sentence = _("%(key)s has no finding yet: choose met, not met or not applicable.")
    return forms.ChoiceField(
        choices=FINDINGS,
        widget=Radios,
        label=key,
        error_messages={"required": sentence % {"key": key}, "invalid_choice": sentence % {"key": key}},
    )


def _read_items() -> forms.BooleanField:
    return forms.BooleanField(
        label=_("I read every final item, with its key and its reasons."),
        required=False,  # where there are any, and the review passes: see `clean`
    )


def _evidence() -> forms.CharField:
    return forms.CharField(
        label=_("What you saw, and what to change"),
        required=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
