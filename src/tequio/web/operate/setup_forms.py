"""What a new hub is asked: one form, one question."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from django import forms
from django.conf import settings
from django.core.validators import RegexValidator
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tequio.people.values import ORGANISATION_KEY
from tequio.web.operate.places import countries, zones
from tequio.web.operate.role_forms import Radios
from tequio.web.people_forms import RefusableForm, Secret

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import QueryDict

    Answers = Mapping[str, str]


SHORT = 16


class Question(RefusableForm):
    """One question, and the answers before it, on which its choices may depend."""

    def __init__(self, data: QueryDict | None, before: Answers) -> None:
        super().__init__(data, initial=dict(before))
        self.before = before


class NameQuestion(Question):
    name = forms.CharField(
        label=_("What is your organisation called?"),
        help_text=_("It stands like this on every page and on the certificates."),
        max_length=200,
        error_messages={"required": _("Write the name of your organisation.")},
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )


class KeyQuestion(Question):
    key = forms.CharField(
        label=_("A short name for addresses"),
        help_text=_(
            "Small letters, digits and hyphens, such as “unam”. It stands in the signature of every "
            "certificate, so it never changes."
        ),
        max_length=40,
        validators=[
            RegexValidator(
                rf"^{ORGANISATION_KEY.pattern}\Z",
                _("Use small letters a to z, digits and hyphens only, such as “unam”."),
            )
        ],
        error_messages={"required": _("Write a short name, such as “unam”.")},
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )

    def __init__(self, data: QueryDict | None, before: Answers) -> None:
        super().__init__(data, {"key": _short(before.get("name", "")), **before})


def _short(name: str) -> str:
    """The name as it would stand in an address, or the first letters of its long words."""
    whole = slugify(unicodedata.normalize("NFKD", name))
    if len(whole) <= SHORT:
        return whole
    return "".join(word[0] for word in whole.split("-") if len(word) > 3)[:SHORT]


class CountryQuestion(Question):
    country = forms.ChoiceField(
        label=_("In which country?"),
        choices=lambda: countries(get_language() or settings.LANGUAGE_CODE),
        error_messages={"invalid_choice": _("Choose a country from the list.")},
    )

    def __init__(self, data: QueryDict | None, before: Answers) -> None:
        super().__init__(data, {"country": "MX", **before})


class ZoneQuestion(Question):
    zone = forms.ChoiceField(
        label=_("Whose clock do you follow?"),
        help_text=_("Deadlines are shown by the clock of this city."),
        error_messages={"invalid_choice": _("Choose a city from the list.")},
    )

    def __init__(self, data: QueryDict | None, before: Answers) -> None:
        super().__init__(data, before)
        language = get_language() or settings.LANGUAGE_CODE
        self.fields["zone"].choices = zones(before["country"], language)  # type: ignore[attr-defined]  # a ChoiceField


class LanguageQuestion(Question):
    language = forms.ChoiceField(
        label=_("In which language does the hub greet people?"),
        help_text=_("Everybody can change it for themselves, on every page."),
        choices=settings.LANGUAGES,
        widget=Radios,
        error_messages={"required": _("Choose a language."), "invalid_choice": _("Choose a language.")},
    )

    def __init__(self, data: QueryDict | None, before: Answers) -> None:
        super().__init__(data, {"language": get_language() or settings.LANGUAGE_CODE, **before})


class OperatorQuestion(Question):
    operator = forms.CharField(
        label=_("What is your name?"),
        help_text=_("You become the first operator: you give roles, bring in courses, keep the hub running."),
        max_length=200,
        error_messages={"required": _("Write your name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


QUESTIONS: Mapping[str, type[Question]] = {
    "name": NameQuestion,
    "key": KeyQuestion,
    "country": CountryQuestion,
    "zone": ZoneQuestion,
    "language": LanguageQuestion,
    "operator": OperatorQuestion,
}


class PasswordForm(RefusableForm):
    """The last one: with it the hub is made."""

    secret = Secret(
        label=_("Choose a password"),
        help_text=_("At least 10 characters. Three words that do not belong together are a good one."),
        autocomplete="new-password",
        min_length=10,
        error_messages={
            "required": _("Choose a password of at least 10 characters."),
            "min_length": _("This is too short. Choose a password of at least 10 characters."),
        },
    )
