"""The demonstration: a newsroom with two people, sample editions, and one article in two languages."""
