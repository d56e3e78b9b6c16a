"""The policy: deny by default, scoped to organisation and run, with its owner rules. No database."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import UUID

import pytest

from tequio.people import rules
from tequio.people.values import Action, Actor, Grant, OrganisationId, PersonId, Role

A, B = OrganisationId(UUID(int=1)), OrganisationId(UUID(int=2))
ROSA, TOMAS = PersonId(UUID(int=11)), PersonId(UUID(int=12))
SOURCES = Path(__file__).resolve().parents[2] / "src" / "tequio"
SPRING, AUTUMN = UUID(int=21), UUID(int=22)


def acting(*grants: Grant, person: PersonId = ROSA) -> Actor:
    return Actor(person, A, grants, "es")


def test_every_action_has_a_rule():
    assert set(rules.POLICY) == set(Action)


def test_every_action_is_asked_for_somewhere():
    """A rule for an act that nobody guards would be a promise without a door."""
    sources = [path.read_text("utf-8") for path in SOURCES.rglob("*.py") if path.name != "rules.py"]
    asked = set(re.findall(r"Action\.([A-Z_]+)", "".join(sources)))
    assert {action.name for action in Action} <= asked


@pytest.mark.parametrize("action", Action)
def test_nobody_may_do_anything(action):
    assert not rules.may(Actor.nobody(), action, organisation=A, owner=None)


@pytest.mark.parametrize("action", Action)
def test_no_role_reaches_into_another_organisation(action):
    everything = acting(*(Grant(role, A) for role in Role))
    known_may = rules.POLICY[action].known
    assert rules.may(everything, action, organisation=B, owner=TOMAS) == known_may


@pytest.mark.parametrize("action", Action)
def test_a_learner_may_only_what_is_theirs_or_everybodys(action):
    rule = rules.POLICY[action]
    learner = acting(Grant(Role.LEARNER, A))
    assert rules.may(learner, action, organisation=A, owner=ROSA) == (rule.owner_may or rule.known)
    assert rules.may(learner, action, organisation=A, owner=TOMAS) == rule.known


def test_an_action_without_a_rule_is_refused(monkeypatch):
    monkeypatch.delitem(rules.POLICY, Action.COURSE_ENROL)
    assert not rules.may(acting(Grant(Role.OPERATOR, A)), Action.COURSE_ENROL, organisation=A)


def test_a_grant_for_one_run_covers_that_run_only():
    teacher = acting(Grant(Role.TEACHER, A, run=SPRING))
    assert rules.may(teacher, Action.RUN_FOLLOW, organisation=A, run=SPRING)
    assert not rules.may(teacher, Action.RUN_FOLLOW, organisation=A, run=AUTUMN)
    assert not rules.may(teacher, Action.RUN_FOLLOW, organisation=A)


def test_a_grant_for_the_organisation_covers_its_runs():
    assert rules.may(acting(Grant(Role.TEACHER, A)), Action.RUN_FOLLOW, organisation=A, run=SPRING)


@pytest.mark.parametrize("action", [Action.COURSE_REVIEW, Action.CARD_REISSUE, Action.PERSON_VOUCH])
def test_nobody_judges_or_helps_themselves(action):
    everything = acting(*(Grant(role, A) for role in Role))
    assert not rules.may(everything, action, organisation=A, owner=ROSA)
    assert rules.may(everything, action, organisation=A, owner=TOMAS)


def test_something_without_an_owner_belongs_to_nobody():
    assert not rules.may(acting(), Action.ATTEMPT_READ, organisation=A, owner=None)
