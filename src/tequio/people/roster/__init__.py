"""The roster of an organisation: how many people, who holds which role, and names for lists."""
