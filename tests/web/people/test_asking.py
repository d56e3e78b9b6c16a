"""What a request says about who asks."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from tequio.web import asking
from tequio.web.middleware import actor
from tests.cast import sign_in


def request_from(address: str, forwarded: str = ""):
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    return RequestFactory().get("/", REMOTE_ADDR=address, headers=headers)


def test_x_forwarded_for_is_anybodys_word_without_a_proxy():
    assert asking.address_of(request_from("203.0.113.5", "1.2.3.4")) == "203.0.113.5"


def test_behind_our_proxy_its_last_entry_counts(settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert asking.address_of(request_from("127.0.0.1", "6.6.6.6, 203.0.113.5")) == "203.0.113.5"


def test_a_household_shares_its_ipv6_network():
    addresses = {asking.address_of(request_from(f"2001:db8:1:2::{tail}")) for tail in ("1", "ffff", "abcd:1")}
    assert addresses == {"2001:db8:1:2::"}


def test_a_request_without_an_address_still_counts_somewhere():
    assert asking.address_of(request_from("")) == "unknown"


@pytest.mark.django_db
def test_an_anonymous_request_costs_no_query(django_assert_num_queries):
    request = RequestFactory().get("/es/")
    with django_assert_num_queries(0):
        actor(lambda request: HttpResponse(str(request.actor.is_known)))(request)


def test_an_actor_nobody_asks_for_is_never_looked_up():
    request = RequestFactory().get("/es/")  # without a session or a database: looking would fail
    request.COOKIES["sessionid"] = "x"
    actor(lambda request: HttpResponse())(request)


@pytest.mark.django_db
def test_a_signed_in_page_knows_its_actor(cast):
    response = sign_in(Client(), cast.lupita).get("/es/facilitate/")
    assert response.wsgi_request.actor.person == cast.lupita.id
    assert response.wsgi_request.actor.language == "es"


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "status"), [("rosa", 403), ("ines", 403), ("lupita", 200)])
def test_a_refusal_becomes_its_page(cast, name, status):
    assert sign_in(Client(), cast.person(name)).get("/es/facilitate/").status_code == status
