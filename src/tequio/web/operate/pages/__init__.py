"""What the operator's pages hold: one frozen dataclass each."""
