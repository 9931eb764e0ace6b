"""Faults on purpose: workers killed, connections cut, disks full, brokers gone; and what is stored then.

`python -m tests.faults` prints the counts that stand in docs/faults.md.
"""
