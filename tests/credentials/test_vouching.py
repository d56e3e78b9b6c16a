"""Standing behind: endorsements of employers, accreditations of issuers, and what a verifier says of both."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tequio.credentials import api
from tequio.credentials.description import description_from_json
from tequio.credentials.models import Achievement
from tequio.credentials.vouching import api as vouching
from tequio.credentials.vouching import endorsing
from tequio.kit.errors import NotAllowed
from tequio.people.values import Actor, Grant, Role
from tequio_standards.badges import Endorsed, State, check_endorsement
from tests.credentials.samples import NOON

pytestmark = pytest.mark.django_db
UNTIL = NOON + timedelta(days=90)
LATER = NOON + timedelta(hours=1)


class Course:
    """As much of a course as endorsing looks at."""

    def __init__(self, row: Achievement) -> None:
        self.organisation, self.version, self.package_id = row.organisation_id, row.version, "p"
        self.title = {"es": "Seguridad digital"}


@pytest.fixture
def course(earned, monkeypatch):
    """The course behind Rosa's credential."""
    row = Achievement.objects.get()
    monkeypatch.setattr(endorsing.learning, "course", lambda key: Course(row))
    monkeypatch.setattr(endorsing, "describe", lambda course, package: description_from_json(row.description))
    return row.description["course_key"]


@pytest.fixture
def officer(cast):
    """Inés answers for what B signs."""
    return Actor(cast.ines.id, cast.b.id, (Grant(Role.OFFICER, cast.b.id),), "es")


@pytest.fixture
def endorse(course, officer, cast):
    def sign(**changes):
        asked = {
            "course_key": course,
            "organisation": cast.b.id,
            "claim": vouching.Claim.HIRED,
            "count": 3,
            "comment": "Trabajan bien.",
            "valid_until": UNTIL,
            "by": officer,
            "now": NOON,
        }
        return vouching.endorse(**{**asked, **changes})

    return sign


def document(which, kind=vouching.Kind.ENDORSEMENT):
    return vouching.vouching_document(which, kind)


def test_an_endorsement_is_a_document_that_anybody_can_verify(endorse):
    report = api.verify(document(endorse()), now=LATER)

    assert report.exit_code == 0
    assert report.document["credentialSubject"]["endorsementComment"].startswith("Contratamos a 3 personas")


def test_it_is_about_the_achievement_of_the_certificate(endorse, earned):
    certificate = json.loads(api.document(earned.id))
    found = check_endorsement(
        document(endorse()), credential=certificate, trust=api.trust(now=LATER), at=LATER
    )

    assert found.endorsement.about is Endorsed.ACHIEVEMENT
    assert found.counts


def test_it_may_be_about_who_issues(endorse, earned):
    certificate = json.loads(api.document(earned.id))
    data = document(endorse(whole_issuer=True))
    found = check_endorsement(data, credential=certificate, trust=api.trust(now=LATER), at=LATER)

    assert found.endorsement.about is Endorsed.ISSUER


def test_what_was_taken_back_is_revoked_for_everybody_and_shown_no_more(endorse, officer, course):
    which = endorse()
    assert len(vouching.behind_course(course, now=LATER)) == 1
    vouching.withdraw(vouching=which, reason="The tasks changed.", by=officer, now=LATER)

    assert vouching.behind_course(course, now=LATER) == ()
    assert api.verify(document(which), now=LATER).check("status").code == "revoked"


def test_what_is_out_of_date_is_shown_no_more(endorse, course):
    endorse()
    assert vouching.behind_course(course, now=UNTIL) == ()


def test_nobody_takes_back_twice(endorse, officer):
    which = endorse()
    vouching.withdraw(vouching=which, reason="No.", by=officer, now=LATER)
    with pytest.raises(vouching.VouchingRefused):
        vouching.withdraw(vouching=which, reason="No.", by=officer, now=LATER)


@pytest.mark.parametrize(
    "changes",
    [{"count": 0}, {"count": -1}, {"valid_until": NOON}, {"valid_until": NOON + timedelta(days=2000)}],
)
def test_a_claim_without_its_number_or_its_end_is_not_signed(endorse, changes):
    with pytest.raises(vouching.VouchingRefused):
        endorse(**changes)


def test_nobody_stands_behind_their_own_course(endorse, cast):
    with pytest.raises(vouching.VouchingRefused):
        endorse(organisation=cast.a.id, by=cast.actor("ernesto"))


@pytest.mark.parametrize("who", ["nobody", "ines", "rodrigo", "ernesto", "marisol"])
def test_only_an_officer_of_the_organisation_signs_or_takes_back(endorse, cast, who):
    which = endorse()
    with pytest.raises(NotAllowed):
        endorse(by=cast.actor(who))
    with pytest.raises(NotAllowed):
        vouching.withdraw(vouching=which, reason="x", by=cast.actor(who), now=LATER)


# accreditations: A issued Rosa's certificate; B is the hub that accredits, so the check is asked of B's trust


@pytest.fixture
def accredited(earned, cast, monkeypatch):
    """Accredit A by B for these achievements, as if B were the hub's first organisation."""
    from tequio.credentials.vouching import accrediting

    did = api.issuer(cast.a.id).did
    api.open_issuer(organisation=cast.b.id, now=NOON, did="did:web:norte.edu.mx")
    monkeypatch.setattr(accrediting.people, "organisations", lambda: (cast.b, cast.a))

    def sign(*achievements):
        return vouching.accredit(
            did=did,
            achievements=achievements,
            scope="",
            valid_until=UNTIL,
            by=cast.actor("rodrigo"),
            now=NOON,
        )

    return sign


def row(earned, now=LATER):
    return api.verify(api.document(earned.id), now=now).check("accreditation")


def test_without_an_accreditation_nothing_is_checked_and_nothing_is_lost(earned):
    report = api.verify(api.document(earned.id), now=LATER)

    assert report.check("accreditation").state is State.NOT_CHECKED
    assert report.exit_code == 0


def test_an_accreditation_for_this_achievement_is_said(earned, accredited):
    achievement = json.loads(api.document(earned.id))["credentialSubject"]["achievement"]["id"]
    accredited(achievement)

    assert row(earned).code == "accredited"


def test_one_for_everything_covers_it_too(earned, accredited):
    accredited()
    assert row(earned).code == "accredited"


def test_one_for_something_else_is_said_and_decides_nothing(earned, accredited):
    accredited("https://norte.edu.mx/achievements/other")

    assert row(earned).code == "accreditation_outside"
    assert api.verify(api.document(earned.id), now=LATER).exit_code == 0


def test_one_that_ended_or_was_taken_back_is_as_if_there_were_none(earned, accredited, cast):
    which = accredited()
    assert row(earned, now=UNTIL + timedelta(days=1)).state is State.NOT_CHECKED

    vouching.withdraw(vouching=which, reason="It closed.", by=cast.actor("rodrigo"), now=LATER)
    assert row(earned, now=LATER).state is State.NOT_CHECKED


def test_whoever_holds_the_trust_file_sees_it_offline(earned, accredited):
    from tequio_standards.badges import check_credential, parse_trust, with_accreditation

    accredited()
    trust = parse_trust(api.trust_file(now=LATER))
    report = check_credential(api.document(earned.id), trust=trust, at=LATER)

    assert with_accreditation(report, trust=trust, at=LATER).check("accreditation").code == "accredited"


def test_nobody_accredits_themselves_nor_a_stranger(accredited, cast):
    for did in ("did:web:norte.edu.mx", "did:web:nobody.mx"):
        with pytest.raises(vouching.VouchingRefused):
            vouching.accredit(
                did=did, achievements=(), scope="", valid_until=UNTIL, by=cast.actor("rodrigo"), now=NOON
            )


def test_what_is_no_address_is_refused(accredited):
    with pytest.raises(vouching.VouchingRefused):
        accredited("javascript:alert(1)")
