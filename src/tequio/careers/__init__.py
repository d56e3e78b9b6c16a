"""Employers, programmes, skills and openings: comes with the employers' issue."""
