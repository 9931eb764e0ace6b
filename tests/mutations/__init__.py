"""Damaged copies of IRCC's files and what becomes of them: `python -m tests.mutations` prints a table."""
