"""A visitor without a screen: opens addresses, follows links and sends forms as a plain browser does.

It reads the pages themselves, so whatever it reaches a person can reach. Underneath is either Django's test client or
the connection of a Chromium context, which then is signed in as the same person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol
from urllib.parse import urljoin, urlsplit

import brotli
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, Client, encode_multipart
from lxml import html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import APIRequestContext, APIResponse

Value = str | list[str] | SimpleUploadedFile


class Answer(NamedTuple):
    """What came back after every redirect. `sent` counts the body's bytes as they travelled, where that is known."""

    address: str
    status: int
    body: bytes
    sent: int = 0


class Wire(Protocol):
    """How a visitor's requests travel."""

    def get(self, address: str) -> Answer: ...
    def post(self, address: str, sent: Mapping[str, Value]) -> Answer: ...


class InProcess:
    """Django's test client: no server, no browser. It takes Brotli, as browsers do."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True, headers={"accept-encoding": "br"})

    def get(self, address: str) -> Answer:
        return self._answer(address, self.client.get(address, follow=True))

    def post(self, address: str, sent: Mapping[str, Value]) -> Answer:
        return self._answer(address, self.client.post(address, dict(sent), follow=True))

    def _answer(self, address, response) -> Answer:
        chain = getattr(response, "redirect_chain", [])
        packed = b"".join(response) if response.streaming else response.content
        body = brotli.decompress(packed) if response.headers.get("Content-Encoding") == "br" else packed
        return Answer(chain[-1][0] if chain else address, response.status_code, body, len(packed))


class OverHttp:
    """The connection of a Chromium context, whose cookies it shares."""

    def __init__(self, request: APIRequestContext, hub: str) -> None:
        self.request, self.hub = request, hub

    def get(self, address: str) -> Answer:
        return self._answer(self.request.get(self.hub + address))

    def post(self, address: str, sent: Mapping[str, Value]) -> Answer:
        data = encode_multipart(BOUNDARY, sent)
        headers = {"content-type": MULTIPART_CONTENT}
        return self._answer(self.request.post(self.hub + address, data=data, headers=headers))

    def _answer(self, response: APIResponse) -> Answer:
        address = response.url.removeprefix(self.hub)
        answer = Answer(address, response.status, response.body())
        response.dispose()
        return answer


class Visitor:
    """Where somebody is, and what they can do from there."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        self.here = Answer("/", 0, b"<p>")

    def open(self, address: str) -> Answer:
        self.here = self.wire.get(address)
        return self.here

    def follow(self, part: str) -> Answer:
        """The first link in the page's content whose address has `part` in it."""
        found = [link for link in self._page().xpath("//main//a/@href") if part in link]
        assert found, f"{self.here.address} has no link to {part}"
        return self.open(self._absolute(found[0]))

    def send(self, sent: Mapping[str, Value] | None = None, *, form: str = "") -> Answer:
        """The form that posts to an address ending in `form`, else the first that posts; `sent` over what it holds."""
        chosen = self._form(form)
        values = {name: chosen.fields[name] for name in chosen.fields if isinstance(chosen.fields[name], str)}
        self.here = self.wire.post(self._absolute(chosen.action or ""), values | dict(sent or {}))
        return self.here

    def first_choice(self) -> dict[str, str]:
        """Ticks the first answer of the page's first item."""
        radio = self._form("").xpath(".//input[@type='radio']")[0]
        return {radio.get("name"): radio.get("value")}

    def _form(self, end: str):
        forms = [one for one in self._page().xpath("//main//form") if one.method == "POST"]
        found = [one for one in forms if urlsplit(one.action or "").path.endswith(end)]
        assert found, f"{self.here.address} ({self.here.status}) has no form to …{end}"
        return found[0]

    def _page(self):
        return html.document_fromstring(self.here.body.decode())

    def _absolute(self, address: str) -> str:
        return urljoin(self.here.address, address).partition("#")[0]
