"""Reads code lists of the National Occupational Classification: a code and a title, in one or both languages.

Workbooks of permits by occupation come in one language; Statistics Canada's lists hold the other one. Their
columns differ by edition and language, so they are found by what stands in the header line:
https://www.statcan.gc.ca/en/subjects/standard/noc/2021/indexV1
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from stats.labels import Label, fold, tidy

_UNIT_GROUP = "5"
"""The level of unit groups in the structure files of NOC 2021; other levels group them."""

_CODES = ("noc_code", "code - noc", "code de la cnp", "code dela cnp")
_LEVELS = ("level", "niveau")
_ENGLISH = ("title_en_ircc", "title_en_noc2016", "title_en_noc2011", "class title")
_FRENCH = ("title_fr_noc2016", "title_fr", "titres de classes", "titre de classe")


def read_noc(*paths: Path) -> dict[str, Label]:
    """The unit groups in code lists, by their codes; lists in two languages complete each other.

    ValueError names the file and the columns that were expected.
    """
    found: dict[str, Label] = {}
    for path in paths:
        for code, label in _unit_groups(path):
            found[code] = found.get(code, Label()).completed_by(label)
    return found


def _unit_groups(path: Path) -> Iterator[tuple[str, Label]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        headers = {fold(name): name for name in rows.fieldnames or ()}
        code, level = _column(headers, _CODES), _column(headers, _LEVELS)
        english, french = _columns(headers, _ENGLISH), _columns(headers, _FRENCH)
        if code is None or not (english or french):
            raise ValueError(
                f"{path.name}: no column of codes and titles among {list(headers.values())!r}: "
                f"one of {', '.join(_CODES)} and one of {', '.join((*_ENGLISH, *_FRENCH))} is expected"
            )
        for row in rows:
            if level is None or row[level].strip() == _UNIT_GROUP:
                yield row[code].strip(), Label(_first(row, english), _first(row, french))


def _column(headers: dict[str, str], beginnings: tuple[str, ...]) -> str | None:
    return next(iter(_columns(headers, beginnings)), None)


def _columns(headers: dict[str, str], beginnings: tuple[str, ...]) -> list[str]:
    """The columns whose names begin so, in the order of preference."""
    return [name for start in beginnings for key, name in headers.items() if key.startswith(start)]


def _first(row: dict[str, str], columns: list[str]) -> str:
    return next((tidy(row[name]) for name in columns if row[name] and row[name].strip()), "")
