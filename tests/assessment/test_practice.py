"""Practice: told why, hints in order, no answer before a try, no credit for a revealed answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tequio.assessment import api
from tequio.assessment.errors import (
    NoMoreHints,
    NothingAnswered,
    NumberUnreadable,
    ResponseRefused,
    RevealTooEarly,
)
from tequio.assessment.practising import ROUND, Act, Done, Standing, fold
from tequio.kit.errors import NotAllowed
from tequio.records import api as records
from tequio_standards import qti
from tequio_standards.xapi import verbs
from tests.assessment.desk import BEGIN, ENROLMENT, HOME, HOUR, MINUTE, number, single, statements
from tests.cast import NOBODY

if TYPE_CHECKING:
    from datetime import datetime

    from tests.cast import Cast

pytestmark = pytest.mark.django_db
ITEM = single("p-1")


@dataclass(slots=True)
class Learner:
    """Rosa practising one item; time goes on by a minute with each act."""

    cast: Cast
    item: qti.Item = ITEM
    at: datetime = BEGIN
    language: str = "es"

    def asked(self, **changes: object) -> dict[str, object]:
        self.at += MINUTE
        return {
            "item": self.item,
            "registration": ENROLMENT,
            "actor_name": "citlali",
            "object_id": f"{HOME}/items/{self.item.key}",
            "language": self.language,
            "by": self.cast.actor("rosa"),
            "now": self.at,
            "store": self.cast.a.id,
        } | changes

    def answer(self, *response: str, **changes: object):
        return api.answer_practice(**self.asked(response=response, **changes))

    def hint(self, **changes: object) -> str:
        return api.take_hint(**self.asked(**changes))

    def reveal(self, **changes: object):
        return api.reveal(**self.asked(**changes))

    @property
    def state(self):
        return api.practice_state(ENROLMENT)[self.item.key]


@pytest.fixture
def rosa(cast) -> Learner:
    return Learner(cast)


def test_a_wrong_answer_is_told_why_it_is_wrong_and_not_what_is_right(rosa):
    said = rosa.answer("a")
    assert (said.right, said.credited, said.messages, said.explanation) == (
        False,
        False,
        ("Porque a ",),
        None,
    )
    assert (said.tries, said.hints_left, said.can_reveal) == (1, 3, True)


def test_a_right_answer_is_told_why_and_explained(rosa):
    said = rosa.answer("b")
    assert (said.right, said.credited, said.unaided) == (True, True, True)
    assert (said.messages, said.explanation) == (("Porque b ",), "Explicación ")


def test_feedback_comes_in_the_language_asked_for(rosa):
    rosa.language = "en"
    assert rosa.answer("a").messages == ("Because a ",)


def test_a_later_right_answer_is_credited_but_not_unaided(rosa):
    rosa.answer("a")
    said = rosa.answer("b")
    assert (said.right, said.credited, said.unaided, said.tries) == (True, True, False, 2)


def test_a_right_answer_after_a_hint_is_credited_but_not_unaided(rosa):
    rosa.hint()
    said = rosa.answer("b")
    assert (said.credited, said.unaided) == (True, False)


def test_hints_come_in_order_and_end(rosa):
    assert [rosa.hint() for _ in range(3)] == ["Pista 1 ", "Pista 2 ", "Pista 3 "]
    with pytest.raises(NoMoreHints):
        rosa.hint()
    assert rosa.state.hints == 3


def test_a_hint_that_says_the_answer_is_left_out(rosa):
    telling = {"es": "Mira: opción b de p-1", "en": "Look: choice b of p-1"}
    rosa.item = replace(ITEM, hints=(telling, ITEM.hints[0]))
    assert rosa.hint() == "Pista 1 "
    with pytest.raises(NoMoreHints):
        rosa.hint()
    assert api.hint_ladder(rosa.item, "en") == ("Hint 1 ",)


def test_no_answer_before_a_try(rosa):
    rosa.hint()
    with pytest.raises(RevealTooEarly):
        rosa.reveal()
    assert rosa.state.revealed is False


def test_after_a_try_the_answer_can_be_seen(rosa):
    rosa.answer("a")
    shown = rosa.reveal()
    assert (shown.correct, shown.answers) == (("b",), ("Opción b de p-1",))
    assert shown.explanation == "Explicación \n\nPorque b "


def test_a_revealed_item_earns_no_credit_ever(rosa):
    rosa.answer("a")
    rosa.reveal()
    said = rosa.answer("b")
    rosa.at += 3 * ROUND
    later = rosa.answer("b")
    assert (said.right, said.credited, later.credited, later.unaided) == (True, False, False, False)
    assert rosa.state.credited is False


def test_what_was_credited_before_stays_so(rosa):
    rosa.answer("b")
    rosa.reveal()
    assert (rosa.state.credited, rosa.state.unaided, rosa.state.revealed) == (True, True, True)


def test_revealing_twice_is_told_once(rosa):
    rosa.answer("a")
    assert rosa.reveal() == rosa.reveal()
    assert len(statements(verbs.REVEALED)) == 1


def test_what_is_missing_from_a_multiple_answer_is_not_named(rosa):
    rosa.item = replace(ITEM, kind="multiple", correct=("b", "c"))
    with translation.override("en"):
        (message,) = rosa.answer("b").messages
    assert "still missing" in message
    assert rosa.answer("a", "b").messages == ("Porque a ",)


@pytest.mark.parametrize("response", [(), ("",), ("  ",)])
def test_nothing_is_no_try(rosa, response: tuple[str, ...]):
    with pytest.raises(NothingAnswered):
        rosa.answer(*response)
    assert api.practice_state(ENROLMENT) == {}


@pytest.mark.parametrize("response", [("z",), ("a", "b")])
def test_what_cannot_be_answered_is_no_try(rosa, response: tuple[str, ...]):
    with pytest.raises(ResponseRefused):
        rosa.answer(*response)


def test_a_number_that_cannot_be_read_is_no_try(rosa):
    rosa.item = number("n-1")
    with pytest.raises(NumberUnreadable):
        rosa.answer("uno y medio")
    assert api.practice_state(ENROLMENT) == {}


def test_how_a_number_was_read_is_said(rosa):
    rosa.item = number("n-1")
    assert (rosa.answer("1,5").right, rosa.answer("1,5").read_as) == (True, "1.5")
    assert rosa.answer("1.5").read_as is None


def test_nobody_practises_nothing(rosa):
    with pytest.raises(NotAllowed):
        rosa.answer("b", by=NOBODY)
    with pytest.raises(NotAllowed):
        rosa.hint(by=NOBODY)
    with pytest.raises(NotAllowed):
        rosa.reveal(by=NOBODY)


def test_the_state_of_a_step_is_read_at_once(rosa):
    rosa.answer("a")
    rosa.item = single("p-2")
    rosa.answer("b")
    states = api.practice_state(ENROLMENT)
    assert {key: (one.right, one.last_response) for key, one in states.items()} == {
        "p-1": (False, ("a",)),
        "p-2": (True, ("b",)),
    }


def test_practice_says_success_for_its_keys_are_public(rosa):
    rosa.answer("a")
    rosa.hint()
    told = statements()
    assert [(one.verb, one.result.success if one.result else None) for one in told] == [
        (verbs.ANSWERED, False),
        (verbs.HINTED, None),
    ]
    assert all(one.context.registration == ENROLMENT for one in told)


def test_practice_is_rebuilt_from_its_statements(rosa):
    rosa.answer("a")
    rosa.hint()
    rosa.reveal()
    rosa.item = single("p-2")
    rosa.answer("b")
    before = api.practice_state(ENROLMENT)
    assert records.rebuild().ok
    assert api.practice_state(ENROLMENT) == before


DONE = st.builds(
    Done,
    st.sampled_from(Act),
    st.integers(0, 200).map(lambda hours: BEGIN + hours * HOUR),
    success=st.booleans(),
    hint=st.integers(0, 3),
)


@given(st.lists(DONE, max_size=20))
def test_whatever_is_done_credit_comes_from_a_right_answer_before_the_reveal(acts: list[Done]):
    standing, earned, revealed = Standing(), False, False
    for act in acts:
        standing = fold(standing, act).standing
        revealed = revealed or act.act is Act.REVEALED
        earned = earned or (act.act is Act.ANSWERED and act.success and not revealed)
        assert standing.credited is earned


@given(st.lists(DONE, max_size=20))
def test_evidence_is_given_once_a_round_and_never_after_a_reveal(acts: list[Done]):
    standing, given_in_round = Standing(), 0
    for act in acts:
        before = standing
        folded = fold(standing, act)
        standing = folded.standing
        new_round = before.last_at is not None and act.at - before.last_at >= ROUND
        given_in_round = (0 if new_round else given_in_round) + (folded.evidence is not None)
        assert given_in_round <= 1
        assert folded.evidence is None or not before.revealed
