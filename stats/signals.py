"""What stats tells to whoever listens. It knows nobody above it."""

from django.dispatch import Signal

edition_in_force = Signal()
"""Sent after commit when another edition counts. Arguments: `dataset` (slug), `edition` (number or None)."""
