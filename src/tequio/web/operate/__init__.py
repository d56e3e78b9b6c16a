"""Pages for people who operate."""
