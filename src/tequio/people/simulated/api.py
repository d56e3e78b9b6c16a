"""The door for people who are made up."""

from tequio.people.simulated.joining import join_simulated

__all__ = ["join_simulated"]
