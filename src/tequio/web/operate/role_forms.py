"""What the operator fills in: which role, until when; or which one ends."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tequio.people.values import Role
from tequio.web.operate.role_words import role_sentence, role_word

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

GIVEN = tuple(role for role in Role if role is not Role.LEARNER)  # whoever joins is a learner already


def _choices() -> list[tuple[str, str]]:
    return [(role.value, f"{role_word(role)}: {role_sentence(role)}") for role in GIVEN]


class Radios(forms.RadioSelect):
    """An error leads to the first of them."""

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return f"{id_}_{index or 0}"


class GrantForm(forms.Form):
    """A role, and its last day if it ends by itself."""

    use_required_attribute = False  # our own sentences say what is missing, in the page's language

    role = forms.ChoiceField(
        label=_("Which role?"),
        choices=_choices,
        widget=Radios,
        error_messages={"required": _("Choose a role."), "invalid_choice": _("Choose a role.")},
    )
    last_day = forms.DateField(
        label=_("Last day (you can leave this empty)"),
        help_text=_("After this day the role ends by itself. Write it as 2027-06-30."),
        error_messages={"invalid": _("Write the day as year, month and day, such as 2027-06-30.")},
        input_formats=["%Y-%m-%d"],
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, data: object = None, *, today: date) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or nothing
        self._today = today

    def clean_last_day(self) -> date | None:
        day: date | None = self.cleaned_data["last_day"]
        if day is not None and day < self._today:
            raise forms.ValidationError(_("This day is over. Choose today or a later one."))
        return day

    def expires_at(self) -> datetime | None:
        """The midnight after the last day, in the zone of the page."""
        day = self.cleaned_data["last_day"]
        if day is None:
            return None
        return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


class EndForm(forms.Form):
    """Which role ends now."""

    role = forms.ChoiceField(choices=[(role.value, role.value) for role in GIVEN])
    run = forms.UUIDField(required=False)

    def which(self) -> tuple[Role, UUID | None]:
        return Role(self.cleaned_data["role"]), self.cleaned_data["run"]
