"""Small releases drawn for tests in the publisher's manner: crosstab workbooks and ODP texts."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from xlsxwriter import Workbook

from stats.periods import Frequency, Period, month

Cell = str | int | float | date

SHORT = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "fr": ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
}
PRINTED = ("0", "--", "5", "1,085", "12,345", "20")

PROVINCES = (
    ("", "", "Skilled Worker"),
    ("", "", "Caregiver"),
    ("", "Worker Program", ""),
    ("", "Other Immigration - Total", ""),
    ("Ontario - Total", "", ""),
    ("", "", "Skilled Worker"),
    ("", "Worker Program", ""),
    ("Yukon - Total", "", ""),
    ("Province not stated - Total", "", ""),
    ("Total", "", ""),
)
"""Labels of two dimensions, the second with two levels: layout (1, 2)."""


@dataclass
class Crosstab:
    """A crosstab to be drawn; everything has a default, so that a test names only what it is about."""

    labels: tuple[tuple[str, ...], ...] = PROVINCES
    corner: str = "Province/Territory and Immigration Category"
    title: str = (
        "Canada - Admissions by Province/Territory and Immigration Category, January 2022 - February 2024"
    )
    years: tuple[tuple[int, int], ...] = ((2022, 12), (2023, 12), (2024, 2))
    """Each year with its last month; a last month of 0 is a year without months."""
    quarters: bool = True
    language: str = "en"
    after: tuple[tuple[str, ...], ...] = (
        ("",),
        ("Notes:\n— All values between 0 and 5 are shown as “--”.\n— Data are preliminary.",),
        ("",),
        ("Source: IRCC, February 29, 2024",),
    )
    merges: bool = True
    headed: bool = True
    """Whether the title stands above."""
    numbers: bool = False
    """Whether figures are numbers, as in a copy that a person saved."""
    figures: tuple[str, ...] = PRINTED
    """What is printed, over and over."""
    changed: dict[tuple[int, int], Cell] = field(default_factory=dict)
    """Cells to be drawn differently, by row and column from 0 on the sheet."""

    def header(self) -> list[list[str]]:
        """Three header rows (two without quarters, one without months), without the label columns."""
        total = {"en": "{} Total", "fr": "Total de {}"}[self.language]
        quarter = {"en": "Q{}", "fr": "T{}"}[self.language]
        quarter_total = {"en": "Q{} Total", "fr": "Total T{}"}[self.language]
        rows: list[list[str]] = [[], [], []]
        for year, last in self.years:
            if not last:
                rows[0].append(str(year))
                continue
            columns: list[tuple[str, str]] = []
            for n in range(1, last + 1):
                begins = (n - 1) % 3 == 0
                columns.append((quarter.format((n + 2) // 3) if begins else "", SHORT[self.language][n - 1]))
                if self.quarters and (n % 3 == 0 or n == last):
                    columns.append(("", quarter_total.format((n + 2) // 3)))
            columns.append((total.format(year), "") if self.quarters else ("", total.format(year)))
            rows[0] += [str(year), *[""] * (len(columns) - 1)]
            rows[1] += [above for above, _ in columns]
            rows[2] += [below for _, below in columns]
        if not any(last for _, last in self.years):
            return rows[:1]
        return rows if self.quarters else [rows[0], rows[2]]

    def periods(self) -> list[Period]:
        """The periods of the columns, stated without the reader's help."""
        periods = []
        for year, last in self.years:
            for n in range(1, last + 1):
                periods.append(month(year, n))
                if self.quarters and n % 3 == 0:
                    periods.append(Period(Frequency.QUARTER, year, n // 3))
                elif self.quarters and n == last:
                    periods.append(Period(Frequency.QUARTER_TO_DATE, year, n))
            whole = last in (0, 12)
            periods.append(
                Period(Frequency.YEAR, year) if whole else Period(Frequency.YEAR_TO_DATE, year, last)
            )
        return periods

    def printed(self, row: int, column: int) -> Cell:
        """The figure of a row and column of the table."""
        text = self.figures[(row * 7 + column * 5) % len(self.figures)]
        return float(text.replace(",", "")) if self.numbers and text != "--" else text

    def grid(self) -> list[list[Cell]]:
        """All cells of the sheet, ragged to the right."""
        width = len(self.labels[0])
        header = self.header()
        rows: list[list[Cell]] = [[self.title], []] if self.headed else []
        rows += [[self.corner if not n else "", *[""] * (width - 1), *row] for n, row in enumerate(header)]
        for n, labels in enumerate(self.labels):
            rows.append([*labels, *(self.printed(n, column) for column in range(len(header[0])))])
        rows += [list(cells) for cells in self.after]
        for (row, column), cell in self.changed.items():
            rows[row] += [""] * (column + 1 - len(rows[row]))
            rows[row][column] = cell
        return rows

    @property
    def first_row(self) -> int:
        """The first row of figures, from 0."""
        return (2 if self.headed else 0) + len(self.header())

    def xlsx(self, *, sheet: str = "PR - ImmCat", more: dict[str, Any] | None = None) -> bytes:
        """The workbook; `more` are further sheets, each a grid of cells."""
        stream = io.BytesIO()
        with Workbook(stream, {"in_memory": True}) as book:
            day = book.add_format({"num_format": "mmm-yy"})
            for name, grid in {sheet: self.grid(), **(more or {})}.items():
                page = book.add_worksheet(name)
                for r, row in enumerate(grid):
                    for c, cell in enumerate(row):
                        if isinstance(cell, date):
                            page.write_datetime(r, c, cell, day)
                        elif cell != "":
                            page.write(r, c, cell)
            if self.merges:
                self._merge(book.get_worksheet_by_name(sheet))
        return stream.getvalue()

    def _merge(self, page: Any) -> None:
        top = 2 if self.headed else 0
        bottom, right = top + len(self.header()) - 1, len(self.labels[0]) - 1
        if (bottom, right) != (top, 0):
            page.merge_range(top, 0, bottom, right, self.corner)

    def csv(self) -> bytes:
        """The rows of labels and months only, as a person saves them: `22-Jan`, no total rows, quotes."""
        months = [i for i, period in enumerate(self.periods()) if period.frequency is Frequency.MONTH]
        heads = [
            f"{p.year % 100}-{SHORT['en'][p.n - 1]}" for p in self.periods() if p.frequency is Frequency.MONTH
        ]
        lines = [",".join(["", "", *heads])]
        for n, labels in enumerate(self.labels):
            figures = [f'"{text}"' if "," in (text := str(self.printed(n, c))) else text for c in months]
            lines.append(",".join([*(f'"{label}"' for label in labels), *figures]))
        return "\r\n".join(lines).encode()


def rewritten(
    data: bytes, change: Callable[[bytes], bytes], *, part: str = "xl/worksheets/sheet1.xml"
) -> bytes:
    """A workbook with the markup of one part changed."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.infolist():
            content = old.read(each)
            new.writestr(each, change(content) if each.filename == part else content)
    return stream.getvalue()


FLAT = (("Skilled, really",), ("Caregiver",), ("Total",))
FLAT_PAIRS = (("Ontario", "Skilled, really"), ("Ontario", "Caregiver"), ("Yukon", "Skilled, really"))


ODP_HEADER = (
    "EN_YEAR",
    "EN_QUARTER",
    "EN_MONTH",
    "FR_ANNEÉ",
    "FR_TRIMESTRE",
    "FR_MOIS",
    "EN_COUNTRY_OF_CITIZENSHIP",
    "FR_PAYS_DE_CITOYENNETÉ",
    "TOTAL",
)


def odp(
    lines: list[tuple[str, ...]],
    *,
    header: tuple[str, ...] = ODP_HEADER,
    delimiter: str = "\t",
    end: str = "\r\n",
    bom: bool = False,
) -> bytes:
    """An ODP text; with another delimiter than the tab, fields that hold it are quoted."""

    def field_text(text: str) -> str:
        return f'"{text}"' if delimiter != "\t" and delimiter in text else text

    body = end.join(delimiter.join(map(field_text, line)) for line in [header, *lines]) + end
    return (b"\xef\xbb\xbf" if bom else b"") + body.encode()


def odp_line(year: int, n: int, en: str, fr: str, total: str) -> tuple[str, ...]:
    """One line of an ODP text by month and citizenship."""
    quarter = (n + 2) // 3
    return (
        str(year),
        f"Q{quarter}",
        SHORT["en"][n - 1],
        str(year),
        f"T{quarter}",
        SHORT["fr"][n - 1],
        en,
        fr,
        total,
    )
