"""Checking a credential, or the code printed on one, with a bundle and nothing else."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from tequio_standards.badges.bundle.values import Bundle
from tequio_standards.badges.checking import check_credential, unreadable
from tequio_standards.badges.compact import unpack
from tequio_standards.badges.paper_code import MOST_LETTERS, PREFIX, read_paper_code
from tequio_standards.badges.report import Check, Outcome, Report, State
from tequio_standards.badges.template import template_from_bytes
from tequio_standards.badges.template_signing import render
from tequio_standards.badges.wording import say
from tequio_standards.strict import StrictError
from tequio_standards.vc import CredentialError, key_method, moment_text

_MOST_CODE: Final = MOST_LETTERS + 500  # with the address in front
_NOT_AT_HAND: Final = frozenset({"template_unknown", "key_not_available"})


def check_with_bundle(data: bytes, *, bundle: Bundle, at: datetime) -> Report:
    """As `check_credential`; `data` may also be the code of a paper. Past its time the bundle vouches for nothing."""
    try:
        text = rebuild(data, bundle) if _is_code(data) else data
    except (CredentialError, StrictError) as refused:
        return _not_rebuilt(refused.code, refused.message, at)
    report = check_credential(text, trust=bundle.trust, at=at)
    return _aged(report, bundle, at) if bundle.stale_after < at else report


def rebuild(data: bytes, bundle: Bundle) -> bytes:
    """The signed credential behind the code of a paper, byte for byte; CredentialError when it cannot be had."""
    packed = read_paper_code(data.decode("ascii"))
    bundled = bundle.template(packed[1:9])
    if bundled is None:
        raise CredentialError("template_unknown", "The template of this certificate is not in the bundle.")
    template = template_from_bytes(bundled.body.encode("utf-8"))
    methods = [
        key_method(did, key.multibase) for did, info in bundle.trust.issuers.items() for key in info.keys
    ]
    return render(template, unpack(packed, templates={bundled.tag: template}, methods=methods))


def _not_rebuilt(code: str, message: str, at: datetime) -> Report:
    """A certificate that is newer than the bundle, or another hub's, is not a bad one."""
    report = unreadable(code, message, at)
    if code not in _NOT_AT_HAND:
        return report
    unknown = {"proof": say("proof", State.UNKNOWN, code, at), "form": say("form", State.OK, "code_ok", at)}
    checks = tuple(unknown.get(each.name, each) for each in report.checks)
    return replace(report, outcome=Outcome.UNKNOWN, checks=checks)


def _is_code(data: bytes) -> bool:
    text = data.strip()
    return len(text) <= _MOST_CODE and text.isascii() and PREFIX.encode() in text and b"{" not in text


def _aged(report: Report, bundle: Bundle, at: datetime) -> Report:
    """What was found bad stays bad; what was found good is no longer sure."""
    unsure = report.check("status").code == "status_stale"
    if report.outcome is not Outcome.OK and not unsure:
        return report
    stale = say("status", State.STALE, "bundle_stale", at, as_of=moment_text(bundle.as_of))
    checks: tuple[Check, ...] = tuple(stale if each.name == "status" else each for each in report.checks)
    outcome = Outcome.UNKNOWN if report.outcome is Outcome.OK else report.outcome
    return replace(report, outcome=outcome, checks=checks)
