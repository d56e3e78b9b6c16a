"""The door of runs for whoever follows learners."""

from tequio.learning.runs.following import Followed, RunToFollow, follow, runs_to_follow

__all__ = ["Followed", "RunToFollow", "follow", "runs_to_follow"]
