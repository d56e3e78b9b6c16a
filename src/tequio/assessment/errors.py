"""Refusals of the assessment wall, each with the sentence that says how to put it right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.assessment.rules import MAX_TYPED, ResponseProblem, StartRefusal
from tequio.kit.errors import NotFound, Refused

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from tequio.assessment.values import PaperSpec


class BankRefused(Refused):
    """Some items cannot be taken; `problems` names each with its key, and never what is right."""

    code: ClassVar[str] = "bank_refused"

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class PaperRefused(Refused):
    """The rules of a paper contradict themselves or the bank."""

    code: ClassVar[str] = "paper_refused"


class PaperNotReady(Refused):
    """No form can be drawn: too few reviewed items."""

    code: ClassVar[str] = "paper_not_ready"

    def __init__(self) -> None:
        super().__init__(
            _(
                "This check is not ready: some of its items have not been reviewed yet. "
                "You can go on practising; come back another day."
            )
        )


class StartRefused(Refused):
    """No attempt may start now. `reason` is one of `rules.StartRefusal`; `ready_at` says when, if ever."""

    code: ClassVar[str] = "start_refused"

    def __init__(
        self, reason: StartRefusal, spec: PaperSpec, ready_at: datetime | None, zone: tzinfo
    ) -> None:
        super().__init__(_start_sentence(reason, spec, ready_at, zone))
        self.reason = reason
        self.ready_at = ready_at


class AttemptUnknown(NotFound):
    """There is no such attempt, or it is somebody else's: the same sentence for both."""

    code: ClassVar[str] = "attempt_unknown"

    def __init__(self) -> None:
        super().__init__(
            _("There is no such attempt among yours. Open your check again from the course page.")
        )


class AttemptOpen(Refused):
    """A result was asked for before there is one."""

    code: ClassVar[str] = "attempt_open"

    def __init__(self) -> None:
        super().__init__(_("This attempt is still open. Hand it in to see its result."))


class KeyReused(Refused):
    """One idempotency key, two different answers: the second is not taken. Answer 409."""

    code: ClassVar[str] = "key_reused"

    def __init__(self) -> None:
        super().__init__(
            _(
                "This answer came under the mark of an earlier, different one, so it was not saved. Save it again."
            )
        )


class BadSave(Refused):
    """The idempotency key or the sequence number is not one."""

    code: ClassVar[str] = "bad_save"

    def __init__(self) -> None:
        super().__init__(_("This save could not be read. Load the page again and save once more."))


class ItemUnknown(NotFound):
    """The item is not part of this form."""

    code: ClassVar[str] = "item_unknown"

    def __init__(self) -> None:
        super().__init__(_("This item is not part of your check. Load the page again."))


class ResponseRefused(Refused):
    """The response cannot be taken as it is; not a word on whether it is right."""

    code: ClassVar[str] = "response_refused"

    def __init__(self, problem: ResponseProblem) -> None:
        super().__init__(_response_sentence(problem))
        self.problem = problem


class NothingAnswered(Refused):
    """A practice answer without an answer."""

    code: ClassVar[str] = "nothing_answered"

    def __init__(self) -> None:
        super().__init__(_("Choose or write an answer first, then check it."))


class NumberUnreadable(Refused):
    """A number was asked for and none could be read; it does not count as a try."""

    code: ClassVar[str] = "number_unreadable"

    def __init__(self) -> None:
        super().__init__(_("We could not read a number in this. Write it in digits, such as 12 or 1.5."))


class NoMoreHints(Refused):
    """Every hint of this item has been given."""

    code: ClassVar[str] = "no_more_hints"

    def __init__(self) -> None:
        super().__init__(
            _("There are no more hints for this item. Try an answer; after that you can see the right one.")
        )


class RevealTooEarly(Refused):
    """No answer before an attempt."""

    code: ClassVar[str] = "reveal_too_early"

    def __init__(self) -> None:
        super().__init__(_("Try an answer first; then you can see the right one. A hint may help."))


def _start_sentence(reason: StartRefusal, spec: PaperSpec, ready_at: datetime | None, zone: tzinfo) -> str:
    if reason is StartRefusal.PASSED:
        return _("You have passed this check already. There is nothing more to do here.")
    if reason is StartRefusal.NO_TRIES or ready_at is None:
        return ngettext(
            "You have used your %(tries)d try at this check. Talk to your facilitator about what comes next.",
            "You have used all %(tries)d tries at this check. Talk to your facilitator about what comes next.",
            spec.tries,
        ) % {"tries": spec.tries}
    moment = date_format(localtime(ready_at, zone), "SHORT_DATETIME_FORMAT")
    return _(
        "You can try again from %(moment)s (%(zone)s). Until then, practise what was hard: the next form is another one."
    ) % {"moment": moment, "zone": str(zone)}


def _response_sentence(problem: ResponseProblem) -> str:
    if problem is ResponseProblem.TOO_LONG:
        return _("This answer is too long. Write at most %(most)d characters.") % {"most": MAX_TYPED}
    if problem is ResponseProblem.TOO_MANY:
        return _("Only one answer can be given here. Choose one and save it again.")
    return _("This choice does not belong to the item. Load the page again and choose anew.")
