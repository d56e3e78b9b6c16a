"""Long work in words: what it is, how far it is, how it ended, and where to go from there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.kit.work import State
from tequio.web.operate.errands import BACKUP, CHECK, IMPORT, ISSUE
from tequio.web.operate.pages.lines import StateLine

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.kit.work import WorkInfo


@dataclass(frozen=True, slots=True)
class Waiting:
    """Shown by parts/waiting.html."""

    phase: str
    done: int
    of: int
    heard: str
    alive: bool
    cancel: str


@dataclass(frozen=True, slots=True)
class Way:
    """Where to go on."""

    href: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPage:
    """One piece of long work. `waiting` is None once it has ended; `ended` is None before.

    `renewing`: the page asks for itself again; `still` leads to it standing still, `here` back.
    """

    template: ClassVar[str] = "operate/work.html"
    title: str
    waiting: Waiting | None
    ended: StateLine | None
    renewing: bool
    here: str
    way: Way


def work_page(info: WorkInfo, now: datetime, *, own: bool, still: bool) -> WorkPage:
    here = reverse("work", args=[info.id])
    waiting = _waiting(info, now) if info.ended_at is None else None
    return WorkPage(
        title=title_of(info),
        waiting=waiting,
        ended=None if waiting else _ended(info),
        renewing=bool(waiting) and not still,
        here=here,
        way=_way(info, own=own),
    )


def title_of(info: WorkInfo) -> str:
    if info.kind == CHECK:
        return _("Checking the ledger's chain")
    if info.kind == BACKUP:
        return _("Making a backup")
    if info.kind == ISSUE:
        return _("Issuing the results of “%(file)s”") % {"file": info.details.get("name", "")}
    if info.kind == IMPORT:
        return _("Importing “%(file)s”") % {"file": info.details.get("name", "")}
    return _("Publishing the example course")


def _waiting(info: WorkInfo, now: datetime) -> Waiting:
    cancel = reverse("cancel_work", args=[info.id])
    if info.state is State.QUEUED:
        since = _ago(info.asked_at, now)
        heard = _("You asked for it %(ago)s.") % {"ago": since}
        return Waiting(_queued(info.ahead), 0, 0, heard, alive=True, cancel=cancel)
    heard = _("Last heard %(ago)s.") % {"ago": _ago(info.heard_at or info.asked_at, now)}
    return Waiting(_phase(info.phase), info.done, info.of, heard, alive=info.alive, cancel=cancel)


def _queued(ahead: int) -> str:
    if not ahead:
        return _("It is next in the queue.")
    told = ngettext(
        "It waits in the queue: %(count)d comes before.",
        "It waits in the queue: %(count)d come before.",
        ahead,
    )
    return told % {"count": ahead}


def _phase(phase: str) -> str:
    phases = {
        "": _("It begins."),
        "read": _("Reading the file."),
        "turn": _("Turning its pieces into ours."),
        "compile": _("Putting the course together."),
        "keep": _("Keeping its texts and pictures."),
        "publish": _("Writing the course down."),
        "sign": _("Signing each certificate."),
        "walk": _("Checking each statement."),
        "copy": _("Copying the database."),
        "pack": _("Packing content and keys."),
        "name": _("Giving the file its name."),
    }
    return phases.get(phase, phase)


def _ago(moment: datetime, now: datetime) -> str:
    seconds = max(0, int((now - moment).total_seconds()))
    if not seconds:
        return _("a moment ago")
    if seconds < 120:
        return ngettext("%(count)d second ago", "%(count)d seconds ago", seconds) % {"count": seconds}
    minutes = seconds // 60
    return ngettext("%(count)d minute ago", "%(count)d minutes ago", minutes) % {"count": minutes}


def _ended(info: WorkInfo) -> StateLine:
    match info.state:
        case State.DONE:
            return _done(info)
        case State.CANCELLED:
            return StateLine(
                "note", "note", _("Cancelled"), _("It was ended before its last step. Nothing was changed.")
            )
        case State.LOST:
            text = _("The program that did this ended before it was done. Nothing was changed.")
            return StateLine("bad", "wrong", _("Broken off"), text, _("Start it again."))
        case _:
            text = info.trouble or _("Something went wrong here, and it is not your fault.")
            tip = "" if info.trouble else _("The hub's log says what. Nothing was changed.")
            return StateLine("bad", "wrong", _("It did not work"), text, tip)


def _done(info: WorkInfo) -> StateLine:
    if info.kind == CHECK and not info.result.get("whole", True):
        tip = _("On the server, run: tequio records verify-chain")
        return StateLine("bad", "wrong", _("Broken"), _("The chain does not hold."), tip)
    if info.kind == CHECK:
        statements = info.result.get("statements", 0)
        text = ngettext(
            "The chain holds over %(count)d statement.",
            "The chain holds over %(count)d statements.",
            statements,
        )
        return StateLine("good", "right", _("Whole"), text % {"count": statements})
    if info.kind == ISSUE:
        return _issued(info.result.get("rows", 0))
    if info.kind == BACKUP:
        text = _("The backup %(file)s is in the folder “backups” of the hub's data.")
        tip = _("It holds the signing keys. Copy it to another machine, and keep it as you would keep them.")
        return StateLine("good", "right", _("Done"), text % {"file": info.result.get("file", "")}, tip)
    text = _("“%(title)s” is published.") % {"title": info.result.get("title", "")}
    tip = _("It is open as a preview until a reviewer of this hub has let it pass.")
    return StateLine("good", "right", _("Done"), text, tip)


def _issued(rows: int) -> StateLine:
    text = ngettext("%(count)d certificate was issued.", "%(count)d certificates were issued.", rows)
    return StateLine("good", "right", _("Done"), text % {"count": rows})


def _way(info: WorkInfo, *, own: bool) -> Way:
    course = info.result.get("course")
    if course:
        return Way(reverse("course", args=[course]), _("Open the course"))
    if own and info.kind == IMPORT and info.state in (State.CANCELLED, State.LOST, State.FAILED):
        return Way(reverse("import_report", args=[info.details["token"]]), _("Back to the report"))
    if info.kind == ISSUE and info.result.get("batch"):
        return Way(reverse("govern_batches"), _("See the certificates"))
    if info.kind == ISSUE:
        return Way(reverse("issue_batch"), _("Bring a file of results"))
    if info.kind == IMPORT:
        return Way(reverse("import_course"), _("Import a course"))
    return Way(reverse("operate_home"), _("Back to the hub's start page"))
