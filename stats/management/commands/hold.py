"""`manage.py hold DATASET [NUMBER] [--note NOTE] [--json]`."""

from __future__ import annotations

from stats.ingest import decide
from stats.management.deciding import DecidingCommand
from stats.models import Edition, Verdict


class Command(DecidingCommand):
    help = "Say what a waiting edition waits for; --note is needed."
    verdict = Verdict.HELD

    def decide(self, edition: Edition, *, note: str) -> None:
        """See `stats.ingest.decide`."""
        decide.hold(edition, note=note)
