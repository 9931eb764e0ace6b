"""The explorer: readers ask datasets their own questions and follow numbers to their source.

An address says everything: what is asked stands in its parameters (`address`), so that it can be shared.
"""
