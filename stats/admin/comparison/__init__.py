"""The comparison of two editions in the admin: what changes, read in a minute, and every changed cell."""
