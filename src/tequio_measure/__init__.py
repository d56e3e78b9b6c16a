"""The shelf of measures: pure arithmetic over answers, never over databases."""
