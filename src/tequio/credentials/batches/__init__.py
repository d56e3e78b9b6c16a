"""Issuing from elsewhere: a file of results from another platform becomes a signed batch of credentials."""
