"""Who is here: learners, organisations, roles, consent, sign-in codes."""
