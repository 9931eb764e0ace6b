"""One article in two languages: how the second is begun, and how the two are read and compared."""
