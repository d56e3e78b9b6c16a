"""The menu offers the start pages that one's grants open, and only those."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import sign_in

pytestmark = pytest.mark.django_db
OFFERED = {
    "rosa": (),
    "joaquin": ("/es/teach/",),
    "beatriz": ("/es/reviews/",),
    "lupita": ("/es/facilitate/",),
    "ernesto": ("/es/govern/",),
    "marisol": ("/es/operate/",),
}


@pytest.mark.parametrize("name", OFFERED)
def test_each_is_offered_their_own(cast, name):
    shell = sign_in(Client(), cast.person(name)).get("/es/").context["shell"]
    assert tuple(start.href for start in shell.starts) == OFFERED[name]


@pytest.mark.parametrize("name", OFFERED)
def test_what_is_offered_opens(cast, name):
    browser = sign_in(Client(), cast.person(name))
    for start in browser.get("/es/").context["shell"].starts:
        assert browser.get(start.href).status_code == 200


def test_a_stranger_is_offered_nothing(db):
    assert Client().get("/es/").context["shell"].starts == ()
