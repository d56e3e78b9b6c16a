"""The pages about issuers elsewhere: whom the hub believes, what a registry would change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from tequio.credentials.vouching.api import TYPED, Become
from tequio.kit.words import say
from tequio.web import diffing
from tequio.web.saying import day, moment
from tequio.web.vouchings import VouchingLine, vouching_line
from tequio_standards.vc import KeyState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tequio.credentials.vouching.api import BelievedIssuer, Change, IntakeInfo, Plan, VouchingInfo
    from tequio.web.operate.trust_forms import ConfirmForm, RegistryForm, RemoveForm
    from tequio_standards.badges import IssuerInfo
    from tequio_standards.vc import KeyPeriod


@dataclass(frozen=True, slots=True)
class IssuerLine:
    """An issuer elsewhere that is believed."""

    did: str
    name: str
    demo: bool
    said: str
    remove_href: str


@dataclass(frozen=True, slots=True)
class IntakeLine:
    """A registry that was taken in."""

    name: str
    said: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustingPage:
    """Everybody from elsewhere, what was taken in, and whom this hub accredited."""

    template: ClassVar[str] = "operate/trusting.html"
    form: RegistryForm
    issuers: Sequence[IssuerLine]
    intakes: Sequence[IntakeLine]
    accreditations: Sequence[VouchingLine]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """What would become of one issuer. `rows` is for the part of two versions; empty where nothing changes."""

    did: str
    name: str
    tone: str
    icon: str
    word: str
    warning: str
    rows: Sequence[diffing.Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustReportPage:
    """What taking a registry in would change. `first`: nothing was ever taken from who signed it."""

    template: ClassVar[str] = "operate/trusting_report.html"
    name: str
    facts: Sequence[tuple[str, str]]
    first: bool
    changes: Sequence[ChangeLine]
    form: ConfirmForm
    here: str


@dataclass(frozen=True, slots=True)
class RemovePage:
    """One issuer, and why it is believed no longer."""

    template: ClassVar[str] = "operate/trusting_remove.html"
    issuer: IssuerLine
    form: RemoveForm


def trusting_page(
    form: RegistryForm,
    *,
    believed: Sequence[BelievedIssuer],
    intakes: Sequence[IntakeInfo],
    accreditations: Sequence[VouchingInfo],
    now: datetime,
    language: str,
) -> TrustingPage:
    return TrustingPage(
        form=form,
        issuers=[issuer_line(one, language) for one in believed],
        intakes=[_intake_line(one) for one in intakes],
        accreditations=[vouching_line(one, now) for one in accreditations],
    )


def issuer_line(one: BelievedIssuer, language: str) -> IssuerLine:
    values = {"name": one.by_name, "day": day(one.at)}
    return IssuerLine(
        did=one.did,
        name=say(one.names, language),
        demo=one.demo,
        said=_("Taken in by %(name)s on %(day)s.") % values,
        remove_href=f"{reverse('trusting_remove')}?{urlencode({'did': one.did})}",
    )


def report_page(plan: Plan, form: ConfirmForm, token: str, language: str) -> TrustReportPage:
    kinds = {change.did: change.become for change in plan.changes}
    hidden = frozenset(change.new_key for change in plan.to_confirm)
    return TrustReportPage(
        name=plan.name or plan.signer,
        facts=(
            (_("Signed by"), plan.signer),
            (_("Made on"), moment(plan.as_of)),
            (_("Issuers"), str(len(plan.changes))),
            (_("Accreditations"), str(plan.accreditations)),
            ("SHA-256", plan.digest),
        ),
        first=kinds.get(plan.signer) is Become.NEW,
        changes=[_change_line(change, language, hidden) for change in plan.changes],
        form=form,
        here=reverse("trusting_report", args=[token]),
    )


def _intake_line(one: IntakeInfo) -> IntakeLine:
    values = {"name": one.by_name, "day": day(one.at)}
    return IntakeLine(one.name or one.signer, _("Taken in by %(name)s on %(day)s.") % values, one.digest[:16])


def _change_line(change: Change, language: str, hidden: frozenset[str]) -> ChangeLine:
    tone, icon, word = _words(change.become)
    info = change.after or change.before
    before, after = (_told(one, language, hidden) for one in (change.before, change.after))
    same = change.become in (Become.SAME, Become.OURS, Become.GONE)
    return ChangeLine(
        did=change.did,
        name=say(info.names, language) if info else "",
        tone=tone,
        icon=icon,
        word=word,
        warning=_warning(change),
        rows=() if same else diffing.compare(before, after),
    )


def _words(become: Become) -> tuple[str, str, str]:
    match become:
        case Become.KEYS:
            return "bad", "wrong", _("Its keys changed")
        case Become.NEW:
            return "note", "plus", _("New")
        case Become.WORDS:
            return "note", "change", _("Its name or address changed")
        case Become.CLOSED:
            return "good", "right", _("A key was closed")
        case Become.GONE:
            return "note", "minus", _("No longer listed there")
        case Become.OURS:
            return "good", "right", _("Ours, and left as it is")
        case Become.SAME:
            return "good", "right", _("As it was")


def _warning(change: Change) -> str:
    if change.become is Become.KEYS:
        return _(
            "Somebody may have taken over its name. The end of the new key is not shown: its people tell you."
        )
    if change.same_name_as:
        return _("%(did)s has this very name already. Ask both who is who.") % {"did": change.same_name_as}
    if change.become is Become.GONE:
        return _("The hub still believes it. Take it off the list if you want.")
    return ""


def _told(info: IssuerInfo | None, language: str, hidden: frozenset[str]) -> str:
    """An issuer as paragraphs; the end of a key that has to be typed stays away, whoever lists it."""
    if info is None:
        return ""
    demo = _("DEMO: certifies nothing") if info.demo else ""
    keys = (_key(key, hidden=key.multibase in hidden) for key in info.keys)
    said = (say(info.names, language), info.country, info.url, demo, *keys)
    return "\n\n".join(text for text in said if text)


def _key(key: KeyPeriod, *, hidden: bool) -> str:
    name = key.multibase[:-TYPED] + "…" if hidden else key.multibase
    begun, ended = day(key.valid_from) or "…", day(key.valid_until) or "…"
    return f"{name} · {_state(key.state)} · {begun} – {ended}"


def _state(state: KeyState) -> str:
    match state:
        case KeyState.NEXT:
            return _("for later")
        case KeyState.ACTIVE:
            return _("in use")
        case KeyState.RETIRED:
            return _("retired")
        case KeyState.COMPROMISED:
            return _("disowned")
