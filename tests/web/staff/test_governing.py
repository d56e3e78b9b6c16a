"""The officer's pages: the register, revoking with a reason and a word that it is meant, and no other power."""

from __future__ import annotations

import pytest

from tequio.credentials import api as credentials
from tequio.people import api as people
from tequio.people.values import Role
from tests.cast import EVERYBODY, NOW, learner, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
REASON = "Se emitió con un nombre equivocado."


def revoke(house, name: str = "ernesto", **data: str):
    return house.browser(name).post(f"/es/govern/certificates/{house.code}/revoke/", data)


@pytest.mark.parametrize("text", ["tomas", "XOOL", "tomás xool", ""])
def test_a_certificate_is_found_by_any_part_of_the_name(house, text):
    page = house.browser("ernesto").get("/es/govern/", {"q": text}).context["page"]
    assert [line.name for line in page.issued] == [house.cast.tomas.name]


def test_a_certificate_is_found_by_its_code(house):
    page = house.browser("ernesto").get("/es/govern/", {"q": house.code[:6].lower()}).context["page"]
    assert page.total == 1


def test_what_nobody_has_is_not_found(house):
    assert house.browser("ernesto").get("/es/govern/", {"q": "nadie"}).context["page"].total == 0


def test_revoking_needs_a_reason_and_the_tick(house):
    text = revoke(house).content.decode()
    assert 'href="#id_reason"' in text
    assert 'href="#id_sure"' in text
    assert revoke(house, reason=REASON).status_code == 400
    assert credentials.credential(house.code).revocation is None


def test_a_revoked_certificate_is_in_the_log_with_who_and_why(house):
    assert revoke(house, reason=REASON, sure="on").status_code == 302
    page = house.browser("ernesto").get("/es/govern/").context["page"]
    (line,) = page.log
    assert (line.reason, line.by, line.date) == (REASON, "Ernesto Palma", "23 de noviembre de 2026")
    assert page.issued[0].revoke_href == ""


def test_nobody_revokes_twice(house):
    revoke(house, reason=REASON, sure="on")
    assert revoke(house, reason=REASON, sure="on").status_code == 400


def test_nobody_else_ever_revokes_or_reads_the_register(house):
    for name in sorted({*EVERYBODY} - {"ernesto"}):
        refused = 302 if name == "nobody" else 403
        assert revoke(house, name, reason=REASON, sure="on").status_code == refused, name
        assert house.browser(name).get("/es/govern/").status_code == refused, name
    assert credentials.credential(house.code).revocation is None


def test_an_officer_of_another_organisation_sees_and_revokes_nothing_here(house, client):
    cast = house.cast
    officer = learner(cast.b, "Nora Garza")
    people.grant(
        person=officer.id, role=Role.OFFICER, organisation=cast.b.id, by=cast.actor("rodrigo"), now=NOW
    )
    browser = sign_in(client, officer)
    assert browser.get("/es/govern/", {"q": "tomas"}).context["page"].total == 0
    assert browser.get(f"/es/govern/certificates/{house.code}/revoke/").status_code == 403


def test_an_officer_has_no_other_power(house):
    browser = house.browser("ernesto")
    for path in ("teach/", "reviews/", "operate/", "operate/roles/", "operate/import/", "facilitate/"):
        assert browser.get(f"/es/{path}").status_code == 403, path
