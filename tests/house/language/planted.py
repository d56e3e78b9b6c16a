"""Defects of language, each planted in a copy of a real file, so that the linter shows that it would find them.

A defect is a rule's name, the kind of file it lives in, and what it does to such a file's text. The linter must find
its rule in every file so spoilt and nothing in the originals.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polib

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

END = "{% endblock %}"


@dataclass(frozen=True)
class Defect:
    """One way to spoil a file of one kind (template, python, script, catalogue); `rule` is what must notice."""

    rule: str
    kind: str
    name: str
    spoil: Callable[[str], str]


def into_template(code: str) -> Callable[[str], str]:
    """Put `code` at the end of what the template shows."""

    def spoil(text: str) -> str:
        if "{% extends" not in text:
            return f"{text}\n{code}\n"
        before, end, after = text.rpartition(END)
        return f"{before}\n{code}\n{end}{after}"

    return spoil


def into_python(code: str) -> Callable[[str], str]:
    return lambda text: f"{text}\n\n{code}\n"


def into_catalogue(change: Callable[[polib.POFile], None]) -> Callable[[str], str]:
    def spoil(text: str) -> str:
        catalogue = polib.pofile(text)
        change(catalogue)
        return str(catalogue)

    return spoil


def entry(msgid: str, msgstr: str) -> Callable[[str], str]:
    """Add one entry."""
    return into_catalogue(lambda found: found.append(polib.POEntry(msgid=msgid, msgstr=msgstr)))


def plural(*texts: str) -> Callable[[str], str]:
    """Add one entry that counts, with these forms."""
    forms = dict(enumerate(texts))
    one, many = "%(count)d item", "%(count)d items"
    return into_catalogue(
        lambda found: found.append(polib.POEntry(msgid=one, msgid_plural=many, msgstr_plural=forms))
    )


def _templates() -> Iterator[tuple[str, str, str]]:
    yield "outside", "text of an element", "<p>Welcome back</p>"
    yield "outside", "a single word", "<b>Home</b>"
    yield "outside", "text beside a variable", "<p>{{ page }} courses</p>"
    yield "outside", "text in a condition", "{% if page %}Nothing here yet{% else %}{{ page }}{% endif %}"
    yield "outside", "an accented word", "<p>Año</p>"
    for attribute in ("alt", "title", "aria-label", "placeholder", "aria-description", "data-saved"):
        yield "outside", f"the attribute {attribute}", f'<img {attribute}="A woven cloth">'
    yield "outside", "a button's value", '<input type="submit" value="Send">'
    yield "outside", "a default of a filter", '<p>{{ page|default:"Nothing yet" }}</p>'
    yield "outside", "a choice of words", '<p>{{ page|yesno:"Open,Closed" }}</p>'
    yield "outside", "words handed to a part", '{% include "parts/button.html" with word="Send it" %}'
    yield (
        "fragment",
        "two halves of a sentence",
        '<p>{% translate "You have" %} {% translate "three items" %}</p>',
    )
    yield (
        "fragment",
        "a sentence round a number",
        '<p>{% translate "Try" %} {{ page }} {% translate "of three" %}</p>',
    )
    yield (
        "fragment",
        "a sentence round a link",
        '<p>{% translate "Go to" %} <a href="#">{% translate "your page" %}</a></p>',
    )
    yield "fragment", "a variable at the end", '<p>{% translate "Welcome" %} {{ page }}</p>'


def _python() -> Iterator[tuple[str, str, str]]:
    yield "composed", "an f-string", 'SAID = _(f"Hello {__name__}")'
    yield "composed", "percent inside", 'SAID = _("Hello %(name)s" % {"name": __name__})'
    yield "composed", "format inside", 'SAID = _("Hello {name}".format(name=__name__))'
    yield "composed", "a sum", 'SAID = _("Hello " + __name__)'
    yield "composed", "a plural with an f-string", 'SAID = ngettext("one", f"{__name__} of them", 2)'
    yield "unnamed", "a nameless placeholder", 'SAID = _("Hello %s")'
    yield "unnamed", "a nameless brace", 'SAID = _("Hello {}")'
    yield "outside", "a sentence", 'SAID = Line("Your course is done")'
    yield "outside", "a sentence with values", 'SAID = f"Your course {__name__} is done"'
    yield "outside", "a sentence in a table", 'SAID = {"done": "It is done"}'
    yield "outside", "a label of one word", 'SAID = Field(label="Name")'
    yield "fragment", "a tail", 'SAID = _("of the course ")'
    yield "fragment", "an open end", 'SAID = _("Go back to the")'


def _scripts() -> Iterator[tuple[str, str, str]]:
    yield "outside", "a sentence", 'tell("Not saved yet");'
    yield "outside", "a sentence with values", "tell(`Saved at ${time}`);"
    yield "outside", "a word for the page", 'status.textContent = "Saved";'
    yield "outside", "a name for the ear", 'face.setAttribute("aria-label", "Clock");'
    yield "outside", "a default", 'tell(form.dataset["saved"] ?? "Saved");'


def _catalogues() -> Iterator[tuple[str, str, Callable[[str], str]]]:
    yield "placeholders", "one lost", entry("Hello %(name)s.", "Hola.")
    yield "placeholders", "one renamed", entry("Hello %(name)s.", "Hola, %(nombre)s.")
    yield "placeholders", "one too many", entry("Hello.", "Hola, %(name)s.")
    yield "placeholders", "a brace lost", entry("Saved at {time}", "Guardado a las {hora}")
    yield "placeholders", "another type", entry("%(count)d items", "%(count)s reactivos")
    yield "plural", "one form", plural("%(count)d reactivo")
    yield "plural", "an empty form", plural("%(count)d reactivo", "")
    yield "plural", "a number lost", plural("Un reactivo", "Reactivos")
    yield (
        "plural",
        "a header that cannot count",
        into_catalogue(lambda found: found.metadata.pop("Plural-Forms", "")),
    )
    yield "fragment", "a translated tail", entry("of the course ", "del curso ")
    for english in ("user", "student", "quiz", "lesson"):
        yield "words", f"{english} in English", entry(f"Each {english} is here.", "Aquí está.")
    for spanish in (
        "El usuario",
        "La alumna",
        "Tu título",
        "El diploma",
        "El quiz",
        "Tod@s",
        "Todxs",
        "Usted",
    ):
        yield "words", f"{spanish} in Spanish", entry("It is here.", f"{spanish} está aquí.")
    yield "words", "an order to usted", entry("Type your name.", "Escriba tu nombre.")
    yield "words", "a question to usted", entry("What do you want?", "¿Qué desea hacer?")


def defects() -> list[Defect]:
    """Every defect, of every kind of file."""
    return [
        *(Defect(rule, "template", name, into_template(code)) for rule, name, code in _templates()),
        *(Defect(rule, "python", name, into_python(code)) for rule, name, code in _python()),
        *(Defect(rule, "script", name, into_python(code)) for rule, name, code in _scripts()),
        *(Defect(rule, "catalogue", name, spoil) for rule, name, spoil in _catalogues()),
    ]
