"""Money in double entry: comes when first needed."""
