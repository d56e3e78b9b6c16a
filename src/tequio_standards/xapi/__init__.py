"""Experience API statements."""
