"""Pages for people who employ."""
