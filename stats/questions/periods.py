"""Which periods a question is about: a named one, the newest ones, or a range."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from stats.periods import Frequency, Period, year
from stats.questions.errors import QuestionError
from stats.questions.reading import only_known, shown, whole

LENGTHS: Mapping[str, Frequency] = {
    "month": Frequency.MONTH,
    "quarter": Frequency.QUARTER,
    "year": Frequency.YEAR,
}
"""The words for lengths of period in questions."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """One named period."""

    period: Period

    def as_json(self) -> dict[str, Any]:
        match self.period.frequency:
            case Frequency.YEAR:
                return {"year": self.period.year}
            case Frequency.QUARTER:
                return {"quarter": str(self.period)}
            case Frequency.MONTH:
                return {"month": str(self.period)}
            case _:
                return {"to_date": str(self.period)}


@dataclass(frozen=True, slots=True)
class Latest:
    """The newest `count` whole periods of one length that the edition covers; the newest one if it is 1."""

    frequency: Frequency
    count: int = 1

    def as_json(self) -> dict[str, Any]:
        word = self.frequency.name.lower()
        return {"latest": word} if self.count == 1 else {"last": self.count, "of": word}


@dataclass(frozen=True, slots=True)
class Between:
    """All periods from one to another of the same length; up to the newest one if `last` is None."""

    first: Period
    last: Period | None = None

    def as_json(self) -> dict[str, Any]:
        return {"from": str(self.first)} | ({"to": str(self.last)} if self.last else {})


PeriodChoice = Fixed | Latest | Between

PERIOD_KEYS = ("year", "quarter", "month", "to_date", "latest", "last", "of", "from", "to")


def parse_choice(raw: object, *, several: bool, path: str = "period") -> PeriodChoice:
    """The periods in a JSON value; `several` says whether the question is about more than one."""
    if raw is None:
        raise QuestionError(path, "is missing", accepted=['{"year": 2021}', '{"latest": "month"}'])
    if isinstance(raw, int | str) and not isinstance(raw, bool):
        return Fixed(_parse_period(raw, path))
    if not isinstance(raw, Mapping):
        raise QuestionError(path, f"{shown(raw)} is not a period", accepted=['{"year": 2021}'])
    only_known(raw, PERIOD_KEYS, path)
    match sorted(raw):
        case ["year"]:
            return Fixed(year(whole(raw["year"], f"{path}.year", 1800, 2200)))
        case ["quarter" | "month" | "to_date" as key]:
            return Fixed(_period_of_length(raw[key], key, path))
        case ["latest"]:
            return Latest(_length(raw["latest"], f"{path}.latest"))
        case ["last", "of"]:
            if not several and raw["last"] != 1:
                raise QuestionError(
                    f"{path}.last", "one number is about one period: ask for a series or a table"
                )
            return Latest(_length(raw["of"], f"{path}.of"), whole(raw["last"], f"{path}.last", 1, 1200))
        case ["from"] | ["from", "to"]:
            return _between(raw, several=several, path=path)
        case _:
            raise QuestionError(path, f"{shown(dict(raw))} is not a period", accepted=['{"year": 2021}'])


def _between(raw: Mapping[Any, Any], *, several: bool, path: str) -> Between:
    if not several:
        raise QuestionError(f"{path}.from", "one number is about one period: ask for a series or a table")
    first = _parse_period(raw["from"], f"{path}.from")
    last = _parse_period(raw["to"], f"{path}.to") if raw.get("to") is not None else None
    if last is not None and (last.frequency is not first.frequency or last < first):
        raise QuestionError(f"{path}.to", f"{last} does not follow {first} in steps of its length")
    if first.frequency.partial:
        raise QuestionError(f"{path}.from", f"{first} is a partial period; whole ones are expected")
    return Between(first, last)


def _parse_period(value: object, path: str) -> Period:
    if isinstance(value, bool) or not isinstance(value, int | str) or len(said := str(value)) > 20:
        raise QuestionError(path, f"{shown(value)} is not a period", accepted=["2021", "2021-Q3", "2021-07"])
    try:
        return Period.parse(said)
    except ValueError as error:
        raise QuestionError(path, str(error)) from None


def _period_of_length(value: object, key: str, path: str) -> Period:
    period = _parse_period(value, f"{path}.{key}")
    fits = period.frequency.partial if key == "to_date" else period.frequency is LENGTHS[key]
    if not fits:
        raise QuestionError(f"{path}.{key}", f"{shown(value)} is not of that length")
    return period


def _length(value: object, path: str) -> Frequency:
    if not isinstance(value, str) or value not in LENGTHS:
        raise QuestionError(path, f"{shown(value)} is not a length of period", accepted=list(LENGTHS))
    return LENGTHS[value]
