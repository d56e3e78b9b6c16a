"""Where people go after signing in: only within this hub, whatever the link said."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import SECRET, sign_in

pytestmark = pytest.mark.django_db

HOSTILE = [
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\x00//evil.example",
    " //evil.example",
    "https://evil.example",
    "HTTPS:evil.example",
    "http:///evil.example",
    "https:/evil.example",
    "https://testserver.evil.example/",
    "https://testserver@evil.example/",
    "http://testserver/es/",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "evil.example",
    "?next=//evil.example",
    "/\u2028/evil.example",
    "/%0d%0aSet-Cookie:x=1\r\nX: y",
]


def lands_here(location: str) -> bool:
    return location.startswith("/es/") and not location.startswith("//") and "evil" not in location


def test_signing_in_never_leads_away(cast):
    given = {"code": cast.tomas.code, "secret": SECRET}
    for wish in HOSTILE:
        assert lands_here(Client().post("/es/sign-in/", given | {"next": wish})["Location"]), wish


@pytest.mark.parametrize("path", ["/es/sign-in/", "/es/join/"])
def test_neither_does_a_page_for_the_signed_in(cast, path):
    tomas = sign_in(Client(), cast.tomas)
    for wish in HOSTILE:
        assert lands_here(tomas.get(path, {"next": wish})["Location"]), wish


def test_neither_does_the_card(cast):
    tomas = sign_in(Client(), cast.tomas)
    for wish in HOSTILE:
        assert lands_here(tomas.get("/es/card/", {"next": wish}).context["page"].next), wish


def test_an_address_of_this_hub_is_kept(cast):
    given = {"code": cast.tomas.code, "secret": SECRET, "next": "/es/courses/?a=1&b=2"}
    assert Client().post("/es/sign-in/", given)["Location"] == "/es/courses/?a=1&b=2"


def test_a_guarded_page_sends_you_back_after_signing_in():
    assert (
        Client().get("/es/facilitate/?q=rosa")["Location"]
        == "/es/sign-in/?next=%2Fes%2Ffacilitate%2F%3Fq%3Drosa"
    )
