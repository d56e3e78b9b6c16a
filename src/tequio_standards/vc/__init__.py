"""W3C Verifiable Credentials 2.0, Data Integrity, status lists."""
