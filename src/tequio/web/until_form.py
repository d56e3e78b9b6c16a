"""A form with a last day: whatever is signed for others ends."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class UntilForm(forms.Form):
    """A last day, which every signed support has."""

    use_required_attribute = False

    last_day = forms.DateField(
        label=_("Last day"),
        help_text=_(
            "After this day it no longer counts. At most three years from now. Write it as 2027-06-30."
        ),
        error_messages={
            "required": _("Write the last day."),
            "invalid": _("Write the day as year, month and day, such as 2027-06-30."),
        },
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def ends_at(self) -> datetime:
        """The midnight after the last day, in the zone of the page."""
        day = self.cleaned_data["last_day"]
        return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
