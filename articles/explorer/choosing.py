"""Which choices belong together: the result decides what can be measured, and both what else is asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from stats.questions import AMONG, BY_PERIOD, COMPARING, OF_A_WHOLE, WITH_A_NUMBER, Kind, Measure, Wording


class Show(StrEnum):
    """How an answer is shown."""

    RANKING = "ranking"
    TABLE = "table"
    BAR = "bar"
    LINE = "line"
    FIGURE = "figure"
    STATEMENT = "statement"


RANKED = frozenset({Show.RANKING, Show.BAR})
TABULAR = frozenset({Show.TABLE, Show.LINE})
LISTING = RANKED | TABULAR
"""Results with a row for each member."""
WITH_OTHER_MEMBERS = frozenset({Measure.CHANGE, Measure.PERCENT_CHANGE, Measure.RATIO})
"""Measures that compare with other members, too."""


def measures_of(show: Show) -> tuple[Measure, ...]:
    """What can be shown so: a place is a single figure, and what may be said of a series."""
    return tuple(measure for measure in Measure if measure not in AMONG or show is Show.FIGURE)


def kind_of(show: Show, over: str) -> Kind:
    """The kind of question behind a result."""
    if show in RANKED:
        return Kind.RANKING
    if show in TABULAR:
        return Kind.TABLE if over else Kind.SERIES
    return Kind.STATEMENT if show is Show.STATEMENT else Kind.FIGURE


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose besides members and a period."""

    show: Show
    measure: Measure
    over: str = ""
    by: str = BY_PERIOD
    says: str = ""

    @property
    def place(self) -> bool:
        """A place among the members of a dimension."""
        return self.measure in AMONG

    @property
    def lists(self) -> bool:
        """Rows of members."""
        return self.show in LISTING and bool(self.over)

    @property
    def residual(self) -> bool:
        """Whether others and not stated are among the rows."""
        return self.lists or self.place

    @property
    def columns(self) -> bool:
        """What stands across, and how many levels below each other."""
        return self.show is Show.TABLE and bool(self.over)

    @property
    def small(self) -> bool:
        """Which rows are small."""
        return self.lists and self.show in (Show.RANKING, Show.TABLE)

    @property
    def whole(self) -> bool:
        """What a share is of."""
        return self.measure in OF_A_WHOLE

    @property
    def compares(self) -> bool:
        """What is compared with; for a ranking of plain values, since when places have moved."""
        moves = self.show is Show.RANKING and self.measure is Measure.VALUE
        return self.measure in COMPARING or moves

    @property
    def other_members(self) -> bool:
        """Which other members are compared with."""
        return self.measure in WITH_OTHER_MEMBERS

    @property
    def threshold(self) -> bool:
        """With regard to which number something is said."""
        return self.show is Show.STATEMENT and self.says in {wording.value for wording in WITH_A_NUMBER}

    @property
    def several(self) -> bool:
        """Whether it is about several periods."""
        across = self.show in TABULAR and (not self.columns or self.by == BY_PERIOD)
        return across or self.show is Show.STATEMENT


def measure_of(text: str, show: Show) -> Measure:
    """The measure of a name; the plain value for one that there is not, or that cannot be shown so."""
    known = {measure.value: measure for measure in measures_of(show)}
    return known.get(text, Measure.VALUE)


def says_of(text: str) -> str:
    """What is said of a series; that it is the highest since when, where nothing is chosen."""
    return text if text in set(Wording) else Wording.HIGHEST_SINCE.value
