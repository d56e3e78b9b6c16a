"""Bundles: what a verifier without internet needs, in one signed file."""
