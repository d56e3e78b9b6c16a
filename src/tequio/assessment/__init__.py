"""What was shown: items, banks, papers, attempts, scoring, mastery."""
