"""What stats tells to whoever listens. It knows nobody above it."""

from django.dispatch import Signal

edition_in_force = Signal()
"""Sent after commit when another edition of a dataset counts. Arguments: `dataset` (slug), `edition` (number)."""
