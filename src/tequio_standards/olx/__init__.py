"""Open edX course exports (OLX)."""
