"""Django's door to signing in: whoever calls `authenticate()` goes through the same waits as the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.backends import BaseBackend

from tequio.kit import clock
from tequio.kit.errors import Refused
from tequio.people.models import Person
from tequio.people.signing_in import sign_in_person

if TYPE_CHECKING:
    from django.http import HttpRequest


class CodeBackend(BaseBackend):
    """Code and secret, by keyword or by Django's names for them."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **other: object,
    ) -> Person | None:
        if not username or not password:
            return None
        try:
            found = sign_in_person(code=username, secret=password, device_token=None, now=clock.now())
        except Refused:
            return None
        return self.get_user(Person.objects.values_list("pk", flat=True).get(uuid=found.id))

    def get_user(self, user_id: int) -> Person | None:
        return Person.objects.filter(pk=user_id, is_active=True).first()
