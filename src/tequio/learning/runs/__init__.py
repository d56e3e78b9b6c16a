"""Runs, enrolment, and the steps a learner opens and finishes."""
