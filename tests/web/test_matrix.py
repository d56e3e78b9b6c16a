"""Every address × every role: tests/web/matrix.csv says who gets what, and nothing may be missing from it.

To add a route: give it a name, run this test, and read what it proposes. It prints the line of every address that is
missing or answers otherwise, as it answers now. Check each word of that line against what *should* be, mend the
code where they differ, then put the line into matrix.csv in alphabetical place.

A line is: route, method, then one word per person of tests/cast.py. Everything an address is about belongs to Rosa
or to organisation A (tests/web/world.py; a new kind of parameter gets its value there). POSTs are empty. The words:
  ok       the page
  on       sent on to another page
  sign-in  sent to sign in or to join first
  refused  may do it, but not like this: the form was empty (400, 409, 422)
  no       403
  nothing  404: nothing that this person may know of
A method that is missing answers 405 to everybody.
"""

from __future__ import annotations

import copy
import csv
import logging
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client

from tequio.kit import clock
from tests.cast import EVERYBODY, NOW, sign_in
from tests.web import routes, world

TABLE = Path(__file__).with_name("matrix.csv")
Line = tuple[str, ...]


def written() -> dict[tuple[str, str], Line]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    assert tuple(lines[0]) == ("route", "method", *EVERYBODY)
    return {(line[0], line[1]): tuple(line) for line in lines[1:]}


@pytest.fixture
def clients(cast) -> dict[str, Client]:
    """A browser per person, each signed in."""
    return {
        name: Client() if name == "nobody" else sign_in(Client(), cast.person(name)) for name in EVERYBODY
    }


def ask(route: routes.Route, method: str, clients: dict[str, Client], about: dict[str, object]) -> Line:
    """How the address answers everybody; whatever a request changed is undone before the next."""
    words = []
    for client in clients.values():
        before, cookies = transaction.savepoint(), copy.deepcopy(client.cookies)
        words.append(routes.answer(client, method, route.address(about)))
        transaction.savepoint_rollback(before)
        client.cookies = cookies
    return (route.name, method, *words)


def answered(clients, about) -> dict[tuple[str, str], Line]:
    lines = (ask(route, method, clients, about) for route in routes.all_routes() for method in routes.METHODS)
    return {line[:2]: line for line in lines if set(line[2:]) != {"-"}}


@pytest.mark.slow
def test_every_address_answers_every_role_as_the_matrix_says(cast, clients, caplog):
    caplog.set_level(logging.CRITICAL, "django.request")  # hundreds of refusals are the point here
    with clock.frozen_at(NOW):
        now, should = answered(clients, world.build(cast)), written()
    wrong = [",".join(line) for key, line in sorted(now.items()) if should.get(key) != line]
    gone = sorted(",".join(key) for key in should.keys() - now.keys())
    assert not wrong, "these addresses answer like this, and matrix.csv does not say so:\n" + "\n".join(wrong)
    assert not gone, f"matrix.csv speaks of addresses that are not there: {gone}"


def test_the_matrix_is_in_order():
    assert list(written()) == sorted(written())
