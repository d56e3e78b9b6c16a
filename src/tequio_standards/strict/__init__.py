"""JSON, XML and ZIP read safely: limits, duplicate keys, entities, paths."""
