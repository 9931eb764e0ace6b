"""Readers: from the bytes of a release to a `Reading`. No database, no framework."""
