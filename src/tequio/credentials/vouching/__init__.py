"""Vouching: whose registry is believed, who accredits whom, and who stands behind a course."""
