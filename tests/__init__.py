"""The tests: each file at the path of what it tests."""
