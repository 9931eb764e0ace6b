"""What a sample edition is: one or two files named as IRCC names them, and a note on what is modelled."""

from __future__ import annotations

from dataclasses import dataclass

from stats.labels import Label
from stats.periods import Period


@dataclass(frozen=True, slots=True)
class SampleFile:
    """One source file: its name and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class SampleEdition:
    """One edition of one dataset, as a publisher would release it.

    `files` holds one bilingual file, or the English and the French one in this order.
    """

    dataset: str
    number: int
    files: tuple[SampleFile, ...]
    covers_until: Period
    note: Label
