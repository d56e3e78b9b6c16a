"""The page of long work: it renews itself until it ends or is told to keep still; its button really ends it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tequio.kit import clock, jobs
from tequio.kit.models import Work
from tests.cast import EVERYBODY, NOW, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(cast, client, _today):
    """Marisol's browser."""
    return sign_in(client, cast.marisol)


@pytest.fixture
def errand(desk) -> str:
    """A check of the ledger that nobody has begun."""
    return desk.post("/en/operate/ledger/")["Location"]


def running(*, heard: timedelta, **fields):
    Work.objects.update(state="running", heard_at=NOW - heard, **fields)


def test_it_renews_itself_and_can_be_told_to_keep_still(desk, errand):
    assert desk.get(errand)["Refresh"] == "3"
    assert not desk.get(f"{errand}?still=1").has_header("Refresh")


def test_it_says_that_it_waits_in_the_queue(desk, errand):
    assert "It is next in the queue." in desk.get(errand).content.decode()


def test_it_says_how_far_it_is_and_when_it_was_heard(desk, errand):
    running(heard=timedelta(seconds=4), phase="walk", done=2000, of=5000)
    waiting = desk.get(errand).context["page"].waiting
    assert (waiting.phase, waiting.done, waiting.of) == ("Checking each statement.", 2000, 5000)
    assert waiting.heard == "Last heard 4 seconds ago."


def test_just_now_is_a_moment_ago(desk, errand):
    running(heard=timedelta(0), phase="walk")
    assert desk.get(errand).context["page"].waiting.heard == "Last heard a moment ago."
    spanish = desk.get(errand.replace("/en/", "/es/")).content.decode()
    assert "hace un momento" in spanish


def test_a_worker_that_fell_silent_is_not_painted_as_busy(desk, errand):
    running(heard=timedelta(minutes=3))
    assert "fallen silent" in desk.get(errand).content.decode()
    assert "Last heard 3 minutes ago." in desk.get(errand).content.decode()


def test_once_ended_it_stands_still_and_leads_on(desk, errand):
    jobs.run_waiting()
    response = desk.get(errand)
    assert not response.has_header("Refresh")
    assert response.context["page"].way.href == "/en/operate/"


def test_cancelling_ends_it_before_it_begins(desk, errand):
    desk.post(f"{errand}cancel/")
    jobs.run_waiting()
    assert desk.get(errand).context["page"].ended.word == "Cancelled"


def test_work_that_was_lost_says_so(desk, errand):
    Work.objects.update(state="lost", ended_at=clock.now())
    assert desk.get(errand).context["page"].ended.word == "Broken off"


@pytest.mark.parametrize("name", [name for name in EVERYBODY if name not in ("marisol", "nobody")])
def test_nobody_else_ever_sees_or_cancels_it(cast, client, errand, name):
    browser = sign_in(client, cast.person(name))
    assert browser.get(errand).status_code == 403
    assert browser.post(f"{errand}cancel/").status_code == 403
    assert Work.objects.get().state == "queued"
