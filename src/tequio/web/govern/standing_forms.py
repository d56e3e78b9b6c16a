"""What the officer writes when a certificate is paused, given back, or says a name wrongly."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    """Why; whoever checks the certificate may read it."""

    use_required_attribute = False  # our own sentences say what is missing, in the page's language

    reason = forms.CharField(
        label=_("Why?"),
        help_text=_(
            "Anyone who checks the certificate reads this, and so does the person. "
            "Write a whole sentence, and nothing private."
        ),
        error_messages={"required": _("Say why, in a sentence that the person concerned may read.")},
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CorrectForm(ReasonForm):
    """The name as it should be."""

    learner_name = forms.CharField(
        label=_("The right name"),
        help_text=_("Letter by letter, as the person's own document has it."),
        error_messages={"required": _("Write the name as it should stand on the certificate.")},
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    field_order = ("learner_name", "reason")
