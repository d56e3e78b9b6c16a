"""Pages for people, by audience."""
