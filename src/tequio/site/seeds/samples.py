"""`<data>/samples/`: an earned certificate of a demo learner, to verify, break and print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.credentials import api as credentials
from tequio.kit import clock

if TYPE_CHECKING:
    from pathlib import Path

    from tequio.people.values import PersonInfo

README = """An earned certificate of a demo learner. DEMO: nobody real holds it.

credential.json   the signed document
credential.pdf    the same, printed (A4), with the document inside
public page       {{hub}}/en/certificates/{code}/

Verify it without any server:  {{program}} verify {{data}}/samples/credential.json
"""


def write(data: Path, holder: PersonInfo) -> None:
    """Write the samples of `holder`'s first certificate."""
    folder = data / "samples"
    folder.mkdir(exist_ok=True)
    view = credentials.credentials_of(holder.id)[0]
    (folder / "credential.json").write_bytes(credentials.document(view.id))
    (folder / "credential.pdf").write_bytes(credentials.pdf(view.id, language="en", size="a4"))
    (data / "samples.txt").write_text(README.format(code=view.code), "utf-8")
    (data / "trust.json").write_bytes(credentials.trust_file(now=clock.now()))
