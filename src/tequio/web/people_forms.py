"""Forms about people: what they type to join, sign in, change a secret, replace a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.http import QueryDict

    from tequio.people.api import FieldsRefused


class RefusableForm(forms.Form):
    """A form that can be told afterwards what the house refused."""

    use_required_attribute = False  # our own sentences say what is missing, in the page's language

    def refuse(self, refusal: FieldsRefused) -> None:
        """Put each sentence at its field; what has no field goes on top."""
        for field, sentence in refusal.fields.items():
            self.add_error(field if field in self.fields else None, sentence)


class Secret(forms.CharField):
    """A PIN or password: never shown again, never trimmed."""

    def __init__(self, *, autocomplete: str, **kwargs: object) -> None:
        attributes = {"autocomplete": autocomplete, "autocapitalize": "off", "spellcheck": "false"}
        super().__init__(widget=forms.PasswordInput(attrs=attributes), strip=False, max_length=128, **kwargs)  # type: ignore[arg-type]  # handed on as they come


DIGITS = {
    "inputmode": "numeric"
}  # the keys of a telephone; no pattern: paste and the house's own words decide


class JoinForm(RefusableForm):
    """A name, one secret, and an e-mail for those who have one."""

    name = forms.CharField(
        label=_("What is your name?"),
        help_text=_("It will stand like this on your certificates."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    secret = Secret(
        label=_("Choose a PIN"),
        help_text=_("From 4 to 8 digits. You will use it on this device to come in."),
        autocomplete="new-password",
        required=False,
    )
    email = forms.CharField(
        label=_("E-mail (you can leave this empty)"),
        help_text=_("Everything works without it."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, data: QueryDict | None = None, *, password: bool = False) -> None:
        super().__init__(data)
        secret = self.fields["secret"]
        if password:
            secret.label = _("Choose a password")
            secret.help_text = _("At least 10 characters. It works on any device.")
        else:
            secret.widget.attrs |= DIGITS


class SignInForm(RefusableForm):
    """A code and its secret. `pin`: this device knows the person, who comes in with digits."""

    code = forms.CharField(
        label=_("What is your code?"),
        help_text=_("The eight characters on your card, such as 7K3M-9QXT."),
        error_messages={"required": _("Write the code on your card.")},
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    secret = Secret(
        label=_("PIN, password or card secret"),
        error_messages={"required": _("Write your PIN, your password or the secret on your card.")},
        autocomplete="current-password",
    )

    def __init__(self, data: QueryDict | None = None, *, code: str = "", pin: bool = False) -> None:
        super().__init__(data, initial={"code": code})
        if pin:
            secret = self.fields["secret"]
            secret.label = _("Your PIN")
            secret.widget.attrs |= DIGITS
            secret.error_messages["required"] = _("Write your PIN: from 4 to 8 digits.")


class NewSecretForm(RefusableForm):
    """The secret in use, and the one to use from now on."""

    current = Secret(
        label=_("Your PIN, password or card secret of now"),
        error_messages={"required": _("Write your PIN, your password or the secret on your card.")},
        autocomplete="current-password",
    )
    secret = Secret(
        label=_("Your new PIN or password"),
        help_text=_(
            "A PIN has 4 to 8 digits and works on this device only. "
            "A password has at least 10 characters and works on any device."
        ),
        autocomplete="new-password",
        required=False,
    )


class ReissueForm(RefusableForm):
    """Why a card is replaced."""

    reason = forms.CharField(
        label=_("Why do you replace this card?"),
        help_text=_("It is kept with your name and the time. Example: “lost on the bus”."),
        required=False,
        max_length=400,
    )
