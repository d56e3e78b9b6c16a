"""Cards: who sees them, who replaces them, what dies when they do."""

from __future__ import annotations

import contextlib

import pytest

from tequio.kit.errors import NotAllowed, Refused
from tequio.kit.models import OutboxEvent
from tequio.people import api as people
from tequio.people.models import CardReissue, Person
from tequio.people.values import Role
from tests.cast import EVERYBODY, NOW, PIN, SECRET, STAFF

pytestmark = pytest.mark.django_db


def reissue(cast, person, by="lupita", reason="perdida en el camión"):
    return people.reissue_card(person=person.id, by=cast.actor(by), reason=reason, now=NOW)


def who_may(act) -> set[str]:
    """The names of those whom `act(name)` does not refuse."""
    allowed = set()
    for name in EVERYBODY:
        with contextlib.suppress(NotAllowed):
            act(name)
            allowed.add(name)
    return allowed


def test_only_rosa_reads_and_prints_rosas_card(cast):
    assert who_may(lambda name: people.card(person=cast.rosa.id, by=cast.actor(name))) == {"rosa"}
    assert who_may(lambda name: people.print_card(person=cast.rosa.id, by=cast.actor(name))) == {"rosa"}


def test_only_facilitator_and_operator_of_her_organisation_replace_rosas_card(cast):
    assert who_may(lambda name: reissue(cast, cast.rosa, by=name)) == {"lupita", "marisol"}


def test_a_facilitator_cannot_replace_her_own_card(cast):
    with pytest.raises(NotAllowed):
        reissue(cast, cast.lupita)


@pytest.mark.parametrize("name", [*STAFF, "marisol"])
def test_a_facilitator_cannot_take_over_an_account_that_holds_a_role(cast, name):
    with pytest.raises(NotAllowed):
        reissue(cast, cast.person(name))
    assert people.person(cast.person(name).id).code == cast.person(name).code


def test_an_operator_replaces_the_cards_of_their_own_staff_only(cast):
    assert reissue(cast, cast.lupita, by="marisol").secret
    people.grant(
        person=cast.tomas.id, role=Role.OFFICER, organisation=cast.b.id, by=cast.actor("rodrigo"), now=NOW
    )
    with pytest.raises(NotAllowed):
        reissue(cast, cast.tomas, by="marisol")


def test_a_role_that_ended_hinders_no_new_card(cast):
    ended = {"role": Role.OFFICER, "organisation": cast.a.id, "by": cast.actor("marisol"), "now": NOW}
    people.grant(person=cast.rosa.id, **ended, expires_at=NOW)
    assert reissue(cast, cast.rosa).secret


def test_the_old_code_and_every_old_secret_die_at_once(cast):
    phone = people.enrol_device(person=cast.rosa.id, now=NOW)
    printed = people.print_card(person=cast.rosa.id, by=cast.actor("rosa"))
    new = reissue(cast, cast.rosa)
    for code in (cast.rosa.code, new.code):
        for secret in (PIN, printed.secret):
            with pytest.raises(Refused):
                people.sign_in_person(code=code, secret=secret, device_token=phone, now=NOW)
    assert people.device_people(phone) == ()


def test_the_new_code_and_secret_lead_to_the_same_person(cast):
    new = reissue(cast, cast.rosa)
    found = people.sign_in_person(code=new.code, secret=new.secret, device_token=None, now=NOW)
    assert found.id == cast.rosa.id
    people.choose_secret(person=found.id, current=new.secret, secret="2580", by=cast.actor("rosa"), now=NOW)


def test_who_when_and_why_are_kept(cast):
    reissue(cast, cast.rosa)
    (line,) = people.reissues(person=cast.rosa.id, by=cast.actor("lupita"))
    assert (line.by, line.at, line.reason) == (cast.lupita.id, NOW, "perdida en el camión")
    assert OutboxEvent.objects.filter(name="CardReissued").count() == 1


@pytest.mark.parametrize("reason", ["", "  ", "x" * 401])
def test_a_reissue_without_a_reason_changes_nothing(cast, reason):
    with pytest.raises(people.FieldsRefused):
        reissue(cast, cast.rosa, reason=reason)
    assert people.person(cast.rosa.id).code == cast.rosa.code
    assert not CardReissue.objects.exists()


def test_sessions_that_began_before_end(cast):
    before = Person.objects.get(uuid=cast.tomas.id).get_session_auth_hash()
    reissue(cast, cast.tomas)
    assert Person.objects.get(uuid=cast.tomas.id).get_session_auth_hash() != before


def test_a_dead_code_never_returns(cast, monkeypatch):
    old = cast.rosa.code.replace("-", "")
    reissue(cast, cast.rosa)
    drawn = iter([old, "00000000"])
    monkeypatch.setattr("tequio.people.codes.new_code", lambda: next(drawn))
    joined = people.join(organisation=cast.a.id, name="Ana", language="es", secret=SECRET, now=NOW)
    assert joined.code == "0000-0000"


def test_a_facilitators_word_lifts_the_identity_level(cast):
    people.vouch(person=cast.rosa.id, by=cast.actor("lupita"), now=NOW)
    people.vouch(person=cast.rosa.id, by=cast.actor("lupita"), now=NOW)
    assert people.person(cast.rosa.id).identity_level == 1
    assert people.person(cast.tomas.id).identity_level == 0


def test_only_a_facilitator_vouches(cast):
    assert who_may(lambda name: people.vouch(person=cast.tomas.id, by=cast.actor(name), now=NOW)) == {
        "lupita"
    }
