"""What a verifier hands in: a file, pasted text, or the code or link printed on a certificate."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _

from tequio.credentials.api import CODE_LENGTH, MOST_BYTES
from tequio.kit.ids import ALPHABET, normalise_code

_LIKE_A_CODE = re.compile(r"[0-9A-Za-z -]{1,30}")
_IN_LINK = re.compile(r"/(?:c|certificates)/([0-9A-Za-z-]+)/?\Z")


class VerifyForm(forms.Form):
    """One of the two is enough."""

    use_required_attribute = False  # our own sentences say what is missing, in the page's language

    file = forms.FileField(
        label=_("The file"),
        help_text=_("The PDF, picture (PNG or SVG) or JSON file, exactly as it was downloaded."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(
            attrs={"accept": ".json,.pdf,.png,.svg,application/json,application/pdf,image/*"}
        ),
    )
    text = forms.CharField(
        label=_("Or its text, code or link"),
        help_text=_("Paste the JSON, or write the code or the short link printed on the certificate."),
        required=False,
        widget=forms.Textarea(
            attrs={"rows": 4, "autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"}
        ),
    )

    def handed_in(self) -> bytes:
        """The bytes to check; empty when nothing was handed in."""
        file = self.cleaned_data.get("file")
        if file is not None:
            return bytes(file.read(MOST_BYTES + 1))
        return str(self.cleaned_data.get("text", "")).strip().encode()

    def code(self) -> str:
        """The public code that was written or that a link of this kind carries; empty when it is neither."""
        text = str(self.cleaned_data.get("text", "")).strip()
        found = _IN_LINK.search(_path(text)) if "/" in text and len(text) < 300 else None
        code = normalise_code(found[1] if found else text[:40])
        return code if len(code) == CODE_LENGTH and set(code) <= set(ALPHABET) else ""

    def miswritten(self) -> bool:
        """Whether only a text was handed in that looks like a code, but has too many or too few characters."""
        text = str(self.cleaned_data.get("text", "")).strip()
        return self.cleaned_data.get("file") is None and _LIKE_A_CODE.fullmatch(text) is not None


def _path(link: str) -> str:
    """The path of a link; empty when it only looks like one, as `http://[x` does."""
    try:
        return urlsplit(link).path
    except ValueError:
        return ""
