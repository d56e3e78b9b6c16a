"""Many certificates at once, as an office receives them: what one of them is never stops the others."""
