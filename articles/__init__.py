"""Articles: what editors write, what readers read, and which figures it rests on."""
