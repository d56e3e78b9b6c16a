"""What the demo prints once it is ready: journeys to try, each with who to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tequio.people.values import PersonInfo

TEXT = """
Journeys to try (everybody's password is {secret}):
  a stranger         {{hub}}/                       read a course, no account
  Rosa, mid-course   {{hub}}/es/sign-in/            code {rosa}
  Tomás              the same, final check next      code {tomas}
  Amina              the same, holds a certificate   code {amina}
  an employer        {{hub}}/en/verify/             upload {{data}}/samples/credential.pdf
  Lupita             facilitator, finds people       code {lupita}
  Marisol            operator                        code {marisol}
  without a server   {{program}} verify {{data}}/samples/credential.json
Stop with Ctrl+C."""


def write(data: Path, people: dict[str, PersonInfo], secret: str) -> None:
    """Keep the journeys beside the data, so that a repeated start need not ask the database."""
    # Where the hub answers and lies is filled in at each start.
    codes = {key: person.code for key, person in people.items()}
    (data / "journeys.txt").write_text(TEXT.format(secret=secret, **codes), "utf-8")
