"""The door of review for whoever reviews: the criteria, what waits, and one version with everything known of it."""

from tequio.learning.review.criteria import CRITERIA, Criterion
from tequio.learning.review.desk import ToReview, to_review, versions_to_review

__all__ = ["CRITERIA", "Criterion", "ToReview", "to_review", "versions_to_review"]
