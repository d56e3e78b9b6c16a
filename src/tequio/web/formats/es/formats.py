"""`/es/` is Spanish as written in Mexico: decimal point, thousands by comma."""

DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
