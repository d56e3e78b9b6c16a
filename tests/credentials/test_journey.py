"""From a passed final check of the demo course to a credential, by the real doors below."""

from __future__ import annotations

import dataclasses
import json
from datetime import timedelta

import pytest

from tequio.credentials import api
from tequio.credentials.models import Credential
from tequio.credentials.values import Level
from tequio.kit import outbox
from tequio.learning import api as learning
from tequio.site.seeds import demo, study
from tequio_standards.badges import Outcome
from tests.cast import NOW


@pytest.fixture
def rosa(cast, settings):
    """Rosa, enrolled in the demo course, its review passed."""
    settings.HUB_URL = "https://hub.example.org"
    api.open_issuer(organisation=cast.a.id, now=NOW, demo=True)
    compiled = learning.compile_folder(demo.COURSE)
    author, reviewer = cast.actor("leticia"), cast.actor("beatriz")
    study.publish_reviewed(cast.a.id, compiled, author=author, reviewer=reviewer, now=NOW)
    return study.Studying(cast.rosa, compiled, NOW + timedelta(minutes=1))


@pytest.mark.django_db
def test_passing_the_final_check_earns_practised(rosa, cast):
    rosa.pass_final_check()
    outbox.deliver_waiting()

    (view,) = api.credentials_of(cast.rosa.id)
    assert view.level is Level.L1, view.vector.compact()
    assert view.learner_name == cast.rosa.name
    assert set(view.title) == {"es", "en"}
    assert sum(outcome.of for outcome in view.outcomes) == int(view.score.split("/")[1])


@pytest.mark.django_db
def test_the_event_told_twice_awards_once(rosa, cast):
    rosa.pass_final_check()
    outbox.deliver_waiting()
    outbox.OutboxEvent.objects.update(delivered_at=None)
    outbox.deliver_waiting()

    assert Credential.objects.count() == 1


@pytest.mark.django_db
def test_no_key_of_an_item_is_in_the_document(rosa, cast):
    rosa.pass_final_check()
    outbox.deliver_waiting()
    (view,) = api.credentials_of(cast.rosa.id)

    said = api.document(view.id).decode()
    assert not [item.key for item in rosa.compiled.final if item.key in said]
    assert json.loads(said)["credentialSubject"]["achievement"]["alignment"]


@pytest.mark.django_db
def test_finishing_a_course_with_a_final_check_earns_nothing_yet(rosa, cast):
    rosa.finish_modules(3)
    outbox.deliver_waiting()

    assert api.credentials_of(cast.rosa.id) == ()


@pytest.mark.django_db
def test_finishing_a_course_without_one_earns_participation(rosa, cast, monkeypatch):
    without = dataclasses.replace(learning.course(rosa.compiled.key), final_check=None)
    monkeypatch.setattr(learning, "course", lambda which: without)
    rosa.finish_modules(3)
    outbox.deliver_waiting()

    (view,) = api.credentials_of(cast.rosa.id)
    assert view.level is Level.L0
    assert (view.attempt, view.score) == (None, "")
    assert api.verify(api.document(view.id), now=rosa.now).outcome is Outcome.OK
    assert api.pdf(view.id, language="es").startswith(b"%PDF")
