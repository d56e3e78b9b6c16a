"""The file that somebody brings."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class ImportForm(forms.Form):
    """One archive."""

    use_required_attribute = False  # our own sentences say what is missing, in the page's language

    file = forms.FileField(
        label=_("The export of a course"),
        help_text=_("An Open edX export (.tar.gz). Nothing is written before you have seen the report."),
        error_messages={
            "required": _("Choose the file of a course."),
            "empty": _("This file is empty. Export the course again."),
        },
        widget=forms.FileInput(attrs={"accept": ".gz,.tgz,.tar,.zip,.imscc,.mbz"}),
    )
