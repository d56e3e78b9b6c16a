"""The page that checks the code of a paper without internet: every word that its script may need."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from tequio.credentials.values import Level
from tequio.web.verify.pages import checks
from tequio.web.verify.pages.told import Told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tequio.credentials.bundles.api import OfflineWords
    from tequio.credentials.values import CheckShown, Verdict
    from tequio.web.verify.forms import OfflineForm

_SAID = Told(
    name="{name}",
    title="{title}",
    issuer="{issuer}",
    level=Level.L1,
    level_words="",
    level_means="",
    outcomes=(),
    issued="{date}",
    ends="{until}",
)
_BY_LEVEL = {"L0": Level.L0, "none": None}  # the others are said alike


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflinePage:
    """The form, and each answer and check by the key under which the script looks for it.

    `hub`: whose bundle is believed. `script` and the other addresses are empty where nothing was built.
    """

    template: ClassVar[str] = "verify/offline.html"
    form: OfflineForm
    hub: str
    bundle: str
    answers: tuple[tuple[str, checks.Answer], ...]
    checks: tuple[tuple[str, tuple[checks.CheckLine, ...]], ...]


def offline_page(words: OfflineWords, form: OfflineForm, *, hub: str, bundle: str) -> OfflinePage:
    return OfflinePage(
        form=form,
        hub=hub,
        bundle=bundle,
        answers=tuple(each for verdict in words.verdicts for each in _answers(verdict)),
        checks=tuple((key, (_line(check),)) for key, check in words.checks),
    )


def _answers(verdict: Verdict) -> Iterator[tuple[str, checks.Answer]]:
    yield verdict.code, checks.answer(verdict, _SAID)
    if verdict.code in ("genuine", "genuine_demo"):
        for key, level in _BY_LEVEL.items():
            yield f"{verdict.code}-{key}", checks.answer(verdict, replace(_SAID, level=level))


def _line(check: CheckShown) -> checks.CheckLine:
    return checks.CheckLine(
        check.tone, checks.ICONS[check.tone], check.state_word, f"{check.name}: {check.sentence}", check.do
    )
