"""Commands that decide about an edition: one verb each, the same arguments, the same answer."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.management.base import CommandError, CommandParser

from stats.findings import Refused
from stats.ingest.decide import STATES
from stats.management.editions import as_json, as_text, dumped, numbered, stored
from stats.management.ready import ReadyCommand
from stats.models import Dataset, Edition, Verdict


class DecidingCommand(ReadyCommand):
    """Decide about the edition of a number, or about the newest one to which the decision is open.

    Exit 0 when it is done; 1, with the reason, when it is not possible.
    """

    verdict: ClassVar[Verdict]

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("dataset", help="slug of the dataset")
        parser.add_argument("number", nargs="?", type=int, help="number of the edition")
        parser.add_argument("--note", default="", help="why, for the log")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def decide(self, edition: Edition, *, note: str) -> None:
        """Carry the decision out."""
        raise NotImplementedError

    def handle(self, *, dataset: str, number: int | None, note: str, json: bool, **options: Any) -> None:
        found = stored(dataset)
        edition = self._open(found) if number is None else numbered(found, number)
        try:
            self.decide(edition, note=note)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        edition.refresh_from_db()
        self.stdout.write(dumped(as_json(edition)) if json else as_text(edition))

    def _open(self, dataset: Dataset) -> Edition:
        states = sorted(STATES[self.verdict])
        edition = dataset.editions.filter(state__in=states).order_by("-number").first()
        if edition is None:
            wanted = " or ".join(state.replace("_", " ") for state in states)
            raise CommandError(f"no edition of {dataset.slug!r} is {wanted}")
        edition.dataset = dataset
        return edition
