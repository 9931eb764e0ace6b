"""The text of an article as a tree of typed nodes: what the editor stores, parsed, and nothing else."""
