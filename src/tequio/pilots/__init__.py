"""Protocols, cohorts and indicators: comes with the first pilot."""
