"""Tequio: an open, inclusive online-learning hub whose certificates a stranger can trust."""
