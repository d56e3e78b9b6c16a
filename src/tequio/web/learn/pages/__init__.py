"""One frozen dataclass per learner page, and the functions that build them from what the doors say."""
