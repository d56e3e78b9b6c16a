"""The pages of those who teach, review, govern and operate."""
