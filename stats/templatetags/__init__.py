"""Template filters of the data desk."""
