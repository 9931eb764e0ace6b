"""`manage.py compare DATASET A B [--json]`: what edition B says otherwise than edition A."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser

from stats.classification.classify import classify
from stats.classification.counts import counts
from stats.management.editions import changes_as_text, dumped, numbered, stored
from stats.management.ready import ReadyCommand
from stats.queries.pairs import pair_of


class Command(ReadyCommand):
    help = "Compare two editions of a dataset cell by cell and sort what differs into kinds."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("dataset", help="slug of the dataset")
        parser.add_argument("before", type=int, metavar="A", help="number of the edition to compare with")
        parser.add_argument("after", type=int, metavar="B", help="number of the edition that is compared")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *, dataset: str, before: int, after: int, json: bool, **options: Any) -> None:
        found = stored(dataset)
        pair = pair_of(numbered(found, before), numbered(found, after))
        number, changes = counts(pair), [change.as_json() for change in classify(pair)]
        if json:
            answer = {"dataset": dataset, "before": before, "after": after}
            self.stdout.write(dumped(answer | {"cells": number.as_json(), "classification": changes}))
            return
        head = f"{dataset}, edition {after} against {before}"
        counted = (f"{count:,} {name}" for name, count in number.as_json().items())
        lines = [f"{head}: {', '.join(counted)}", *changes_as_text(changes)]
        self.stdout.write("\n".join(lines))
