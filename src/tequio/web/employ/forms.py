"""What somebody writes who endorses for their organisation, or takes it back."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from tequio.credentials.vouching.api import Claim
from tequio.web.radios import Radios
from tequio.web.until_form import UntilForm

COURSE, ISSUER = "course", "issuer"


class EndorseForm(UntilForm):
    """What was done, for what, until when."""

    about = forms.ChoiceField(
        label=_("What do you stand behind?"),
        choices=[
            (COURSE, _("What this course certifies, as it is now")),
            (ISSUER, _("Who issues its certificates")),
        ],
        initial=COURSE,
        widget=Radios,
        error_messages={"required": _("Choose one."), "invalid_choice": _("Choose one.")},
    )
    claim = forms.ChoiceField(
        label=_("What did you do?"),
        choices=[
            (Claim.REVIEWED, _("We reviewed the tasks and the final check.")),
            (Claim.DESIGNED, _("We helped design this with what our work needs.")),
            (Claim.HIRED, _("We hired people who have this.")),
        ],
        widget=Radios,
        error_messages={"required": _("Choose one."), "invalid_choice": _("Choose one.")},
    )
    count = forms.IntegerField(
        label=_("If you hired: how many people?"),
        required=False,
        min_value=1,
        max_value=1_000_000,
        error_messages={key: _("Write a number from 1 on.") for key in ("invalid", "min_value", "max_value")},
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    comment = forms.CharField(
        label=_("In your own words (you can leave this empty)"),
        help_text=_("Everybody can read it. Write nothing about single people."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = ("about", "claim", "count", "comment", "last_day")


class WithdrawForm(forms.Form):
    """Why somebody no longer stands behind it."""

    use_required_attribute = False

    reason = forms.CharField(
        label=_("Why do you take it back?"),
        help_text=_("Anyone may read this."),
        error_messages={"required": _("Say why, in a sentence that others may read.")},
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
