"""What every wall may lean on: ids, clock, events, jobs, errors, storage. Never a domain word."""
