"""What each role is called, and what it may do, in a sentence."""

from __future__ import annotations

from django.utils.translation import gettext as _

from tequio.people.values import Role


def role_word(role: Role) -> str:
    words = {
        Role.LEARNER: _("Learner"),
        Role.AUTHOR: _("Author"),
        Role.TEACHER: _("Teacher"),
        Role.REVIEWER: _("Reviewer"),
        Role.FACILITATOR: _("Facilitator"),
        Role.OFFICER: _("Officer"),
        Role.OPERATOR: _("Operator"),
    }
    return words[role]


def role_sentence(role: Role) -> str:
    sentences = {
        Role.LEARNER: _("Studies, and sees only their own."),
        Role.AUTHOR: _("Writes, imports and publishes courses; never reviews their own."),
        Role.TEACHER: _("Follows learners and sees their results."),
        Role.REVIEWER: _("Reviews what others wrote; sees no learner."),
        Role.FACILITATOR: _("Finds people, replaces their cards, vouches for them."),
        Role.OFFICER: _("Sees certificates issued, and revokes them."),
        Role.OPERATOR: _("Gives roles, imports, and keeps the hub running."),
    }
    return sentences[role]
