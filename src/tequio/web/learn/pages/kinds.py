"""What each kind of step is called."""

from __future__ import annotations

from django.utils.translation import gettext as _

from tequio.learning.values import StepKind


def kind_word(kind: StepKind) -> str:
    words = {
        StepKind.TASK: _("Task"),
        StepKind.EXPLANATION: _("Explanation"),
        StepKind.EXAMPLE: _("Worked example"),
        StepKind.PRACTICE: _("Practice"),
        StepKind.CHECK: _("Check yourself"),
        StepKind.PAGE: _("Page"),
        StepKind.FALLBACK: _("Shown as it came"),
    }
    return words[kind]
