"""This installation: settings, urls, wiring, command line, seeds."""
