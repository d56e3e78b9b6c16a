"""What the matrix's addresses are about: Rosa's course, attempt and certificate in organisation A."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tequio.credentials import api as credentials
from tequio.learning import api as learning
from tequio.site.seeds import demo, study
from tests.cast import NOW

if TYPE_CHECKING:
    from tests.cast import Cast


def build(cast: Cast) -> dict[str, object]:
    """A value for every parameter that an address has; all of it is Rosa's, or A's."""
    credentials.open_issuer(organisation=cast.a.id, now=NOW, demo=True)
    compiled = learning.compile_folder(demo.COURSE)
    author, reviewer = cast.actor("leticia"), cast.actor("beatriz")
    study.publish_reviewed(cast.a.id, compiled, author=author, reviewer=reviewer, now=NOW)
    rosa = study.Studying(cast.rosa, compiled, NOW + timedelta(minutes=1))
    rosa.finish_modules(3)
    rosa.pass_final_check()
    return {"course": compiled.key, "person": cast.rosa.id}
