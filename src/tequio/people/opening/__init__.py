"""The one-time address under which a new hub gets its first operator."""
