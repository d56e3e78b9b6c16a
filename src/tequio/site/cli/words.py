"""The list of words the command line knows, in the order `tequio help` shows them."""

from tequio.site.cli import (
    backup,
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
)

ALL = (demo, init, course, serve, upgrade, backup, restore, doctor, rebuild, records, messages)
