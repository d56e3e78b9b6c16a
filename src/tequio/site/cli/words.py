"""The list of words the command line knows, in the order `tequio help` shows them."""

from tequio.site.cli import backup, demo, doctor, init, messages, restore, serve, upgrade

ALL = (demo, init, serve, upgrade, backup, restore, doctor, messages)
