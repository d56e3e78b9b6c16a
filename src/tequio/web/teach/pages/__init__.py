"""What teachers' and reviewers' pages hold: one frozen dataclass each."""
