"""LTI 1.3 messages: comes with its room."""
