"""Open Badges 3.0, the only room that stands on vc."""
