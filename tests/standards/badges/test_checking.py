"""The report of a genuine credential: dates, status, issuer, and what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tequio_standards.badges import (
    CachedStatusList,
    IssuerInfo,
    Outcome,
    State,
    Trust,
    build_endorsement,
    check_credential,
)
from tequio_standards.badges.checking import NAMES
from tequio_standards.badges.sentences import SENTENCES
from tequio_standards.badges.spec import EndorsementCredentialSpec, StatusSpec
from tequio_standards.vc import KeyPeriod, KeyState, did_key, did_key_method
from tequio_standards.vc.status import Bits, build_status_list
from tests.standards.badges.world import (
    DID,
    INDEX,
    LIST_URL,
    NOBODYS,
    NOW,
    OTHER_DID,
    OURS,
    SPEC,
    THEIRS,
    signed,
    status_list,
    to_bytes,
    trust,
    world,
)

WORLD = world()
SILENT = {"schema": "schema_not_checked", "log": "log_not_needed", "holder": "holder_not_proved"}


def _report(document=WORLD.document, known: Trust = WORLD.trust, at=NOW):
    return check_credential(to_bytes(document), trust=known, at=at)


def _status(data: bytes, fetched_at=NOW, at=NOW):
    known = replace(trust(), status_lists={LIST_URL: CachedStatusList(data, fetched_at)})
    return _report(known=known, at=at)


def test_a_genuine_credential_passes_every_check():
    report = _report()
    assert [check.name for check in report.checks] == list(NAMES)
    assert {check.state for check in report.checks if check.name not in SILENT} == {State.OK}
    assert {name: report.check(name).code for name in SILENT} == SILENT
    assert not any(report.check(name).required for name in SILENT)
    assert (report.outcome, report.exit_code, report.document) == (Outcome.OK, 0, WORLD.document)
    assert all(check.checked_at == NOW for check in report.checks)


def test_every_check_has_a_sentence_filled_in():
    for check in _report().checks:
        assert check.message == SENTENCES[check.code].format(**check.args)
        assert "{" not in check.message


@pytest.mark.parametrize(
    ("at", "code", "exit_code"),
    [
        (NOW - timedelta(days=31), "signed_later", 1),
        (NOW - timedelta(days=30, minutes=4), "dates_ok", 0),
        (NOW + timedelta(days=299), "dates_ok", 3),
        (NOW + timedelta(days=301), "expired", 1),
    ],
)
def test_dates_are_judged_at_the_moment_asked_for(at, code, exit_code):
    report = _report(at=at)
    assert code in {check.code for check in report.checks}
    assert report.exit_code == exit_code


def test_a_credential_that_begins_later_is_not_valid_yet():
    early = world(valid_from=NOW + timedelta(days=1))
    assert _report(early.document).check("dates").code == "not_yet_valid"


def test_a_credential_that_ends_before_it_begins_is_refused():
    reversed_ = world(valid_until=NOW - timedelta(days=40))
    assert _report(reversed_.document).check("dates").code == "dates_reversed"


def test_an_expired_credential_is_still_shown():
    report = _report(at=NOW + timedelta(days=301))
    assert report.document == WORLD.document


@pytest.mark.parametrize(("purpose", "code"), [("revocation", "revoked"), ("suspension", "suspended")])
def test_a_raised_bit_takes_the_credential_back(purpose, code):
    taken = world(status=(StatusSpec(url=LIST_URL, index=INDEX, purpose=purpose),))
    known = trust(status=status_list(raised=(INDEX,), purpose=purpose))
    report = _report(taken.document, known)
    assert (report.check("status").code, report.exit_code) == (code, 1)
    assert report.document == taken.document


def test_somebody_elses_bit_does_not():
    assert _status(status_list(raised=(INDEX - 1, INDEX + 1))).check("status").state is State.OK


@pytest.mark.parametrize(
    "data",
    [
        status_list(key=NOBODYS),
        status_list(key=THEIRS, did=OTHER_DID),
        status_list(url=f"{LIST_URL}2"),
        status_list(purpose="suspension"),
        b"{}",
        b"[]",
        b"not JSON",
        to_bytes(
            signed(
                {
                    "@context": ["https://www.w3.org/ns/credentials/v2"],
                    "id": LIST_URL,
                    "type": ["VerifiableCredential"],
                    "issuer": DID,
                }
            )
        ),
    ],
    ids=[
        "foreign key",
        "other issuer",
        "other list",
        "other purpose",
        "no proof",
        "array",
        "text",
        "no list",
    ],
)
def test_a_list_that_is_not_the_issuers_own_is_not_used(data):
    report = _status(data)
    assert (report.check("status").code, report.exit_code) == ("status_untrusted", 3)


def test_an_index_beyond_the_list_is_not_a_no():
    far = world(status=(StatusSpec(url=LIST_URL, index=131_072),))
    assert _report(far.document).check("status").code == "status_untrusted"


def test_an_old_list_is_stale_but_a_revocation_in_it_still_counts():
    later = NOW + timedelta(days=8)
    assert _status(status_list(), at=later).check("status").state is State.STALE
    assert _status(status_list(raised=(INDEX,)), at=later).check("status").code == "revoked"


def test_a_list_past_its_own_end_is_stale():
    ended = status_list(valid_from=NOW - timedelta(days=2), valid_until=NOW - timedelta(days=1))
    assert _status(ended).check("status").code == "status_stale"


def test_a_list_that_is_not_at_hand_is_not_checked_and_says_so():
    report = _report(known=replace(trust(), status_lists={}))
    assert (report.check("status").state, report.exit_code) == (State.NOT_CHECKED, 3)


def test_without_a_list_there_is_nothing_to_check():
    report = _report(world(status=()).document)
    assert (report.check("status").code, report.exit_code) == ("status_none", 0)


def test_status_kinds_of_others_are_unknown():
    document = {key: value for key, value in WORLD.document.items() if key != "proof"}
    document["credentialStatus"] = {"id": "https://x.example/r", "type": "1EdTechRevocationList"}
    assert _report(signed(document)).check("status").code == "status_kind_unknown"


def test_several_entries_count_by_the_worst():
    both = world(
        status=(
            StatusSpec(url=LIST_URL, index=INDEX + 1),
            StatusSpec(url=LIST_URL, index=INDEX),
        )
    )
    assert (
        _report(both.document, trust(status=status_list(raised=(INDEX,)))).check("status").code == "revoked"
    )


def test_an_unknown_did_web_issuer_cannot_be_checked_offline():
    report = _report(known=Trust())
    assert (report.exit_code, report.document) == (3, None)
    assert report.check("issuer_known").args["issuer"] == DID


def test_an_unknown_did_key_issuer_has_a_good_signature_and_no_name():
    issuer = replace(SPEC.issuer, id=did_key(NOBODYS.public))
    stranger = world(issuer=issuer, status=()).document
    document = {key: value for key, value in stranger.items() if key != "proof"}
    report = _report(signed(document, NOBODYS, verification_method=did_key_method(NOBODYS.public)))
    assert report.check("proof").state is State.OK
    assert (report.check("issuer_known").state, report.exit_code) == (State.UNKNOWN, 3)


def test_a_demonstration_says_so_twice():
    known = trust()
    demo = {**known.issuers, DID: IssuerInfo({"es": "Nodo"}, (KeyPeriod(OURS.multibase),), demo=True)}
    report = _report(known=replace(known, issuers=demo))
    assert report.check("issuer_known").code == "issuer_demo"
    assert report.demonstration
    assert _report(world(demonstration=False).document).demonstration is False


def test_a_stolen_key_is_not_believed_even_back_dated():
    stolen = KeyPeriod(OURS.multibase, None, NOW, KeyState.COMPROMISED)
    known = replace(trust(), issuers={DID: IssuerInfo({"es": "Nodo"}, (stolen,))})
    report = _report(known=known)
    assert (report.check("proof").code, report.exit_code) == ("no_log_proof", 1)


def test_a_genuine_but_incomplete_credential_is_unreadable_and_not_forged():
    document = {key: value for key, value in WORLD.document.items() if key not in ("proof", "validFrom")}
    report = _report(signed(document))
    assert (report.outcome, report.check("form").code) == (Outcome.UNREADABLE, "form_incomplete")


def test_signed_data_that_is_no_badge_says_so():
    document = {key: value for key, value in WORLD.document.items() if key != "proof"}
    report = _report(signed({**document, "type": ["VerifiableCredential"]}))
    assert report.check("form").code == "not_open_badge"


def test_an_endorsement_is_checked_like_an_achievement():
    spec = EndorsementCredentialSpec(
        id="https://hub.example/credentials/e1",
        issuer=SPEC.issuer,
        endorsed_id=SPEC.achievement.id,
        comment="Usamos este curso al contratar.",
        name="Respaldo",
        valid_from=NOW - timedelta(days=1),
    )
    assert _report(signed(build_endorsement(spec))).exit_code == 0


def test_the_deciding_check_is_the_worst_one():
    assert _report(known=trust(status=status_list(raised=(INDEX,)))).deciding.code == "revoked"


def test_a_list_may_say_for_how_long_a_copy_counts():
    data = build_status_list(
        url=LIST_URL, issuer=DID, bits=Bits.empty(), valid_from=NOW - timedelta(hours=1), ttl_ms=60_000
    )
    listed = to_bytes(signed(data, created=NOW - timedelta(hours=1)))
    assert _status(listed, at=NOW).check("status").code == "status_good"
    assert _status(listed, at=NOW + timedelta(minutes=2)).check("status").code == "status_stale"
