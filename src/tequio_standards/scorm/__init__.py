"""SCORM packages: comes with its importer."""
