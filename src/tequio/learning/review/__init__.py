"""The review of a version: what the program decides from a folder, and what a named reviewer says."""
