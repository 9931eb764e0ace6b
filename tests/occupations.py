"""IRCC's table of provinces and occupations drawn anew: as other editions, and as an ODP text."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from tests.stats.readers.drawn import SHORT

DATASET = "imp-province-noc"
NAME = "EN_ODP-TR-Work-IMP_PT_NOC4.csv"
HIDDEN = "--"


@dataclass(frozen=True)
class Printed:
    """A wide text: months such as `15-Jan`, and rows of two labels and a figure for each month."""

    months: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, releases: Path) -> Printed:
        """As it was kept."""
        (path,) = releases.glob(f"{DATASET}/*/*.csv")
        head, *rows = csv.reader(io.StringIO(path.read_text("utf-8-sig")))
        return cls(tuple(head[2:]), tuple(map(tuple, rows)))

    @property
    def cells(self) -> int:
        """How many figures are printed, zeros and hidden ones included."""
        return len(self.rows) * len(self.months)

    def until(self, months: int) -> Printed:
        """The edition that ended so many months after the first one."""
        return Printed(self.months[:months], tuple(row[: 2 + months] for row in self.rows))

    def revised(self, share: float, *, seed: int) -> Printed:
        """With a share of the figures above zero raised by five; those that were hidden are 5."""
        random = Random(seed)

        def revise(cell: str) -> str:
            if cell == "0" or random.random() >= share:
                return cell
            return "5" if cell == HIDDEN else str(int(cell.replace(",", "")) + 5)

        return replace(self, rows=tuple((*row[:2], *map(revise, row[2:])) for row in self.rows))

    def as_wide(self) -> bytes:
        """The text as a person exports it."""
        text = io.StringIO(newline="")
        csv.writer(text).writerows([("", "", *self.months), *self.rows])
        return text.getvalue().encode()

    def as_odp(self) -> bytes:
        """The text as IRCC publishes it; French labels are the English ones, which mean the same members."""
        names = (
            *("EN_YEAR", "EN_MONTH", "FR_ANNEÉ", "FR_MOIS"),
            *("EN_PROVINCE_TERRITORY", "FR_PROVINCE_TERRITOIRE", "EN_OCCUPATION", "FR_PROFESSION", "TOTAL"),
        )
        lines = ["\t".join(names)]
        times = [self._time(month) for month in self.months]
        for province, occupation, *cells in self.rows:
            labels = f"{province}\t{province}\t{occupation}\t{occupation}"
            lines += [
                f"{time}\t{labels}\t{cell.replace(',', '')}"
                for time, cell in zip(times, cells, strict=True)
                if cell != "0"
            ]
        return ("\r\n".join(lines) + "\r\n").encode()

    @staticmethod
    def _time(month: str) -> str:
        year, name = month.split("-")
        french = SHORT["fr"][SHORT["en"].index(name)]
        return f"20{year}\t{name}\t20{year}\t{french}"
