"""Fills in a demo hub what the register's paths leave open: lets newcomers join and try, finds everybody's addresses."""

from __future__ import annotations

import io
import json
import re
import tarfile
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import SimpleUploadedFile

from tequio.kit import clock
from tequio.learning import api as learning
from tequio.site.seeds import demo
from tequio.web.learn.pages.items import field_of
from tests.credentials.registries import OTHER, THIEF, entry, honest, registry
from tests.pages import COURSE, FRAUD, PEOPLE, Page, Sample
from tests.standards.olx.test_read import export
from tests.visiting import Answer, Visitor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.visiting import Value, Wire

_TODAY = clock.now()
_YESTERDAY = _TODAY - timedelta(days=1)
NOBODY = ("stranger", "employer")
NEWCOMERS = {
    "nadia": "Nadia Ortega Luna",
    "pablo": "Pablo Ruiz Canul",
    "olga": "Olga Sosa Mena",
    "vera": "Vera Lima Paz",
    "paz": "Paz Uribe Can",
}


@dataclass(frozen=True, slots=True)
class World:
    """A demo hub's people, each signed in, with the places and files that the register speaks of."""

    people: Mapping[str, Visitor]
    places: Mapping[str, str]
    files: Mapping[str, tuple[str, bytes]]

    def address(self, page: Page, language: str) -> str:
        return f"/{language}{page.path.format(**self.places)}"

    def visit(self, page: Page, language: str) -> Answer:
        """The page as `page.person` gets it."""
        visitor = self.people[page.person]
        answer = visitor.open(self.address(page, language))
        if page.sends is None:
            return answer
        return visitor.send(self.sent(page), form=page.form.format(**self.places))

    def sent(self, page: Page) -> dict[str, Value]:
        return {
            name: SimpleUploadedFile(*self.files[value.name]) if isinstance(value, Sample) else value
            for name, value in (page.sends or {}).items()
        }


def prepare(data: Path, wire: Callable[[], Wire]) -> World:
    """Everyone in the hub whose folder is `data`, over a wire each."""
    people = {name: Visitor(wire()) for name in PEOPLE}
    cast = {one["key"]: one for one in json.loads((data / "demo.json").read_text("utf-8"))}
    for name in PEOPLE.keys() - NOBODY:
        _join(people[name], NEWCOMERS[name]) if name in NEWCOMERS else _enter(people[name], name)
    code = cast["amina"]["path"].split("/")[-2]
    people["paz"].open("/es/sign-out/")
    people["paz"].send()
    places = {
        "code": code,
        "card": _code_of(people["rosa"]),
        "person": cast["rosa"]["person"],
        **_proofs(people),
        **_desks(people),
    }
    files = _files(data)
    files["revoked.json"] = ("revoked.json", _document(people["employer"], places["revoked"]))
    places |= _errands(people["marisol"], files["course.tar.gz"]) | _results(people["ernesto"])
    return World(people, places | _beliefs(people, files["elsewhere.json"]), files)


def _enter(visitor: Visitor, name: str) -> None:
    visitor.open("/es/")
    answer = visitor.send(form=f"/enter-as/{name}/")
    assert answer.status == 200, f"{name}: {answer}"


def _code_of(visitor: Visitor) -> str:
    """The code on somebody's own card."""
    found = re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", visitor.open("/es/card/").body.decode())
    assert found, "the card shows no code"
    return found[0]


def _join(visitor: Visitor, name: str) -> None:
    visitor.open("/es/join/?course=digital-safety")
    assert visitor.send({"name": name, "secret": "8324"}).status == 200


def _proofs(people: Mapping[str, Visitor]) -> dict[str, str]:
    """What becomes of the newcomers: one passes, one does not, one is still at it."""
    keys = {field_of(item.key): list(item.correct) for item in learning.compile_folder(demo.COURSE).final}
    _practise(people["pablo"])
    attempts = {"passed": _attempt(people["nadia"]), "failed": _attempt(people["olga"])}
    attempts["attempt"] = _attempt(people["pablo"])
    _hand_in(people["nadia"], keys)
    _hand_in(people["olga"], {})
    code = _part(people["nadia"].follow("/certificates/"), "certificates")
    officer = people["ernesto"]
    officer.open(f"/es/govern/certificates/{code}/revoke/")
    officer.send({"reason": "It was issued to the wrong person.", "sure": "on"})
    return {**attempts, "revoked": code}


def _practise(visitor: Visitor) -> None:
    """One hint and one wrong answer, so that the page has everything to say."""
    for do in ("hint", "answer"):
        visitor.open(f"/es{FRAUD}practice/")
        visitor.send({"do": do, **visitor.first_choice()})


def _attempt(visitor: Visitor) -> str:
    visitor.open(f"/es{COURSE}check/")
    return _part(visitor.send(), "attempts")


def _hand_in(visitor: Visitor, answers: Mapping[str, Value]) -> None:
    visitor.send({**answers, "then": "submit"})
    assert visitor.send(form="/submit/").address.endswith("/result/")


def _desks(people: Mapping[str, Visitor]) -> dict[str, str]:
    people["joaquin"].open("/es/teach/")
    people["lupita"].open("/es/facilitate/?q=Vera")
    return {
        "run": _part(people["joaquin"].follow("/runs/"), "runs"),
        "version": _version_of_the_demo(people["beatriz"]),
        "lost": _part(people["lupita"].follow("/facilitate/"), "facilitate"),
    }


def _version_of_the_demo(reviewer: Visitor) -> str:
    """Not one that an errand of another test brought in: that waits first in line."""
    shown = reviewer.open("/es/reviews/").body.decode()
    versions = dict.fromkeys(re.findall(r'href="/es/reviews/([0-9a-f-]{36})/', shown))
    for version in versions:
        if reviewer.open(f"/es/reviews/{version}/modules/spot-fraud/").status == 200:
            return version
    raise AssertionError(f"none of {list(versions)} is the demo's course")


def _errands(operator: Visitor, course: tuple[str, bytes]) -> dict[str, str]:
    """What an operator has under way: an upload to confirm, and the ledger being checked."""
    operator.open("/es/operate/import/")
    token = _part(operator.send({"file": SimpleUploadedFile(*course)}), "import")
    operator.open("/es/operate/")
    return {"token": token, "work": _part(operator.send(form="/operate/ledger/"), "work")}


def _beliefs(people: Mapping[str, Visitor], elsewhere: tuple[str, bytes]) -> dict[str, str]:
    """Whom the hub believes: one registry is taken in, a newer one waits; and what a learner brought."""
    operator, learner = people["marisol"], people["amina"]
    _offer(operator, registry(at=_YESTERDAY))
    operator.send()
    swapped = honest() | {OTHER: entry(THIEF, "Tecnológico del Sur")}
    token = _part(_offer(operator, registry(swapped, at=_TODAY)), "trust")
    learner.open("/es/wallet/")
    brought = _part(learner.send({"file": SimpleUploadedFile(*elsewhere)}), "wallet")
    people["renata"].open("/es/employ/")
    signed = _part(people["renata"].follow("/vouchings/"), "vouchings")
    return {"registry": token, "brought": brought, "endorsement": signed}


def _offer(operator: Visitor, data: bytes) -> Answer:
    operator.open("/es/operate/trust/")
    return operator.send({"file": SimpleUploadedFile("registry.json", data)})


def _results(officer: Visitor) -> dict[str, str]:
    """What an officer has brought from another platform: a file that can be issued, and one that cannot."""
    rows = {"results": "Ana Pool Uc,2026-03-31,18,20", "wrong": "Ana Pool Uc,31/03/2026,18,20"}
    return {name: _brought(officer, f"name,finished,score,of\n{row}\n") for name, row in rows.items()}


def _brought(officer: Visitor, text: str) -> str:
    officer.open("/es/govern/batches/new/")
    said = {
        "platform": "Campus Obra",
        "title": "Lectura de planos",
        "summary": "Lee planos de obra.",
        "outcomes": "Lee un plano a escala.",
        "hours": "20",
        "language": "es",
    }
    file = SimpleUploadedFile("resultados.csv", text.encode())
    return _part(officer.send({**said, "file": file}), "new")


def _part(answer: Answer, after: str) -> str:
    """What stands in an address after a word of it."""
    found = re.search(rf"/{after}/([^/?]+)/", answer.address)
    assert found, f"{answer.address} ({answer.status}) is not below {after}"
    return found[1]


def _files(data: Path) -> dict[str, tuple[str, bytes]]:
    samples = data / "samples"
    original = (samples / "credential.json").read_bytes()
    return {
        "credential.pdf": ("credential.pdf", (samples / "credential.pdf").read_bytes()),
        "changed.json": ("changed.json", original.replace(b"Amina", b"Jacinta")),
        "elsewhere.json": ("elsewhere.json", original),
        "unreadable.pdf": ("unreadable.pdf", b"%PDF-1.7 nothing inside"),
        "course.tar.gz": ("course.tar.gz", _course()),
    }


def _course() -> bytes:
    """A small course of another platform."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        for name, text in export().items():
            member = tarfile.TarInfo(name)
            member.size = len(text)
            tar.addfile(member, io.BytesIO(text))
    return packed.getvalue()


def _document(visitor: Visitor, code: str) -> bytes:
    """The signed document behind a certificate's page."""
    visitor.open(f"/es/certificates/{code}/")
    return visitor.follow("/credentials/").body
