"""The shelf of codecs: bytes and dicts to frozen dataclasses and back. No Django, network, clock or randomness."""
