"""`manage.py import_release DATASET FILE [FILE]`: import an edition from the command line.

Exit 0 when the edition is in force, waiting or nothing new; 1 when it is refused, with the reasons.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser

from stats.findings import Refused, Where, refuse
from stats.ingest import recipe
from stats.ingest.outcome import Outcome, Status
from stats.ingest.register import dataset_named
from stats.ingest.sources import discard, keep
from stats.management.ready import ReadyCommand
from stats.models import Dataset, SourceFile


class Command(ReadyCommand):
    help = "Import a release file, or the pair of an edition in two languages, as an edition of a dataset."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("dataset", help="slug of the dataset, or “auto” to let the file say which it is")
        parser.add_argument(
            "files", nargs="+", type=Path, metavar="FILE", help="one file, or one for each language"
        )
        parser.add_argument("--accept", action="store_true", help="let the edition count at once")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *, dataset: str, files: list[Path], accept: bool, json: bool, **options: Any) -> None:
        outcome = _imported(dataset, files, accept=accept)
        self.stdout.write(_as_json(outcome) if json else _as_text(outcome))
        if outcome.status is Status.REFUSED:
            sys.exit(1)


def _imported(slug: str, files: list[Path], *, accept: bool) -> Outcome:
    kept: list[SourceFile] = []
    known = set(Dataset.objects.values_list("pk", flat=True))
    try:
        dataset = None if slug == "auto" else dataset_named(slug)
        contents = [(path.name, _bytes(path)) for path in files]
        kept.extend(keep(name=name, data=data) for name, data in contents)
        outcome = recipe.run(kept, dataset=dataset, accept_at_once=accept)
    except Refused as refusal:
        outcome = Outcome(Status.REFUSED, dataset=None if slug == "auto" else slug, findings=refusal.findings)
    finally:
        for source in kept:
            discard(source)
    if outcome.status is Status.REFUSED:
        Dataset.objects.filter(slug=outcome.dataset, editions=None).exclude(pk__in=known).delete()
    return outcome


def _bytes(path: Path) -> bytes:
    where = Where(path.name)
    if not path.is_file():
        raise refuse("read.no-file", f"{path.name!r} is not a file", where)
    if path.stat().st_size > settings.STET_UPLOAD_LIMIT:
        limit = settings.STET_UPLOAD_LIMIT
        raise refuse(
            "read.too-large", f"{path.stat().st_size:,} bytes are more than the limit of {limit:,}", where
        )
    return path.read_bytes()


def _as_json(outcome: Outcome) -> str:
    return json.dumps(outcome.as_json(), ensure_ascii=False, indent=2)


def _as_text(outcome: Outcome) -> str:
    cells = outcome.cells
    lines = [f"{outcome.dataset}: {outcome.status.value.replace('_', ' ')}"]
    if outcome.edition is not None:
        lines[0] += f", edition {outcome.edition}" + (" (completed)" if outcome.completed else "")
        lines.append(
            f"cells: {cells.new:,} new, {cells.revised:,} revised, {cells.removed:,} removed, "
            f"{cells.unchanged:,} unchanged"
        )
    if outcome.confidence is not None:
        lines.append(f"reader: {outcome.reader}, {outcome.confidence.value}")
    lines += [f"{change['kind'].replace('_', ' ')}: {change['said']}" for change in outcome.classification]
    for finding in outcome.findings:
        place = f" [{finding.where}]" if str(finding.where) else ""
        lines.append(f"{finding.severity}: {finding.message} ({finding.rule}){place}")
    return "\n".join(lines)
