"""Questions to the database, and nothing but questions."""
