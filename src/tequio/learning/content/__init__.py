"""A course folder, checked to the line and compiled to a content-addressed package."""
