"""The way of a file to an edition: read, screen, resolve, compare, load, decide, announce."""
