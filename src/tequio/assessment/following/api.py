"""The door of mastery for whoever follows a run."""

from tequio.assessment.following.beliefs import beliefs

__all__ = ["beliefs"]
