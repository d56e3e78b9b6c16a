"""`python writing.py DATA`: beside a serving hub, one person after another earns the demo course's certificate.

Prints the uuid of each; ends when it is told to.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tequio.site.cli import start

SECRET = "correct horse battery"


def main(data: str) -> None:
    start.start(Path(data))
    from tequio.credentials import api as credentials
    from tequio.kit import clock, outbox
    from tequio.learning import api as learning
    from tequio.people import api as people
    from tequio.site.seeds import demo, study

    class Studying(study.Studying):
        def _tick(self, seconds=60):
            return clock.now()

    (org,) = people.organisations()
    compiled = learning.compile_folder(demo.COURSE)
    author, reviewer = (_staff(org, role) for role in ("author", "reviewer"))
    study.publish_reviewed(org.id, compiled, author=author, reviewer=reviewer, now=clock.now())
    while True:
        who = people.join(organisation=org.id, name="Rosa", language="es", secret=SECRET, now=clock.now())
        learner = Studying(who, compiled, clock.now())
        learner.finish_modules(3)
        learner.pass_final_check()
        outbox.deliver_waiting()
        print(credentials.credentials_of(who.id)[0].id, flush=True)


def _staff(org, role):
    from tequio.kit import clock
    from tequio.people import api as people
    from tequio.people.values import Role
    from tequio.site import console

    who = people.join(organisation=org.id, name=role, language="es", secret=SECRET, now=clock.now())
    by = console.operator(org)
    people.grant(person=who.id, role=Role(role), organisation=org.id, by=by, now=clock.now())
    return people.actor(who.id)


if __name__ == "__main__":
    main(sys.argv[1])
