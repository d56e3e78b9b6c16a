"""Pages for people who govern."""
