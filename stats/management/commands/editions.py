"""`manage.py editions DATASET [--json]`: the editions of a dataset, with what each changes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser

from stats.management.editions import as_json, as_text, dumped, stored
from stats.management.ready import ReadyCommand


class Command(ReadyCommand):
    help = "List the editions of a dataset, the newest first, with what each changes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("dataset", help="slug of the dataset")
        parser.add_argument("--json", action="store_true", help="print one JSON array")

    def handle(self, *, dataset: str, json: bool, **options: Any) -> None:
        editions = list(stored(dataset).editions.select_related("dataset").order_by("-number"))
        if json:
            self.stdout.write(dumped([as_json(edition) for edition in editions]))
        else:
            self.stdout.write("\n".join(map(as_text, editions)) or f"{dataset}: no edition yet")
