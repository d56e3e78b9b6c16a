"""Pages for people who teach."""
