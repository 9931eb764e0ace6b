"""`manage.py accept DATASET [NUMBER] [--note NOTE] [--json]`."""

from __future__ import annotations

from stats.ingest import decide
from stats.management.deciding import DecidingCommand
from stats.models import Edition, Verdict


class Command(DecidingCommand):
    help = "Let a waiting edition count."
    verdict = Verdict.ACCEPTED

    def decide(self, edition: Edition, *, note: str) -> None:
        """See `stats.ingest.decide`."""
        decide.accept(edition, note=note)
