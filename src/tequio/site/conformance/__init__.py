"""A throw-away VC-API for the suites of others: test keys, this machine only, nothing of a hub."""
