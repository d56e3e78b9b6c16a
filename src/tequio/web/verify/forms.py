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
    """One of code, file and text is enough; a name to compare with may come along."""

    use_required_attribute = False  # our own sentences say what is missing, in the page's language

    code = forms.CharField(
        label=_("The code or the short link"),
        help_text=_("It is printed on the certificate: 12 letters and numbers."),
        required=False,
        max_length=300,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}
        ),
    )
    file = forms.FileField(
        label=_("Or the file"),
        help_text=_("The PDF, picture (PNG or SVG) or JSON file, exactly as it was downloaded."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(
            attrs={"accept": ".json,.pdf,.png,.svg,application/json,application/pdf,image/*"}
        ),
    )
    text = forms.CharField(
        label=_("Or its text"),
        help_text=_("Paste all of the signed document (JSON)."),
        required=False,
        widget=forms.Textarea(
            attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"}
        ),
    )
    name = forms.CharField(
        label=_("Name on the person's document (optional)"),
        help_text=_(
            "We say whether the certificate has the same name. Capitals, accents and order do not matter."
        ),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def handed_in(self) -> bytes:
        """The bytes to check; empty when nothing was handed in."""
        file = self.cleaned_data.get("file")
        if file is not None:
            return bytes(file.read(MOST_BYTES + 1))
        return str(self.cleaned_data.get("text", "")).strip().encode()

    def public_code(self) -> str:
        """The public code that was written or that a link of this kind carries; empty when it is neither."""
        text = self._short_text()
        found = _IN_LINK.search(_path(text)) if "/" in text and len(text) < 300 else None
        code = normalise_code(found[1] if found else text[:40])
        return code if len(code) == CODE_LENGTH and set(code) <= set(ALPHABET) else ""

    def miswritten(self) -> str:
        """The field that holds something like a code, but with too many or too few characters; else empty."""
        if self.cleaned_data.get("code"):
            return "code"
        only_text = self.cleaned_data.get("file") is None and _LIKE_A_CODE.fullmatch(self._short_text())
        return "text" if only_text else ""

    def code_field(self) -> str:
        """Where the code was written."""
        return "code" if self.cleaned_data.get("code") else "text"

    def name_on_document(self) -> str:
        """As it was written; empty when nobody asked."""
        return str(self.cleaned_data.get("name", ""))

    def _short_text(self) -> str:
        return str(self.cleaned_data.get("code") or self.cleaned_data.get("text", "")).strip()


class OfflineForm(forms.Form):
    """What the offline page's script takes; it is never sent."""

    use_required_attribute = False

    picture = forms.FileField(
        label=_("A photo of the code"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )
    text = forms.CharField(
        label=_("Or the text of the code"),
        help_text=_("As another scanner shows it: an address with #T1 in it."),
        required=False,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}
        ),
    )


def _path(link: str) -> str:
    """The path of a link; empty when it only looks like one, as `http://[x` does."""
    try:
        return urlsplit(link).path
    except ValueError:
        return ""
