"""What the verifier's templates are given, one frozen dataclass a page."""
