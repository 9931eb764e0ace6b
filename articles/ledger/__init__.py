"""The ledger of revisions, for readers: editions, what each changed, and the history of each figure."""
