"""Events are delivered after commit, at least once, and never lost."""

from datetime import timedelta

import pytest
from django.db import transaction

from tequio.kit import clock, events, outbox
from tequio.kit.models import OutboxEvent
from tests.kit.happenings import NOON, Doorman, DoorOpened, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def doorman():
    before = dict(outbox._wiring)
    doorman = Doorman()
    outbox.install({DoorOpened: [doorman]})
    yield doorman
    outbox.install(before)


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    """Publish in a transaction of its own that commits."""

    def publish(event: DoorOpened) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            events.publish(event)

    return publish


@pytest.mark.django_db(transaction=True)
def test_an_event_is_delivered_when_its_transaction_commits(doorman: Doorman):
    with transaction.atomic():
        events.publish(opened())
        assert doorman.seen == []
    assert doorman.seen == [opened()]


def test_a_delivered_event_is_not_delivered_again(publish, doorman: Doorman):
    publish(opened())
    assert outbox.deliver_waiting() == 0
    assert len(doorman.seen) == 1


def test_an_event_of_a_rolled_back_act_never_happened(doorman: Doorman):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        events.publish(opened())
        raise ZeroDivisionError
    assert outbox.deliver_waiting() == 0
    assert outbox.waiting() == (0, 0)


def test_a_failing_handler_leaves_the_event_waiting_and_the_act_done(publish, doorman: Doorman, caplog):
    doorman.failing = True
    publish(opened())
    assert outbox.waiting() == (1, 0)
    assert OutboxEvent.objects.get().last_error == "OSError('the doorman sleeps')"
    assert "was not delivered" in caplog.text


def test_a_failed_event_waits_before_it_is_tried_again(publish, doorman: Doorman):
    doorman.failing = True
    with clock.frozen_at(NOON):
        publish(opened())
        doorman.failing = False
        assert outbox.deliver_waiting() == 0
    with clock.frozen_at(NOON + timedelta(seconds=5)):
        assert outbox.deliver_waiting() == 1
    assert doorman.seen == [opened()]


def test_one_failing_event_does_not_hold_up_the_next(publish, doorman: Doorman):
    doorman.failing = True
    publish(opened(1))
    doorman.failing = False
    publish(opened(2))
    assert doorman.seen == [opened(2)]


def test_after_ten_tries_an_event_is_stuck_and_told(publish, doorman: Doorman):
    doorman.failing = True
    with clock.frozen_at(NOON):
        publish(opened())
    for hour in range(1, 12):
        with clock.frozen_at(NOON + timedelta(hours=hour)):
            outbox.deliver_waiting()
    assert outbox.waiting() == (0, 1)
    assert OutboxEvent.objects.get().tries == outbox.TRIES


def test_what_a_failing_handler_wrote_is_undone(publish, doorman: Doorman):
    def write_and_fail(event: DoorOpened) -> None:
        OutboxEvent.objects.create(uuid=event.door, name="written", body="{}", published_at=event.at)
        raise OSError

    outbox.install({DoorOpened: [write_and_fail]})
    publish(opened())
    assert not OutboxEvent.objects.filter(name="written").exists()


def test_an_event_published_by_a_handler_is_delivered_too(publish, doorman: Doorman):
    def pass_on(event: DoorOpened) -> None:
        if event == opened(1):
            events.publish(opened(2))

    outbox.install({DoorOpened: [doorman, pass_on]})
    publish(opened(1))
    assert doorman.seen == [opened(1), opened(2)]


def test_two_events_of_one_name_are_refused():
    twin = type("DoorOpened", (events.Event,), {})
    with pytest.raises(ValueError, match="share a name"):
        outbox.install({DoorOpened: [], twin: []})
