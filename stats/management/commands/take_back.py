"""`manage.py take_back DATASET [NUMBER] [--note NOTE] [--json]`."""

from __future__ import annotations

from stats.ingest import decide
from stats.management.deciding import DecidingCommand
from stats.models import Edition, Verdict


class Command(DecidingCommand):
    help = "Let the edition before the one in force count again."
    verdict = Verdict.TAKEN_BACK

    def decide(self, edition: Edition, *, note: str) -> None:
        """See `stats.ingest.decide`."""
        decide.take_back(edition, note=note)
