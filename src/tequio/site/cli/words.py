"""The list of words the command line knows, in the order `tequio help` shows them."""

from tequio.site.cli import (
    backup,
    bring,
    course,
    demo,
    doctor,
    init,
    messages,
    rebuild,
    records,
    restore,
    serve,
    upgrade,
    verify,
)

RUNNING = (demo, init, serve, upgrade, backup, restore, doctor, rebuild, records, messages)
ALL = (*RUNNING, course, bring, verify)
