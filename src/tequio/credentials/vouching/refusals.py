"""Why a registry is not taken, each with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from tequio.kit.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrPromise

SENTENCES: Mapping[str, _StrPromise] = {
    "unreadable": _(
        "This is not a registry of issuers. Ask the hub for the file at its address /registry.json."
    ),
    "too_large": _("This registry is larger than any that is read here. Ask the hub for a smaller one."),
    "unsigned": _(
        "Nobody signed this registry, so nobody answers for it. Ask for the one at /registry.json."
    ),
    "changed": _("This registry was changed after it was signed. Ask the hub for it again."),
    "wrong_signature": _(
        "The signature of this registry is not good: its key was not in use, or was disowned."
    ),
    "signer_not_listed": _("Who signed this registry does not stand in it, so its key cannot be known."),
    "signed_by_another": _("Somebody else's key signed this registry in its issuer's name. Tell the issuer."),
    "from_the_future": _("This registry is dated later than now. Look at the clock of this machine."),
    "older": _("A newer registry of this hub was taken in before. Ask for the newest one."),
    "speaks_for_us": _(
        "This registry gives other keys to an issuer of this hub (%(did)s). Nothing was taken."
    ),
    "demo_stripped": _("This registry calls a demo's issuer a real one (%(did)s). Nothing was taken."),
    "false_did_key": _("This registry gives a key to %(did)s that is not its own. Nothing was taken."),
    "not_confirmed": _(
        "The keys of %(did)s changed. Ask its people for the end of the new key and write it."
    ),
    "no_reason": _("Say why, in a sentence that others may read later."),
    "not_believed": _("This issuer is not on the list, so there is nothing to remove."),
}


class RegistryRefused(Refused):
    """A registry cannot be taken like this; `reason` is one of `SENTENCES`, `did` whom it is about."""

    code = "registry_refused"

    def __init__(self, reason: str, did: str = "") -> None:
        super().__init__(str(SENTENCES[reason]) % {"did": did} if did else str(SENTENCES[reason]))
        self.reason, self.did = reason, did
