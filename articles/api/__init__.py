"""Articles for programs."""
