"""Pages for people who learn."""
