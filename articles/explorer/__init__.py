"""The explorer: readers look at datasets, ask their own questions of them, and follow each number to its source.

An address says everything: what is asked stands in its parameters (`address`), so that it can be shared.
"""
