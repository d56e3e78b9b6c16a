"""How the machine is doing, in words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.kit.work import State
from tequio.web.learn.pages.moments import day_and_time
from tequio.web.operate.pages.lines import StateLine
from tequio.web.saying import number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tequio.kit.work import WorkInfo
    from tequio.web.operate.ledger import ChainCheck
    from tequio.web.operate.machine import Machine

LITTLE_ROOM, NO_ROOM = 500 * 2**20, 50 * 2**20
BACKUP_AGE = timedelta(hours=36)
PATIENCE = timedelta(minutes=2)
WORST_FIRST = ("bad", "note", "good")


def state_lines(
    machine: Machine, under_way: Sequence[WorkInfo], last_check: ChainCheck | None, now: datetime
) -> Sequence[StateLine]:
    """Everything looked at, what needs somebody first."""
    lines = [
        _backup(machine.backup_at, now),
        _disk(machine.free_bytes),
        _events(machine),
        _jobs(machine, under_way, now),
        *([_broken(last_check.at)] if last_check and not last_check.whole else []),
    ]
    return sorted(lines, key=lambda line: WORST_FIRST.index(line.tone))


def _fine(text: str) -> StateLine:
    return StateLine("good", "right", _("Fine"), text)


def _look(text: str, tip: str) -> StateLine:
    return StateLine("note", "note", _("Look at it"), text, tip)


def _act(text: str, tip: str) -> StateLine:
    return StateLine("bad", "wrong", _("Act now"), text, tip)


def _backup(at: datetime | None, now: datetime) -> StateLine:
    if at is None:
        return _act(
            _("There is no backup yet."), _("Press “Back up now”, or on the server run: tequio backup")
        )
    text = _("The last backup is of %(moment)s.") % {"moment": day_and_time(at)}
    if now - at < BACKUP_AGE:
        return _fine(text)
    return _look(text, _("A backup every night is the rule. docs/running-a-hub.md says how."))


def _disk(free: int) -> StateLine:
    text = _("%(gigabytes)s GB are free on the disk.") % {"gigabytes": number(free / 10**9, 1)}
    if free >= LITTLE_ROOM:
        return _fine(text)
    tip = _("Move old backups to another machine, or give this one a larger disk.")
    return _look(text, tip) if free >= NO_ROOM else _act(text, tip)


def _events(machine: Machine) -> StateLine:
    text = ngettext("%(count)d event waits.", "%(count)d events wait.", machine.events_waiting)
    return _queue(text % {"count": machine.events_waiting}, machine.events_stuck)


def _jobs(machine: Machine, under_way: Sequence[WorkInfo], now: datetime) -> StateLine:
    text = ngettext("%(count)d job waits.", "%(count)d jobs wait.", machine.jobs_waiting)
    text = text % {"count": machine.jobs_waiting}
    if _nobody_works(under_way, now):
        return _act(
            text, _("Nobody has begun them for minutes. On the server, run: systemctl restart tequio")
        )
    return _queue(text, machine.jobs_failed)


def _nobody_works(under_way: Sequence[WorkInfo], now: datetime) -> bool:
    if any(one.state is State.RUNNING and one.alive for one in under_way):
        return False
    return any(now - one.asked_at > PATIENCE for one in under_way)


def _queue(text: str, given_up: int) -> StateLine:
    if not given_up:
        return _fine(text)
    tip = ngettext(
        "%(count)d was given up. The hub's log says why: journalctl -u tequio",
        "%(count)d were given up. The hub's log says why: journalctl -u tequio",
        given_up,
    )
    return _act(text, tip % {"count": given_up})


def _broken(at: datetime) -> StateLine:
    return _act(
        _("The ledger's chain was broken on %(moment)s.") % {"moment": day_and_time(at)},
        _("On the server, run: tequio records verify-chain. Then restore a backup that holds."),
    )
