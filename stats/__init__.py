"""Statistics: datasets, editions, cells, and the answers that are given from them."""
