"""What happened: the append-only statement ledger and all that is derived from it."""
