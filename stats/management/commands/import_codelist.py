"""`manage.py import_codelist noc-2011 FILE [FILE]`: fill in labels from Statistics Canada's code lists.

A workbook comes in one language; a code list names every occupation in both.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from stats.codelists.noc import read_noc
from stats.ingest.labels import complete
from stats.management.ready import ReadyCommand
from stats.models import Dimension


class Command(ReadyCommand):
    help = "Fill in missing labels of members from a code list of occupations (NOC)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("codelist", help="its name in the catalogue of datasets, such as noc-2011")
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *, codelist: str, files: list[Path], **options: Any) -> None:
        lists = sorted(set(Dimension.objects.exclude(codelist="").values_list("codelist", flat=True)))
        if codelist not in lists:
            raise CommandError(f"no dimension uses the code list {codelist!r}; used are: {', '.join(lists)}")
        try:
            names = read_noc(*files)
        except (OSError, ValueError) as error:
            raise CommandError(str(error)) from error
        count = complete(codelist=codelist, names=names)
        self.stdout.write(f"{codelist}: {count} labels completed")
