"""The door of the roster: lists of people for whoever follows, governs or operates."""

from tequio.people.roster.naming import persons, persons_named
from tequio.people.roster.roles import head_count, held_grants

__all__ = ["head_count", "held_grants", "persons", "persons_named"]
