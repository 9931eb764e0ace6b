"""`manage.py refuse DATASET [NUMBER] [--note NOTE] [--json]`."""

from __future__ import annotations

from stats.ingest import decide
from stats.management.deciding import DecidingCommand
from stats.models import Edition, Verdict


class Command(DecidingCommand):
    help = "Undo a waiting edition for good."
    verdict = Verdict.REFUSED

    def decide(self, edition: Edition, *, note: str) -> None:
        """See `stats.ingest.decide`."""
        decide.refuse_edition(edition, note=note)
