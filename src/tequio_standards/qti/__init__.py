"""Items and tests, modelled after QTI 3."""
