"""The one sentence of an answer, verdict by verdict, and its word. A hiring manager reads it in five seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tequio.credentials.values import Level

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from tequio.credentials.values import Verdict
    from tequio.web.verify.pages.told import Told

WORDS: dict[str, _StrPromise] = {
    "genuine": gettext_lazy("Valid"),
    "genuine_demo": gettext_lazy("DEMO: only an example"),
    "revoked": gettext_lazy("Taken back"),
    "revoked_later": gettext_lazy("Taken back since"),
    "suspended": gettext_lazy("Suspended"),
    "expired": gettext_lazy("Expired"),
    "not_yet_valid": gettext_lazy("Not valid yet"),
    "tampered": gettext_lazy("Changed afterwards"),
    "unsigned": gettext_lazy("Not signed"),
    "impostor": gettext_lazy("Forged"),
    "unreadable": gettext_lazy("Not readable"),
    "name_differs": gettext_lazy("Name differs"),
    "issuer_unknown": gettext_lazy("Unknown issuer"),
    "status_unknown": gettext_lazy("Not sure"),
    "status_stale": gettext_lazy("Not sure"),
    "not_sure": gettext_lazy("Not sure"),
}

PLAIN: dict[str, _StrPromise] = {
    "tampered": gettext_lazy("Something in it was changed: this is not what the issuer signed."),
    "unsigned": gettext_lazy("Nobody signed this, so it proves nothing."),
    "impostor": gettext_lazy("Somebody else signed this in the issuer's name."),
    "unreadable": gettext_lazy("There is no certificate here that can be read."),
    "name_differs": gettext_lazy("This certificate is not in the name you wrote."),
    "issuer_unknown": gettext_lazy("Nobody here knows who issued this. It may be real or not."),
    "suspended": gettext_lazy("The issuer does not stand by this certificate at the moment."),
    "not_yet_valid": gettext_lazy("This certificate begins on a later day."),
}


def sentence(verdict: Verdict, told: Told | None) -> str:
    """With what was signed where that is known; else in general."""
    if told is not None and told.name and verdict.code in ("genuine", "genuine_demo"):
        return f"{_can(told)} {_still(verdict.code)}"
    if verdict.code == "revoked":
        return _revoked(told)
    if verdict.code == "expired" and told is not None and told.ends:
        return _("It was genuine, but its time ended on %(date)s.") % {"date": told.ends}
    return str(PLAIN.get(verdict.code, verdict.sentence))


def _can(told: Told) -> str:
    said = {"name": told.name, "title": told.title, "issuer": told.issuer, "date": told.issued}
    if told.level is Level.L0:
        return _("%(name)s took part in this: %(title)s. Issued by %(issuer)s on %(date)s.") % said
    if told.level is None:
        return _("%(name)s earned this: %(title)s. Issued by %(issuer)s on %(date)s.") % said
    return _("%(name)s can do this: %(title)s. Issued by %(issuer)s on %(date)s.") % said


def _still(code: str) -> str:
    if code == "genuine_demo":
        return _("Nothing was changed. But it is an example, and it certifies nothing.")
    return _("Nothing was changed and it is valid today.")


def _revoked(told: Told | None) -> str:
    if told is None or not told.revoked:
        return _("The issuer took this certificate back. It does not stand any more.")
    said = {"issuer": told.issuer, "date": told.revoked}
    return _("%(issuer)s took this certificate back on %(date)s. It does not stand any more.") % said
