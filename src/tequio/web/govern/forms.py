"""What the officer writes: why a certificate is taken back."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class RevokeForm(forms.Form):
    """The reason, and a word that this is meant."""

    use_required_attribute = False  # our own sentences say what is missing, in the page's language

    reason = forms.CharField(
        label=_("Why do you revoke it?"),
        help_text=_(
            "Anyone who checks the certificate reads this, and so does the person. "
            "Write a whole sentence, and nothing private."
        ),
        error_messages={"required": _("Say why, in a sentence that the person concerned may read.")},
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    sure = forms.BooleanField(
        label=_("I have checked that this is the right certificate, and that it has to be revoked for good."),
        error_messages={"required": _("Tick the box when you are sure. Revoking cannot be undone.")},
    )
