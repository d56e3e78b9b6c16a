"""Acts in words: a day's statements as the few sentences that a learner would tell it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.kit.words import say
from tequio.web.saying import percent
from tequio_standards.xapi import verbs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tequio_standards.xapi import Statement

Line = tuple[str, str]  # icon, sentence
STEP = "/lesson"


def told(acts: Sequence[Statement], language: str) -> Iterator[Line]:
    """Oldest first: how the day began, what was worked on, and how it ended."""
    yield from _single(acts, {verbs.ENROLLED: ("next", _("You joined the course."))})
    yield from _steps(acts, language)
    yield from _practice(acts)
    yield from _finished(acts, language)
    yield from _check(acts)
    yield from _certificates(acts, language)


def _single(acts: Sequence[Statement], sentences: dict[str, Line]) -> Iterator[Line]:
    yield from (sentences[act.verb] for act in acts if act.verb in sentences)


def _steps(acts: Sequence[Statement], language: str) -> Iterator[Line]:
    """Steps finished, and those that were only opened."""
    titles = {
        verb: {act.object.id: say(act.object.name, language) for act in acts if _is_step(act, verb)}
        for verb in (verbs.FINISHED, verbs.OPENED)
    }
    finished, opened = titles[verbs.FINISHED], titles[verbs.OPENED]
    only = [title for thing, title in opened.items() if thing not in finished]
    if finished:
        words = ngettext(
            "%(count)d step finished: %(names)s.", "%(count)d steps finished: %(names)s.", len(finished)
        )
        yield "right", words % {"count": len(finished), "names": _names(list(finished.values()))}
    if only:
        words = ngettext("%(count)d step opened: %(names)s.", "%(count)d steps opened: %(names)s.", len(only))
        yield "level", words % {"count": len(only), "names": _names(only)}


def _practice(acts: Sequence[Statement]) -> Iterator[Line]:
    answers = [act for act in acts if act.verb == verbs.ANSWERED]
    if answers:
        items = len({act.object.id for act in answers})
        right = sum(1 for act in answers if act.result and act.result.success)
        words = ngettext(
            "%(items)d item practised: %(right)d of %(answers)d answers right.",
            "%(items)d items practised: %(right)d of %(answers)d answers right.",
            items,
        )
        yield "hint", words % {"items": items, "right": right, "answers": len(answers)}
    helped = sum(act.verb in (verbs.HINTED, verbs.REVEALED) for act in acts)
    if helped:
        words = ngettext("You took %(count)d hint.", "You took %(count)d hints.", helped)
        yield "hint", words % {"count": helped}


def _finished(acts: Sequence[Statement], language: str) -> Iterator[Line]:
    """Modules and courses that were finished."""
    for act in acts:
        if act.verb == verbs.FINISHED and not _is_step(act, verbs.FINISHED):
            whole = (act.object.type or "").endswith("/course")
            words = (
                _("You finished the course “%(name)s”.")
                if whole
                else _("You finished the module “%(name)s”.")
            )
            yield "right", words % {"name": say(act.object.name, language)}


def _check(acts: Sequence[Statement]) -> Iterator[Line]:
    """The final check as a whole: of its items only how many were answered."""
    saved = len({act.object.id for act in acts if act.verb == verbs.SAVED})
    for act in acts:
        if act.verb == verbs.STARTED:
            yield "time", _("You began the final check.")
        elif act.verb == verbs.SUBMITTED:
            words = ngettext(
                "You answered %(count)d item and handed the check in.",
                "You answered %(count)d items and handed the check in.",
                saved,
            )
            yield "next", words % {"count": saved}
        elif act.verb == verbs.TIMED_OUT:
            yield "time", _("The time of the final check ran out.")
        elif act.verb in (verbs.PASSED, verbs.FAILED):
            yield _result(act)


def _result(act: Statement) -> Line:
    score = act.result.score.scaled if act.result and act.result.score else None
    passed = act.verb == verbs.PASSED
    icon = "right" if passed else "level"
    if score is None:
        return icon, _("You passed the final check.") if passed else _("You did not pass yet.")
    words = (
        _("You passed the final check: %(percent)s right.")
        if passed
        else _("Not passed yet: %(percent)s right.")
    )
    return icon, words % {"percent": percent(score)}


def _certificates(acts: Sequence[Statement], language: str) -> Iterator[Line]:
    for act in acts:
        values = {"name": say(act.object.name, language) if act.object.name else ""}
        if act.verb == verbs.ISSUED:
            yield "certificate", _("You received the certificate “%(name)s”.") % values
        elif act.verb == verbs.REVOKED:
            yield "wrong", _("The certificate “%(name)s” was revoked.") % values


def _is_step(act: Statement, verb: str) -> bool:
    return act.verb == verb and (act.object.type or "").endswith(STEP)


def _names(titles: Sequence[str]) -> str:
    return " · ".join(titles)
