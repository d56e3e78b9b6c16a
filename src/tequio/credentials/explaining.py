"""From a report to words in the language now active, code by code."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext

from tequio.credentials.advice import VERDICTS, verdict_code
from tequio.credentials.check_words import CODES, NAMES, STATES
from tequio.credentials.elements import elements_of
from tequio.credentials.moments import moment_words
from tequio.credentials.name_match import NameMatch, compare_names
from tequio.credentials.name_words import LABEL, NAMED
from tequio.credentials.values import CheckShown, Level, SignedFacts, Verdict
from tequio.credentials.words import level_means, level_words
from tequio_standards import vc
from tequio_standards.badges import State
from tequio_standards.badges.sentences import SENTENCES

if TYPE_CHECKING:
    from datetime import datetime

    from tequio_standards.badges import Check, Report

NAME_DIFFERS = "name_differs"
_MOMENTS = frozenset({"as_of", "stood_on", "valid_from", "valid_until"})


def explain(report: Report, *, now: datetime, name: str = "") -> Verdict:
    """The report as one plain sentence, what to do, and every check with its meaning; never one boolean.

    `name`: as the person's own document writes it. When it is another one, the answer says that and no more.
    """
    code = verdict_code(report)
    advice = VERDICTS[code]
    verdict = Verdict(
        code=code,
        tone=advice.tone,
        sentence=gettext(advice.says),
        do=_said(advice.do, {}),
        checks=tuple(check_shown(check) for check in report.checks),
        facts=_facts(report.document) if report.document else None,
        demo=report.demonstration,
        checked_at=now,
        elements=elements_of(report.document, now) if report.document else (),
    )
    return _named(verdict, verdict.facts, name) if name.strip() and verdict.facts else verdict


def _named(verdict: Verdict, facts: SignedFacts, name: str) -> Verdict:
    match = compare_names(facts.learner_name, name)
    checked = replace(verdict, checks=(*verdict.checks, _name_check(match)))
    if match is not NameMatch.DIFFERS:
        return checked
    silent = replace(checked, facts=None, elements=())
    if verdict.tone == "bad":
        return silent
    advice = VERDICTS[NAME_DIFFERS]
    return replace(
        silent, code=NAME_DIFFERS, tone=advice.tone, sentence=gettext(advice.says), do=_said(advice.do, {})
    )


def _name_check(match: NameMatch) -> CheckShown:
    state, advice = NAMED[match]
    answer = STATES[state]
    return CheckShown(
        name=gettext(LABEL),
        state=str(state),
        state_word=gettext(answer.says),
        tone=answer.tone,
        code=f"name_{match}",
        sentence=gettext(advice.says),
        do=_said(advice.do, {}),
        detail="",
    )


def check_shown(check: Check) -> CheckShown:
    """One check in words."""
    advice, answer = CODES[check.code], STATES[check.state]
    args = {name: _arg(name, value) for name, value in check.args.items()}
    return CheckShown(
        name=gettext(NAMES[check.name]),
        state=str(check.state),
        state_word=gettext(answer.says),
        tone=answer.tone,
        code=check.code,
        sentence=_said(advice.says, args),
        do=_said(advice.do, args) if check.state is not State.OK else "",
        detail=check.args.get("detail", "") if "{detail}" in SENTENCES[check.code] else "",
    )


def _said(text: str, args: dict[str, str]) -> str:
    return (
        gettext(text).format(**args) if text else ""
    )  # gettext("") would answer with the catalogue's header


def _arg(name: str, value: str) -> str:
    moment = parse_datetime(value) if name in _MOMENTS else None
    return moment_words(moment) if moment else value


def _facts(document: dict[str, Any]) -> SignedFacts:  # a credential is JSON that others extend
    subject, issuer = document["credentialSubject"], document["issuer"]
    subject = subject[0] if isinstance(subject, list) else subject
    achievement = subject.get("achievement")
    return SignedFacts(
        id=_text(document.get("id")),
        title=_text(document.get("name")) or _text(_get(achievement, "name")),
        learner_name=_text(subject.get("name")),
        issuer_name=_text(_get(issuer, "name")),
        issuer_did=vc.issuer_of(document),
        level=(level := _level(document)),
        level_words=level_words(level) if level else "",
        level_means=level_means(level) if level else "",
        outcomes=_outcomes(achievement),
        valid_from=vc.moment(document["validFrom"]),
        valid_until=vc.moment(document["validUntil"]) if "validUntil" in document else None,
        achievement=_text(_get(achievement, "name")),
    )


def _level(document: dict[str, Any]) -> Level | None:  # a credential is JSON that others extend
    said = _text(_get(document.get("assurance"), "level"))
    return Level(said) if said in list(Level) else None


def _outcomes(achievement: object) -> tuple[str, ...]:
    described = _get(achievement, "resultDescription")
    rows = described if isinstance(described, list) else [described]
    return tuple(_text(_get(row, "name")) for row in rows if "#result-outcome-" in _text(_get(row, "id")))


def _get(node: object, name: str) -> object:
    return node.get(name) if isinstance(node, dict) else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
