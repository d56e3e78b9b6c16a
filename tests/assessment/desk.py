"""A bank, a paper and a learner at a desk: what the tests of assessment start from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING
from uuid import UUID

from tequio.assessment import api
from tequio.assessment.values import BankItem, BlueprintRow, PaperSpec, Pool
from tequio.kit import ids
from tequio.records import api as records
from tequio_standards import qti
from tests.cast import NOW

if TYPE_CHECKING:
    from tequio.assessment.values import AttemptView, PaperId
    from tequio.people.values import Actor
    from tests.cast import Cast

ENROLMENT = UUID("0b3a7c5e-0000-4000-8000-00000000e001")
OTHER_ENROLMENT = UUID("0b3a7c5e-0000-4000-8000-00000000e002")
CANARY = "CANARIO-7Q4Z"
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
BEGIN = datetime(2026, 11, 23, 18, tzinfo=UTC)
HOME = "https://hub.example/courses/safety"


def single(key: str, outcome: str = "spot", *, correct: str = "b", secret: str = "") -> qti.Item:
    """An item with four choices. `secret` goes into everything that tells its answer."""
    return qti.Item(
        key=key,
        outcome=outcome,
        kind="single",
        stem={"es": f"¿Qué haces con {key}?", "en": f"What do you do with {key}?"},
        choices=tuple(
            qti.Choice(
                letter,
                {"es": f"Opción {letter} de {key}", "en": f"Choice {letter} of {key}"},
                {"es": f"Porque {letter} {secret}", "en": f"Because {letter} {secret}"},
            )
            for letter in "abcd"
        ),
        correct=(correct,),
        hints=tuple({"es": f"Pista {n} {secret}", "en": f"Hint {n} {secret}"} for n in (1, 2, 3)),
        explanation={"es": f"Explicación {secret}", "en": f"Explanation {secret}"},
        level="apply",
    )


def number(key: str, *, correct: str = "1.5", outcome: str = "spot", tolerance: str = "0") -> qti.Item:
    return qti.Item(
        key=key,
        outcome=outcome,
        kind="number",
        stem={"es": f"¿Cuánto es {key}?", "en": f"How much is {key}?"},
        correct=(correct,),
        explanation={"es": "Se divide.", "en": "Divide."},
        processing=qti.Processing(qti.Rule.MATCH_NUMBER, tolerance=tolerance),
    )


def bank_items(per_outcome: int = 4, *, reviewed: bool = True, secret: str = "") -> list[BankItem]:
    """Two outcomes with so many items of each pool."""
    return [
        BankItem(single(f"{pool.value}-{outcome}-{n}", outcome, secret=secret), pool, reviewed)
        for pool in Pool
        for outcome in ("spot", "share")
        for n in range(1, per_outcome + 1)
    ]


def spec(**changes: object) -> PaperSpec:
    fields: dict[str, object] = {
        "key": "final",
        "title": {"es": "Comprobación final", "en": "Final check"},
        "minutes": 20,
        "tries": 3,
        "wait_hours": 24,
        "cut": Fraction(3, 4),
        "cut_method": {"es": "Angoff", "en": "Angoff"},
        "blueprint": (BlueprintRow("spot", 2), BlueprintRow("share", 2)),
    }
    return PaperSpec(**(fields | changes))  # type: ignore[arg-type]  # a test's own fields


@dataclass(frozen=True, slots=True)
class Desk:
    """Rosa, her enrolment and a paper that is ready."""

    cast: Cast
    paper: PaperId
    rosa: Actor
    now: datetime = field(default=BEGIN)

    def start(self, at: datetime = BEGIN, **changes: object) -> AttemptView:
        asked: dict[str, object] = {
            "paper": self.paper,
            "registration": ENROLMENT,
            "actor_name": "citlali",
            "language": "es",
            "now": at,
            "by": self.rosa,
        }
        return api.start(**(asked | changes))  # type: ignore[arg-type]  # a test's own fields

    def save(
        self, view: AttemptView, item: str, *response: str, at: datetime = BEGIN + MINUTE, **changes: object
    ):
        asked: dict[str, object] = {"key": str(ids.new_uuid()), "by": self.rosa, "now": at}
        return api.save(attempt=view.id, item=item, response=response, **(asked | changes))  # type: ignore[arg-type]

    def answer_all(self, view: AttemptView, choice: str = "b", *, at: datetime = BEGIN + MINUTE) -> None:
        for item in view.items:
            self.save(view, item.key, choice, at=at)

    def submit(self, view: AttemptView, at: datetime = BEGIN + 2 * MINUTE):
        return api.submit(attempt=view.id, by=self.rosa, now=at)

    def sit(self, choice: str = "b", at: datetime = BEGIN):
        """A whole attempt: every item answered with `choice`."""
        view = self.start(at)
        self.answer_all(view, choice, at=at + MINUTE)
        return self.submit(view, at + 2 * MINUTE)


def set_desk(cast: Cast, *, items: list[BankItem] | None = None, **changes: object) -> Desk:
    """Fill a bank and open a paper as Leticia, author of A."""
    author = cast.actor("leticia")
    api.put_bank(
        organisation=cast.a.id,
        key="safety",
        items=bank_items() if items is None else items,
        by=author,
        now=NOW,
    )
    paper = api.put_paper(
        organisation=cast.a.id,
        key="final",
        bank_key="safety",
        spec=spec(**changes),
        by=author,
        now=NOW,
        home=HOME,
    )
    return Desk(cast, paper, cast.actor("rosa"))


def statements(verb: str | None = None) -> list:
    return [kept.statement for kept in records.statements(verb=verb)]
