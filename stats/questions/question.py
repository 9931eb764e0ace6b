"""A question as a value, and its canonical JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Literal

from stats.questions.measures import Against, Measure, Selection, edition_as_json, selection_as_json
from stats.questions.periods import PeriodChoice
from stats.questions.says import Says


class Kind(StrEnum):
    """What shape of answer is asked for."""

    FIGURE = "figure"
    """One number."""
    SERIES = "series"
    """One number a period."""
    TABLE = "table"
    """Members by periods, or members by members."""
    RANKING = "ranking"
    """Members in the order of their figures."""
    STATEMENT = "statement"
    """What can be said of a series: when it first passed a number, how often in a row it rose."""


Depth = int | Literal["all"]
"""A number of levels, or all that there are."""

BY_PERIOD = "period"
"""The `by` of a table whose columns are periods."""


@dataclass(frozen=True, slots=True)
class Question:
    """A request for figures of one dataset. `over` lists members, `by` makes columns."""

    dataset: str
    kind: Kind
    period: PeriodChoice
    where: Selection = field(default_factory=dict)
    over: str | None = None
    by: str | None = None
    measure: Measure = Measure.VALUE
    of: Selection | None = None
    """The whole of a share: members that take the place of those in `where`; None for the parent."""
    against: Against | None = None
    """What a change or ratio compares with, or a ranking moved since; None where nothing is compared."""
    exclude: Selection | None = None
    """Members kept out; None leaves it to the rule of the dataset (others and not stated), `{}` keeps all."""
    top: int | None = None
    depth: Depth = 1
    """How many levels a table lists: the parts of its members below them, and theirs in turn."""
    small_below: int | None = None
    """Rows of a ranking or table whose figures may be smaller are marked."""
    says: Says | None = None
    """What a statement says of its series."""
    as_of: int | date | None = None
    """The edition by its number, or the one in force on a date; None for the one in force now."""

    def as_json(self) -> dict[str, Any]:
        """The canonical object; keys that say nothing are left out."""
        found: dict[str, Any] = {"dataset": self.dataset, "kind": self.kind.value}
        if self.where:
            found["where"] = selection_as_json(self.where)
        for key in ("over", "by"):
            if (name := getattr(self, key)) is not None:
                found[key] = name
        found["period"] = self.period.as_json()
        if self.measure is not Measure.VALUE:
            found["measure"] = self.measure.value
        if self.of is not None:
            found["of"] = selection_as_json(self.of)
        if self.against is not None:
            found["against"] = self.against.as_json()
        if self.exclude is not None:
            found["exclude"] = selection_as_json(self.exclude)
        if self.top is not None:
            found["top"] = self.top
        if self.depth != 1:
            found["depth"] = self.depth
        if self.small_below is not None:
            found["small_below"] = self.small_below
        if self.says is not None:
            found["says"] = self.says.as_json()
        if self.as_of is not None:
            found["as_of"] = edition_as_json(self.as_of)
        return found

    @property
    def key(self) -> str:
        """The canonical object as compact text, for caches and dependencies."""
        return json.dumps(self.as_json(), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


KEYS = (
    "dataset",
    "kind",
    "where",
    "over",
    "by",
    "period",
    "measure",
    "of",
    "against",
    "exclude",
    "top",
    "depth",
    "small_below",
    "says",
    "as_of",
)
"""Every key of the JSON object."""
