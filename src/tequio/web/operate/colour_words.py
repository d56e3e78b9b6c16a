"""What each colour is for, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _


def colour_word(name: str) -> str:
    return _words()[name]


def scheme_word(scheme: str) -> str:
    return _("Light") if scheme == "light" else _("Dark")


def _words() -> dict[str, str]:
    return {
        "paper": _("Paper behind everything"),
        "sheet": _("Cards and fields"),
        "ink": _("Text"),
        "soft": _("Quiet text"),
        "line": _("Quiet lines"),
        "edge": _("Edges of what can be used"),
        "accent": _("Links and buttons"),
        "on-accent": _("Words on a button"),
        "tint": _("Behind what is chosen"),
        "focus": _("Outline of the keyboard's place"),
        "good": _("What is right"),
        "good-tint": _("Behind what is right"),
        "bad": _("What is wrong"),
        "bad-tint": _("Behind what is wrong"),
        "note": _("Take note"),
        "note-tint": _("Behind a note"),
        "cotton": _("Undyed cotton"),
        "dye-a": _("First dye"),
        "dye-b": _("Second dye"),
        "dye-c": _("Third dye"),
        "dye-d": _("Fourth dye"),
    }
