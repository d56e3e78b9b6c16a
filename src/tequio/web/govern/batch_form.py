"""A file of results and the course that it is about."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class BatchForm(forms.Form):
    """What `credentials.batches.make_about` takes, and the file."""

    use_required_attribute = False  # our own sentences say what is missing, in the page's language

    file = forms.FileField(
        label=_("The file of results (CSV)"),
        help_text=_(
            "The first line names the columns: name, finished (such as 2026-03-31). "
            "If you like also: score, of, language."
        ),
        error_messages={"required": _("Choose the file."), "empty": _("This file is empty.")},
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv"}),
    )
    platform = forms.CharField(
        label=_("Where do the results come from?"),
        help_text=_("The name of the platform. It stands on every certificate."),
        error_messages={"required": _("Name the platform that the results come from.")},
        max_length=200,
    )
    title = forms.CharField(
        label=_("Title of the course"),
        error_messages={"required": _("Write the title of the course.")},
        max_length=200,
    )
    summary = forms.CharField(
        label=_("What is the course?"),
        help_text=_("One or two sentences."),
        error_messages={"required": _("Say in a sentence or two what the course is.")},
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    outcomes = forms.CharField(
        label=_("What can people do afterwards?"),
        help_text=_("One outcome a line."),
        error_messages={"required": _("Write each outcome as a line of text.")},
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    hours = forms.CharField(
        label=_("Hours of learning"),
        error_messages={"required": _("Say how many hours of learning the course takes, such as 20 or 1.5.")},
        max_length=8,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    language = forms.ChoiceField(label=_("Language of the certificates"), choices=settings.LANGUAGES)

    def about(self) -> dict[str, Any]:  # as `make_about` takes it
        """The course, as it was described."""
        said = {
            name: self.cleaned_data[name] for name in ("platform", "title", "summary", "outcomes", "hours")
        }
        return {**said, "languages": [self.cleaned_data["language"]]}
