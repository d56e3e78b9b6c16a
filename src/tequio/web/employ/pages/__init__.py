"""What the templates of those who endorse are given."""
