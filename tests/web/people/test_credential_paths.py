"""Every page that takes a secret, found by looking at all pages, makes wrong tries wait."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import SECRET, sign_in
from tests.web import routes

pytestmark = pytest.mark.django_db

FORMS = {
    "join": {"name": "Ana", "secret": SECRET, "email": ""},
    "sign_in": {"code": "", "secret": "no-es-la-clave"},
    "secret": {"current": "no-es-la-clave", "secret": "2580"},
}


def test_no_other_page_takes_a_secret(cast):
    found = set()
    for route in routes.all_routes():
        if route.parameters:
            continue
        for client in (Client(), sign_in(Client(), cast.marisol)):
            for ask in (client.get, client.post):  # some ask for the secret once they know who it is
                response = ask(route.address({}), {"name": "Ana", "code": "7K3M-9QXT"})
                if response.status_code == 200 and b'type="password"' in response.getvalue():
                    found.add(route.name)
    assert found == set(FORMS)


@pytest.mark.parametrize("name", FORMS)
def test_wrong_tries_wait_by_address(cast, name):
    client = sign_in(Client(), cast.tomas) if name == "secret" else None
    route = next(route for route in routes.all_routes() if route.name == name)
    given = FORMS[name] | ({"code": cast.tomas.code} if name == "sign_in" else {})
    answers = [(client or Client()).post(route.address({}), given).status_code for _ in range(65)]
    assert answers[-1] == 429
