"""Courses made elsewhere come in here, with a report of what was kept, shown as a fallback, or lost."""
