"""OAI-PMH records: comes with federation."""
