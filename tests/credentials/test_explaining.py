"""Reports in words: every outcome has its own verdict, and the document describes every code."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import translation

from tequio.credentials import api, keyfiles
from tequio.credentials.advice import VERDICTS, verdict_code
from tequio.credentials.check_words import CODES, NAMES, STATES
from tequio.credentials.models import IssuerKey
from tequio_standards import vc
from tequio_standards.badges import Check, Outcome, Report, State
from tequio_standards.badges.checking import NAMES as CHECKS
from tests.credentials.samples import NOON

DOC = Path(__file__).resolve().parents[2] / "docs" / "verifying.md"


def report(outcome: Outcome, *codes: str, demonstration: bool = False) -> Report:
    checks = tuple(Check("proof", State.OK, code, code) for code in codes)
    return Report(outcome, checks, demonstration=demonstration)


@pytest.mark.parametrize(
    ("outcome", "codes", "verdict"),
    [
        (Outcome.OK, (), "genuine"),
        (Outcome.FAILED, ("revoked", "expired"), "revoked"),
        (Outcome.FAILED, ("suspended",), "suspended"),
        (Outcome.FAILED, ("expired",), "expired"),
        (Outcome.FAILED, ("not_yet_valid",), "not_yet_valid"),
        (Outcome.FAILED, ("proof_invalid",), "tampered"),
        (Outcome.FAILED, ("unsigned_data",), "tampered"),
        (Outcome.FAILED, ("issuer_binding", "expired"), "impostor"),
        (Outcome.FAILED, ("key_not_listed",), "impostor"),
        (Outcome.FAILED, ("no_proof",), "unsigned"),
        (Outcome.UNREADABLE, ("malformed",), "unreadable"),
        (Outcome.UNKNOWN, ("issuer_unknown", "status_not_available"), "issuer_unknown"),
        (Outcome.UNKNOWN, ("key_not_available",), "issuer_unknown"),
        (Outcome.UNKNOWN, ("status_not_available",), "status_unknown"),
        (Outcome.UNKNOWN, ("status_stale",), "status_stale"),
        (Outcome.UNKNOWN, ("cryptosuite_unknown",), "not_sure"),
    ],
)
def test_each_outcome_has_its_own_verdict(outcome, codes, verdict):
    assert verdict_code(report(outcome, *codes)) == verdict


def test_a_demo_is_never_simply_genuine():
    assert verdict_code(report(Outcome.OK, demonstration=True)) == "genuine_demo"


def test_only_one_verdict_is_good():
    assert [code for code, advice in VERDICTS.items() if advice.tone == "good"] == ["genuine"]


def test_every_bad_verdict_and_every_failed_check_says_what_to_do():
    assert all(advice.do for advice in VERDICTS.values() if advice.tone != "good")


def test_every_check_and_every_state_has_a_word():
    assert set(NAMES) == {*CHECKS, "accreditation"}
    assert set(STATES) == set(State)


def test_every_code_and_verdict_is_documented():
    text = DOC.read_text("utf-8")

    for table in (VERDICTS, CODES):
        for code, advice in table.items():
            assert f"| `{code}` | {advice.says} | {advice.do} |" in text, code


@pytest.mark.django_db
def test_an_expired_one_is_expired_and_still_genuine(earned):
    document = json.loads(api.document(earned.id))
    del document["proof"]
    document["validUntil"] = vc.moment_text(NOON + timedelta(hours=1))
    key = IssuerKey.objects.get()
    signed = vc.sign(
        document, key=keyfiles.signer(key.uuid), verification_method=key.verification_method, created=NOON
    )
    now = NOON + timedelta(hours=2)

    verdict = api.explain(api.verify(json.dumps(signed).encode(), now=now), now=now)
    assert verdict.code == "expired"
    assert verdict.facts.learner_name == earned.learner_name


@pytest.mark.django_db
def test_moments_are_said_in_the_readers_language(earned):
    with translation.override("es"):
        verdict = api.explain(api.verify(api.document(earned.id), now=NOON), now=NOON)

    assert "23 de noviembre de 2026" in next(c.sentence for c in verdict.checks if c.code == "status_good")
