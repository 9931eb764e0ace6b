"""What a statement says of a series: the words of the grammar, and reading them.

Words that need a number are an object (`{"first_above": 50000}`), the others stand alone (`"rises"`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from stats.labels import nearest
from stats.questions.errors import QuestionError
from stats.questions.reading import shown

LARGEST = 10**15
"""Beyond this, numbers are no figures."""


class Wording(StrEnum):
    """What can be said of a series. Each is about its last period, but for the first and last time."""

    FIRST_ABOVE = "first_above"
    """The first period in which it was more than a number."""
    LAST_ABOVE = "last_above"
    """The last period in which it was more than a number."""
    FIRST_BELOW = "first_below"
    """The first period in which it was less than a number."""
    LAST_BELOW = "last_below"
    """The last period in which it was less than a number."""
    HIGHEST_SINCE = "highest_since"
    """The newest period before the last one in which it was at least as high as in the last one."""
    LOWEST_SINCE = "lowest_since"
    """The newest period before the last one in which it was at least as low as in the last one."""
    RISES = "rises"
    """How many times in a row it has risen."""
    FALLS = "falls"
    """How many times in a row it has fallen."""
    HIGHEST_PLACE = "highest_place"
    """The place of the last period from the highest down: 1 for the highest of all."""
    LOWEST_PLACE = "lowest_place"
    """The place of the last period from the lowest up: 1 for the lowest of all."""


WITH_A_NUMBER = (Wording.FIRST_ABOVE, Wording.LAST_ABOVE, Wording.FIRST_BELOW, Wording.LAST_BELOW)
"""What is said with regard to a threshold."""


@dataclass(frozen=True, slots=True)
class Says:
    """One thing to say of a series, with the number that it needs, if any."""

    wording: Wording
    threshold: float | None = None

    def as_json(self) -> Any:
        """The canonical value."""
        if self.threshold is None:
            return self.wording.value
        return {self.wording.value: self.threshold}


def parse_says(value: object) -> Says:
    """What a statement says; QuestionError with the nearest words otherwise."""
    if isinstance(value, Mapping) and len(value) == 1:
        ((word, threshold),) = value.items()
        wording = _wording(word)
        if wording not in WITH_A_NUMBER:
            raise QuestionError("says", f"{wording} needs no number", accepted=[wording.value])
        return Says(wording, _threshold(threshold, f"says.{wording}"))
    if not isinstance(value, str):
        raise QuestionError("says", f"{shown(value)} is nothing that can be said", accepted=list(Wording))
    wording = _wording(value)
    if wording in WITH_A_NUMBER:
        raise QuestionError(f"says.{wording}", "is missing: a number is expected")
    return Says(wording)


def _wording(word: object) -> Wording:
    if not isinstance(word, str) or word not in set(Wording):
        accepted = nearest(str(word)[:40], list(Wording)) or list(Wording)
        raise QuestionError(
            "says", f"{shown(word)} is nothing that can be said", accepted=[str(w) for w in accepted]
        )
    return Wording(word)


def _threshold(value: object, path: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= LARGEST:
        raise QuestionError(path, f"{shown(value)} is not a number")
    return int(value) if value == int(value) else value
