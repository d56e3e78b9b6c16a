"""Every table of the learning wall, gathered for Django. Private: others come in by `learning.api`."""

from tequio.learning.content.models import Course, CourseVersion, Publication
from tequio.learning.review.models import Review
from tequio.learning.runs.models import Enrolment, FinishedModule, Run, StepProgress

__all__ = [
    "Course",
    "CourseVersion",
    "Enrolment",
    "FinishedModule",
    "Publication",
    "Review",
    "Run",
    "StepProgress",
]
