"""Schema history, small steps."""
