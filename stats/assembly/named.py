"""What notes name: the rows and columns of a table whose members or periods stand in them.

A member is named by its label as words of their own, a month or quarter with its year, a year after a word
such as “in” or “since”: the year of a decree or in the title of a report says nothing of a column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from stats.answers import Column, Remark, RemarkKind, TableRow
from stats.codebook import Member
from stats.labels import Label, fold
from stats.periods import Frequency, Period, month, year
from stats.readers.headings import MONTHS

WORD = re.compile(r"\w+")
YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
QUARTER = re.compile(r"[qt]([1-4])", re.ASCII)
SHORTEST = 5
"""Shorter names, with the spaces around them, may stand in a sentence by chance."""
BEFORE_YEARS = frozenset(
    (
        *("in", "for", "during", "since", "until", "before", "after", "from", "to"),
        *("en", "pour", "durant", "depuis", "avant", "apres", "de", "a"),
    )
)
"""Folded words after which a year is meant as a period."""

Names = tuple[str, str]


def named(notes: Iterable[Label], columns: Sequence[Column], rows: Sequence[TableRow]) -> Iterable[Remark]:
    """Notes that name some of the rows, but not all of them, or some of the columns."""
    of_rows = [_names(row.member) for row in rows]
    of_columns = [_names(column.member) for column in columns]
    for note in notes:
        texts = (_words(note.en), _words(note.fr))
        periods = periods_in(texts[0]) | periods_in(texts[1])
        on_rows = tuple(at for at, names in enumerate(of_rows) if _stand_in(names, texts))
        on_columns = tuple(
            at
            for at, (names, column) in enumerate(zip(of_columns, columns, strict=True))
            if _stand_in(names, texts) or (column.period is not None and column.period.asked in periods)
        )
        if (on_rows and len(on_rows) < len(rows)) or on_columns:
            yield Remark(RemarkKind.NAMED, on_rows, on_columns, note=note)


def periods_in(text: str) -> frozenset[Period]:
    """The years, quarters and months that a folded text names."""
    found = set()
    for before, word in pairwise(text.split()):
        numbered, quarter = YEAR.fullmatch(word), QUARTER.fullmatch(before)
        if numbered and before in BEFORE_YEARS:
            found.add(year(int(word)))
        elif numbered and before in MONTHS:
            found.add(month(int(word), MONTHS[before]))
        elif numbered and quarter:
            found.add(Period(Frequency.QUARTER, int(word), int(quarter[1])))
    return frozenset(found)


def _names(member: Member | None) -> Names | None:
    return None if member is None else (_words(member.label.en), _words(member.label.fr))


def _stand_in(names: Names | None, texts: Names) -> bool:
    """Whether one of the texts has the name, in its own language, as words of their own."""
    if names is None:
        return False
    return any(len(name) > SHORTEST and name in text for name, text in zip(names, texts, strict=True))


def _words(text: str) -> str:
    """The words of a text, each between spaces, so that no part of a word is taken for one."""
    return f" {' '.join(re.findall(WORD, fold(text)))} "
