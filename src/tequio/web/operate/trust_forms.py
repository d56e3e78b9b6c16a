"""What the operator hands in about issuers elsewhere: a registry, typed ends of keys, a reason, an accreditation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tequio.web.until_form import UntilForm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tequio.credentials.vouching.api import Plan


class RegistryForm(forms.Form):
    """One registry."""

    use_required_attribute = False  # our own sentences say what is missing, in the page's language

    file = forms.FileField(
        label=_("The registry of another hub"),
        help_text=_("Its operator finds it at the hub's address, followed by /registry.json."),
        error_messages={
            "required": _("Choose the file of a registry."),
            "empty": _("This file is empty. Ask for it again."),
        },
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )


class ConfirmForm(forms.Form):
    """For each issuer whose keys changed: the end of its new key."""

    use_required_attribute = False

    def __init__(self, data: object = None, *, plan: Plan) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or nothing
        self._dids = {f"end_{num}": change.did for num, change in enumerate(plan.to_confirm)}
        for name, did in self._dids.items():
            self.fields[name] = forms.CharField(
                label=gettext("The last 8 characters of the new key of %(did)s") % {"did": did},
                help_text=_("Call its people on a number that you know. Nobody else can tell you."),
                error_messages={"required": _("Write the end of the key, as its people told you.")},
                max_length=40,
                widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
            )

    def confirmed(self) -> Mapping[str, str]:
        """DID → what was typed."""
        return {did: str(self.cleaned_data[name]) for name, did in self._dids.items()}

    def field_of(self, did: str) -> str | None:
        return next((name for name, one in self._dids.items() if one == did), None)


class RemoveForm(forms.Form):
    """Why an issuer is not believed any more."""

    use_required_attribute = False

    reason = forms.CharField(
        label=_("Why do you take it off the list?"),
        help_text=_("Other operators read this later."),
        error_messages={"required": _("Say why, in a sentence that others may read later.")},
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AccreditForm(UntilForm):
    """Which issuer, for what, until when."""

    issuer = forms.ChoiceField(label=_("Which issuer?"))
    achievements = forms.CharField(
        label=_("What it may award"),
        help_text=_("The address of an achievement on each line. Leave it empty for everything."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
    )
    scope = forms.CharField(
        label=_("Your reasons"),
        help_text=_("One or two sentences, for whoever asks why."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    field_order = ("issuer", "achievements", "scope", "last_day")

    def __init__(self, data: object = None, *, issuers: Sequence[tuple[str, str]]) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or nothing
        field = self.fields["issuer"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(issuers)
        field.error_messages = {key: gettext("Choose an issuer.") for key in ("required", "invalid_choice")}
