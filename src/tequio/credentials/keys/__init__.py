"""Signing keys: kept, backed up, replaced, disowned."""
