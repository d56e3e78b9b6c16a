"""Whether an issuer stands by what it signed: suspending, reinstating, correcting."""
