"""What every reader gives: rows of labels, periods, and one frame of cells, whatever the form of the file.

A reading is faithful: it holds what is printed, zeros included, and knows nothing of datasets or databases.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import polars as pl

from stats.findings import Finding
from stats.labels import Label, Language
from stats.periods import Period
from stats.readers.confidence import Confidence, confidence

CELL_SCHEMA: Mapping[str, pl.DataType] = {
    "row": pl.Int32(),
    "period": pl.Int32(),
    "number": pl.Int64(),
    "status": pl.Int8(),
}
"""Columns of `Reading.cells`: index into `rows`, `Period.code`, printed number or null, `Status`."""


class Form(StrEnum):
    """The shapes in which releases come."""

    ODP = "odp"
    """Bilingual delimited text, one line a cell, zero rows absent, no totals."""
    CROSSTAB = "crosstab"
    """A workbook in one language, periods across, totals stated."""
    WIDE = "wide"
    """Delimited text, months across, made by a person from the workbook: no totals, no notes."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of labels.

    `path` has one entry for each dimension: the labels from the outermost to the innermost member, empty for
    the dimension's total. `leaf` is false exactly on rows that the publisher printed as totals of other rows.
    `line` is the row of the sheet or the line of the file, from 1 (of an ODP file, the first one with it).
    """

    path: tuple[tuple[Label, ...], ...]
    leaf: bool
    line: int


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one source file says."""

    form: Form
    headers: tuple[Label, ...]
    """The name of each dimension as the file has it; empty labels where it has none."""
    rows: tuple[Row, ...]
    periods: tuple[Period, ...]
    """Every period printed (months, quarters, years, and partial ones), in the order of the file."""
    cells: pl.DataFrame
    """All printed cells by `CELL_SCHEMA`, each (row, period) at most once."""
    languages: frozenset[Language]
    absent_is_zero: bool
    """Whether a (row, period) that is not there is a zero (ODP), or was not printed."""
    columns: Mapping[Period, int] = field(default_factory=dict)
    """The column of the sheet in which a period stands, from 1; empty for ODP."""
    lines: pl.DataFrame | None = None
    """`row`, `period` and `line` of every cell of an ODP text; None where rows and columns say it."""
    sheet: str = ""
    title: Label = Label()
    notes: tuple[Label, ...] = ()
    cut_off: date | None = None
    """The date in the `Source:` line: up to when the figures count."""
    built: date | None = None
    """The date on which a workbook was built, from its zip entries."""
    findings: tuple[Finding, ...] = ()
    """What the reader did on its own (`read.…`), for the record."""

    @property
    def confidence(self) -> Confidence:
        """How sure the reader is; of a pair, of the less certain file."""
        return confidence(finding.rule for finding in self.findings)

    @property
    def did(self) -> tuple[str, ...]:
        """What the reader did on its own, each thing once."""
        return tuple(dict.fromkeys(finding.message for finding in self.findings))
