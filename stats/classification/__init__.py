"""Classification: what kinds of change an edition makes to the one before, so that a person can decide."""
