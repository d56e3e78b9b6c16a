"""CASE and ESCO frameworks."""
