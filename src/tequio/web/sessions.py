"""Sessions begin and end here, through allauth's flow, so that what it learns later (e-mail, OIDC) joins in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import perform_login
from django.contrib.auth import get_user_model, logout

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from tequio.people.values import PersonId


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Our say in allauth's flow: nobody signs up by its pages, and it greets nobody."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(self, *args: object, **kwargs: object) -> None:
        """The page people land on says enough."""


def enter(request: HttpRequest, person: PersonId, *, then: str) -> HttpResponse:
    """Open a fresh session for `person` and go to `then`. Nothing of the session before is kept."""
    request.session.flush()
    account = get_user_model().objects.get(uuid=person)
    response: HttpResponse = perform_login(request, account, redirect_url=then)
    return response


def leave(request: HttpRequest) -> None:
    """End the session here; what was on the page must not come back from the browser's memory."""
    logout(request)
