"""Why something was not fetched: a code for programs, an English sentence that pages hand to gettext."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from tequio.kit.errors import Refused


def _(text: str) -> str:
    """Marks a sentence for translation."""
    return text


class Why(StrEnum):
    """The reasons, each with its sentence in `SENTENCES`."""

    LINK = "link"
    SCHEME = "scheme"
    HOST = "host"
    PORT = "port"
    NOT_LISTED = "not_listed"
    ADDRESS = "address"
    NO_ADDRESS = "no_address"
    REDIRECT = "redirect"
    ANSWER = "answer"
    PACKED = "packed"
    SIZE = "size"
    TIME = "time"
    LINE = "line"
    PACE = "pace"
    NAMES_IT = "names_it"


SENTENCES: dict[Why, str] = {
    Why.LINK: _("This is not a link that can be opened."),
    Why.SCHEME: _("Only links that begin with https:// are opened."),
    Why.HOST: _("The link does not lead to a host with a public name."),
    Why.PORT: _("The link leads to an unusual port."),
    Why.NOT_LISTED: _("The link leads to a host that is on no list of this hub."),
    Why.ADDRESS: _("The link leads into a private network."),
    Why.NO_ADDRESS: _("Nobody knows the host of the link."),
    Why.REDIRECT: _("The link leads on to another host, or in circles."),
    Why.ANSWER: _("The host answered that there is nothing at this link."),
    Why.PACKED: _("The host packed its answer in a way that is not read here."),
    Why.SIZE: _("What lies at the link is too large."),
    Why.TIME: _("The host took too long to answer."),
    Why.LINE: _("The host could not be reached, or did not prove to be itself."),
    Why.PACE: _("This host was asked often enough in this minute."),
    Why.NAMES_IT: _("The issuer's list has a link of its own for this certificate, so it was not asked."),
}


class FetchRefused(Refused):
    """Nothing was fetched; `why` says which rule forbade it or what went wrong."""

    code: ClassVar[str] = "egress_denied"

    def __init__(self, why: Why) -> None:
        super().__init__(SENTENCES[why])
        self.why = why
