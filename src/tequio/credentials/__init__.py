"""What is awarded: achievements, assurance, signing, status, verifying."""
