"""Practice policy, hints and feedback: comes with the learner model."""
