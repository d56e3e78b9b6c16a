"""What I know: each outcome as a sentence with its numbers, a picture of how sure that is, and what to practise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.assessment.values import MasteryState
from tequio.kit.words import say
from tequio.web import figures
from tequio.web.figures import Estimate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.assessment.values import MasteryRule, OutcomeMastery
    from tequio.learning.values import CourseInfo
    from tequio.web.figures import Figure

FEW = 8  # below so many answers, the sentence says that they are few


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One outcome: what we believe in a word, the sentence, what it rests on, and how sure that is."""

    tone: str
    icon: str
    word: str
    sentence: str
    rests_on: str
    doubt: str
    practise_href: str
    practise_word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCourse:
    """The outcomes of one course. `advice` says what to practise next; it is empty when all is firm."""

    key: str
    title: str
    href: str
    outcomes: Sequence[Known]
    advice: str
    advice_href: str
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowPage:
    """What a learner can do by now, and the rule by which we say so."""

    template: ClassVar[str] = "learn/know.html"
    courses: Sequence[KnownCourse]
    rule: str


def know_page(
    found: Sequence[tuple[CourseInfo, Sequence[OutcomeMastery]]], rule: MasteryRule, language: str
) -> KnowPage:
    goal = rule.numbers["threshold"]
    courses = [_course(num, course, beliefs, goal, language) for num, (course, beliefs) in enumerate(found)]
    return KnowPage(courses=courses, rule=rule.sentence)


def as_act(statement: str) -> str:
    """The statement as the rest of a sentence: it begins with an act, in small letters and without a full stop."""
    text = statement.strip().removesuffix(".")
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _course(
    num: int, course: CourseInfo, beliefs: Sequence[OutcomeMastery], goal: int, language: str
) -> KnownCourse:
    words = {one.key: say(one.statement, language) for one in course.outcomes}
    weakest = _weakest(beliefs)
    return KnownCourse(
        key=course.key,
        title=say(course.title, language),
        href=reverse("course", args=[course.key]),
        outcomes=[_known(one, words[one.outcome], _practice(course, one.outcome)) for one in beliefs],
        advice=_("Practise this next: %(what)s.") % {"what": as_act(words[weakest.outcome])}
        if weakest
        else "",
        advice_href=_practice(course, weakest.outcome) if weakest else "",
        figure=figures.estimates(
            f"know-{num}",
            _("How sure we are, outcome by outcome"),
            [_estimate(one, words[one.outcome]) for one in beliefs],
            goal=goal,
        ),
    )


def _weakest(beliefs: Sequence[OutcomeMastery]) -> OutcomeMastery | None:
    """What to practise next: what was begun and is least firm, else what was never practised."""
    order = {MasteryState.LEARNING: 0, MasteryState.NEW: 1}
    left = [one for one in beliefs if one.state in order]
    return min(left, key=lambda one: (order[one.state], one.numbers["estimate"]), default=None)


def _practice(course: CourseInfo, outcome: str) -> str:
    """The step where an outcome is practised: the last with items of its module, which are the most."""
    for module in course.modules:
        steps = [step for step in module.steps if step.items]
        if module.outcome == outcome and steps:
            best = max(steps, key=lambda step: len(step.items))
            return reverse("step", args=[course.key, module.key, best.key])
    return ""


def _known(one: OutcomeMastery, statement: str, href: str) -> Known:
    act = {"act": as_act(statement)}
    tone, icon, word, sentence, practise = {
        MasteryState.MASTERED: ("good", "right", _("I can"), _("You can %(act)s."), _("Keep it fresh")),
        MasteryState.LEARNING: (
            "note",
            "level",
            _("On my way"),
            _("You are learning to %(act)s."),
            _("Practise more"),
        ),
        MasteryState.NEW: (
            "calm",
            "time",
            _("Not yet"),
            _("You have not practised yet: %(act)s."),
            _("Begin to practise"),
        ),
    }[one.state]
    return Known(
        tone=tone,
        icon=icon,
        word=word,
        sentence=sentence % act,
        rests_on=_rests_on(one),
        doubt=_doubt(one),
        practise_href=href,
        practise_word=practise,
    )


def _rests_on(one: OutcomeMastery) -> str:
    if not one.of:
        return ""
    return _("%(right)d of %(of)d right at the first try.") % {"right": one.right, "of": one.of}


def _doubt(one: OutcomeMastery) -> str:
    """What the numbers do not tell, said out loud."""
    if not one.of:
        return ""
    items, least = one.numbers["items"], one.numbers["least_items"]
    if items < least:
        return _("That is too few to say. We need answers to %(least)d different items.") % {"least": least}
    few = _("You answered only a few, so we may be wrong.") if one.of < FEW else _("We may be wrong.")
    guess = _("Of 100 such items you would get about %(estimate)d right, most likely %(low)d to %(high)d.")
    return f"{guess % dict(one.numbers)} {few}"


def _estimate(one: OutcomeMastery, statement: str) -> Estimate:
    if not one.of:
        return Estimate(label=statement, percent=None, words=_("not practised yet"))
    return Estimate(
        label=statement,
        percent=one.numbers["estimate"],
        low=one.numbers["low"],
        high=one.numbers["high"],
        words=_rests_on(one),
    )
