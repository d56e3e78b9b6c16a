"""Pages for people who verify."""
