"""Measurements: each module here is one, with a function ``measure`` that yields lines of a table."""
