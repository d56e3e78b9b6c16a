"""What third parties sign: endorsements with their claim and end, and which achievements an issuer may award."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tequio_standards.badges import (
    AccreditationSpec,
    Endorsed,
    EndorsementCredentialSpec,
    ProfileSpec,
    build_accreditation,
    build_endorsement,
    check_accreditation,
    check_credential,
    check_endorsement,
)
from tests.standards.badges.world import (
    DID,
    NOW,
    OTHER_DID,
    OURS,
    SPEC,
    THEIRS,
    signed,
    to_bytes,
    trust,
    world,
)

CREDENTIAL, TRUST = world().document, trust()
THEM = ProfileSpec(id=OTHER_DID, name="Politécnico")
ENDORSEMENT = EndorsementCredentialSpec(
    id="https://politecnico.example/e/1",
    issuer=THEM,
    endorsed_id=SPEC.achievement.id,
    comment="Quien lo tiene entra sin examen al primer módulo.",
    name="Respaldo",
    valid_from=NOW - timedelta(days=2),
    valid_until=NOW + timedelta(days=2),
)
ACCREDITATION = AccreditationSpec(
    id="https://politecnico.example/a/1",
    issuer=THEM,
    accredited=DID,
    name="Acreditación",
    valid_from=NOW - timedelta(days=2),
    may_issue=(SPEC.achievement.id, "https://hub.example/achievements/other"),
)


def sealed(document, key=THEIRS, did=OTHER_DID):
    return to_bytes(signed(document, key, did, created=NOW - timedelta(days=2)))


def endorsement(at=NOW, key=THEIRS, did=OTHER_DID, **changes):
    data = sealed(build_endorsement(replace(ENDORSEMENT, **changes)), key, did)
    return check_endorsement(data, credential=CREDENTIAL, trust=TRUST, at=at)


def accreditation(at=NOW, key=THEIRS, did=OTHER_DID, **changes):
    data = sealed(build_accreditation(replace(ACCREDITATION, **changes)), key, did)
    return check_accreditation(data, credential=CREDENTIAL, trust=TRUST, at=at)


@pytest.mark.parametrize(
    ("endorsed", "about"),
    [
        (SPEC.achievement.id, Endorsed.ACHIEVEMENT),
        (DID, Endorsed.ISSUER),
        (SPEC.id, Endorsed.CREDENTIAL),
    ],
)
def test_an_endorsement_is_about_the_achievement_the_issuer_or_the_credential(endorsed, about):
    found = endorsement(endorsed_id=endorsed)
    assert found.counts
    assert found.endorsement.about is about
    assert found.endorsement.claim == ENDORSEMENT.comment
    assert found.endorsement.valid_until == ENDORSEMENT.valid_until


def test_an_endorsement_of_something_else_is_genuine_and_does_not_count():
    found = endorsement(endorsed_id="https://hub.example/achievements/other")
    assert (found.report.exit_code, found.counts, found.endorsement.about) == (0, False, None)


def test_praise_of_oneself_does_not_count():
    found = endorsement(key=OURS, did=DID, issuer=SPEC.issuer)
    assert found.self_endorsed
    assert not found.counts


def test_an_endorsement_ends():
    found = endorsement(at=NOW + timedelta(days=3))
    assert (found.counts, found.report.check("dates").code) == (False, "expired")
    assert found.endorsement is not None


@pytest.mark.parametrize("check", [check_endorsement, check_accreditation])
def test_a_credential_is_neither_endorsement_nor_accreditation(check):
    found = check(to_bytes(CREDENTIAL), credential=CREDENTIAL, trust=TRUST, at=NOW)
    assert found.report.exit_code == 2
    assert not found.counts


def test_a_forged_endorsement_says_nothing():
    found = endorsement(key=OURS)
    assert (found.endorsement, found.counts, found.report.exit_code) == (None, False, 1)


def test_an_accreditation_covers_the_achievements_it_names():
    found = accreditation()
    assert (found.counts, found.accrediting) == (True, OTHER_DID)
    assert not accreditation(may_issue=("https://hub.example/achievements/other",)).counts


def test_an_accreditation_may_cover_everything_an_issuer_awards():
    assert accreditation(may_issue=(), any_achievement=True).counts


def test_an_accreditation_of_another_issuer_or_of_oneself_does_not_count():
    assert not accreditation(accredited="did:web:third.example").counts
    assert not accreditation(key=OURS, did=DID, issuer=SPEC.issuer).counts


def test_an_accreditation_ends_and_can_be_forged_like_any_credential():
    assert not accreditation(valid_until=NOW - timedelta(days=1)).counts
    assert not accreditation(key=OURS).counts


def test_an_accreditation_that_covers_nothing_is_not_built_nor_read():
    with pytest.raises(ValueError, match="names achievements"):
        build_accreditation(replace(ACCREDITATION, may_issue=()))
    document = build_accreditation(ACCREDITATION)
    del document["credentialSubject"]["mayIssue"]
    found = check_accreditation(sealed(document), credential=CREDENTIAL, trust=TRUST, at=NOW)
    assert found.report.check("form").code == "form_incomplete"


def test_an_accreditation_is_no_badge():
    report = check_credential(sealed(build_accreditation(ACCREDITATION)), trust=TRUST, at=NOW)
    assert report.check("form").code == "not_open_badge"
