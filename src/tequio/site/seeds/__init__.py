"""What a demo hub is born with."""
