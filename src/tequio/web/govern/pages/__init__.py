"""What the officer's pages hold: one frozen dataclass each."""
