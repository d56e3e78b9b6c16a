"""OATutor content: comes with its importer."""
