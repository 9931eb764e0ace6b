"""Refreshing: follow the publisher's portal, fetch what is new, keep its bytes, ask for its import."""
