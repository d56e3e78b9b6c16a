"""Moodle backups: comes with its importer."""
