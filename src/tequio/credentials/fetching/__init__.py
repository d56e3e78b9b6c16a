"""Fetching what a check lacks: the only place of this wall that uses a network, and only as far as these rules go."""
