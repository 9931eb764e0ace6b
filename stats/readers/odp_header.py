"""The header line of an ODP text: which columns are time, which labels in which language, which the figure.

Headers are matched by their folded names, because the publisher misspells some (`FR_ANNEÉ`). Columns with a
common stem (`EN_PROGRAM_LEVEL_2` … `_5`, `…-MAIN_CATEGORY` `-GROUP` `-COMPONENT`) are one dimension's path.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from stats.findings import Where, refuse
from stats.labels import Label, fold
from stats.readers.layouts import Layout

_TIME = {
    "en_year": "year",
    "fr_annee": "year",
    "en_quarter": "quarter",
    "fr_trimestre": "quarter",
    "en_month": "month",
    "fr_mois": "month",
}
_STEM = re.compile(r"(?P<stem>.+?)(?:_(?:level|niveau)_\d+|-[^-]+)$")


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of an ODP text, by their index from 0."""

    names: tuple[str, ...]
    time: tuple[tuple[str, str, int], ...]
    """Time columns as (`year`, `quarter` or `month`; `en` or `fr`; column)."""
    pairs: tuple[tuple[int | None, int | None], ...]
    """The English and the French column of each label."""
    layout: Layout
    """How many of the pairs belong to each dimension."""
    headers: tuple[Label, ...]
    total: int

    @property
    def time_columns(self) -> list[int]:
        """All time columns, from the left."""
        return [column for _, _, column in self.time]

    @property
    def label_columns(self) -> list[int]:
        """All label columns, English before French in each pair."""
        return [column for pair in self.pairs for column in pair if column is not None]


def is_odp(names: Sequence[str]) -> bool:
    """Whether header names are those of an ODP text."""
    folded = [fold(name) for name in names]
    return "total" in folded and any(name.startswith(("en_", "fr_")) for name in folded)


def columns(
    names: Sequence[str], *, layout: Layout | None, where: Where, spared: Container[int] = ()
) -> Columns:
    """The columns of a header line but for those `spared`, by their index.

    Refused if a column is of no known kind or has no counterpart.
    """
    folded = ["" if index in spared else fold(name) for index, name in enumerate(names)]
    for index, name in enumerate(folded):
        if index not in spared and name != "total" and not name.startswith(("en_", "fr_")):
            raise refuse(
                "read.header",
                f"the column {names[index]!r} is unknown: EN_…, FR_… and TOTAL are expected",
                replace(where, column=index + 1),
            )
    time = tuple((_TIME[name], name[:2], i) for i, name in enumerate(folded) if name in _TIME)
    if not any(kind == "year" for kind, _, _ in time):
        raise refuse("read.header", f"no column of years among {list(names)!r}: EN_YEAR is expected", where)
    english = [i for i, name in enumerate(folded) if name.startswith("en_") and name not in _TIME]
    french = [i for i, name in enumerate(folded) if name.startswith("fr_") and name not in _TIME]
    pairs = _pairs(names, english, french, where)
    stems = [_stem(folded[en if en is not None else fr or 0]) for en, fr in pairs]
    settled = _layout(stems, layout, where)
    return Columns(
        tuple(names),
        time,
        pairs,
        settled,
        _headers(names, pairs, settled),
        folded.index("total"),
    )


def _pairs(
    names: Sequence[str], english: list[int], french: list[int], where: Where
) -> tuple[tuple[int | None, int | None], ...]:
    if not english and not french:
        raise refuse(
            "read.header", f"no column of labels among {list(names)!r}: EN_… and FR_… are expected", where
        )
    if english and french and len(english) != len(french):
        raise refuse(
            "read.header",
            f"{len(english)} English columns {[names[i] for i in english]!r} and {len(french)} French ones "
            f"{[names[i] for i in french]!r} do not make pairs: one for each language is expected",
            where,
        )
    return tuple(zip_longest(english, french))


def _stem(folded: str) -> str:
    match = _STEM.fullmatch(folded)
    return match["stem"] if match else folded


def _layout(stems: list[str], layout: Layout | None, where: Where) -> Layout:
    if layout is not None and sum(layout) == len(stems):
        return layout
    widths: list[int] = []
    for index, stem in enumerate(stems):
        if index and stem == stems[index - 1]:
            widths[-1] += 1
        else:
            widths.append(1)
    if layout is not None and len(layout) != len(widths):
        raise refuse(
            "read.layout",
            f"the file has the label columns {stems!r}: {len(layout)} dimensions {layout!r} are expected",
            where,
        )
    return tuple(widths)


def _headers(
    names: Sequence[str], pairs: Sequence[tuple[int | None, int | None]], layout: Layout
) -> tuple[Label, ...]:
    headers, at = [], 0
    for width in layout:
        en, fr = pairs[at]
        headers.append(Label(_title(names, en, width), _title(names, fr, width)))
        at += width
    return tuple(headers)


def _title(names: Sequence[str], column: int | None, width: int) -> str:
    """`EN_COUNTRY_OF_CITIZENSHIP` → `Country of citizenship`, without the level where there are several."""
    if column is None:
        return ""
    name = names[column]
    if width > 1 and (match := _STEM.fullmatch(name.casefold())):
        name = name[: len(match["stem"])]
    return name[3:].replace("_", " ").strip().capitalize()
