"""The catalogue's own door: what can be searched in the courses on offer."""

from tequio.learning.catalog.texts import course_texts

__all__ = ["course_texts"]
