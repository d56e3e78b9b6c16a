"""What a visitor may read: courses, modules and steps, from published packages."""
