"""Questions: a typed request for figures, read from a small JSON object.

The object is also the cache key and the dependency key, so a question has exactly one canonical form
(`Question.as_json`). Reading refuses unknown keys and values and names the nearest valid ones; whether
members and dimensions exist is checked later against a dataset's codebook (`stats.plan`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from stats.labels import nearest
from stats.periods import Frequency, Period, year


class QuestionError(ValueError):
    """A question that cannot be asked: where in it, what was found, and what would be accepted."""

    def __init__(self, path: str, message: str, *, accepted: list[str] | None = None) -> None:
        self.path = path
        self.message = message
        self.accepted = accepted or []
        hint = f" Did you mean {' or '.join(map(repr, self.accepted))}?" if self.accepted else ""
        super().__init__(f"{path}: {message}{hint}" if path else f"{message}{hint}")


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


BY_PERIOD = "period"
"""The `by` of a table whose columns are periods."""

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
Selection = Mapping[str, tuple[str, ...]]
"""Members by dimension, as they were written: codes, or labels in either language."""


@dataclass(frozen=True, slots=True)
class Question:
    """A request for figures of one dataset. `over` lists members, `by` makes columns."""

    dataset: str
    kind: Kind
    period: PeriodChoice
    where: Selection = field(default_factory=dict)
    over: str | None = None
    by: str | None = None
    exclude: Selection | None = None
    """Members kept out; None leaves it to the rule of the dataset (others and not stated), `{}` keeps all."""
    top: int | None = None
    as_of: int | date | None = None
    """The edition by its number, or the one in force on a date; None for the one in force now."""

    def as_json(self) -> dict[str, Any]:
        """The canonical object; keys that say nothing are left out."""
        found: dict[str, Any] = {"dataset": self.dataset, "kind": self.kind.value}
        if self.where:
            found["where"] = _selection_as_json(self.where)
        for key in ("over", "by"):
            if (name := getattr(self, key)) is not None:
                found[key] = name
        found["period"] = self.period.as_json()
        if self.exclude is not None:
            found["exclude"] = _selection_as_json(self.exclude)
        if self.top is not None:
            found["top"] = self.top
        if self.as_of is not None:
            found["as_of"] = self.as_of.isoformat() if isinstance(self.as_of, date) else self.as_of
        return found

    @property
    def key(self) -> str:
        """The canonical object as compact text, for caches and dependencies."""
        return json.dumps(self.as_json(), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


KEYS = ("dataset", "kind", "where", "over", "by", "period", "measure", "exclude", "top", "as_of")
PERIOD_KEYS = ("year", "quarter", "month", "to_date", "latest", "last", "of", "from", "to")
MAXIMUM_TOP = 1000


def parse(raw: object) -> Question:
    """The question in a JSON object; QuestionError with the path of what is wrong otherwise."""
    if not isinstance(raw, Mapping):
        raise QuestionError("", f"a question is a JSON object, not {type(raw).__name__}")
    _only_known(raw, KEYS, "")
    if "dataset" not in raw:
        raise QuestionError("dataset", "is missing: the slug of a dataset is expected")
    kind = _kind(raw.get("kind", Kind.FIGURE.value))
    over = _name(raw, "over")
    if raw.get("measure", "value") != "value":
        raise QuestionError("measure", f"{raw['measure']!r} is not a measure", accepted=["value"])
    if kind in (Kind.RANKING, Kind.TABLE) and over is None:
        raise QuestionError("over", f"is missing: a {kind} lists the members of a dimension")
    if kind in (Kind.FIGURE, Kind.SERIES) and over is not None:
        raise QuestionError("over", f"a {kind} has none: ask for a table or a ranking")
    by = _name(raw, "by")
    if by is not None and kind is not Kind.TABLE:
        raise QuestionError("by", f"a {kind} has no columns: ask for a table")
    if by is not None and by == over:
        raise QuestionError("by", f"{by!r} is already the dimension of the rows")
    return Question(
        dataset=_text(raw["dataset"], "dataset"),
        kind=kind,
        period=_period(raw.get("period"), several=kind in (Kind.SERIES, Kind.TABLE)),
        where=_selection(raw.get("where", {}), "where"),
        over=over,
        by=(by or BY_PERIOD) if kind is Kind.TABLE else None,
        exclude=_exclude(raw.get("exclude"), over),
        top=_top(raw.get("top")),
        as_of=_as_of(raw.get("as_of")),
    )


def parse_text(text: str) -> Question:
    """The question in a JSON text."""
    try:
        raw = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise QuestionError("", f"not JSON: {error}") from error
    return parse(raw)


def _only_known(raw: Mapping[Any, Any], known: tuple[str, ...], path: str) -> None:
    for key in raw:
        if key not in known:
            where = f"{path}.{key}" if path else str(key)
            raise QuestionError(where, "unknown key", accepted=nearest(str(key), known) or list(known))


def _text(value: object, path: str) -> str:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise QuestionError(path, f"{value!r} is not a name")
    return value.strip()


def _kind(value: object) -> Kind:
    if not isinstance(value, str) or value not in set(Kind):
        raise QuestionError("kind", f"{value!r} is not a kind of question", accepted=[k.value for k in Kind])
    return Kind(value)


def _name(raw: Mapping[Any, Any], key: str) -> str | None:
    return None if raw.get(key) is None else _text(raw[key], key)


def _whole(value: object, path: str, low: int, high: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise QuestionError(path, f"{value!r} is not a whole number from {low} to {high}")
    return value


def _top(value: object) -> int | None:
    return None if value is None else _whole(value, "top", 1, MAXIMUM_TOP)


def _members(value: object, path: str) -> tuple[str, ...]:
    names = value if isinstance(value, list | tuple) else [value]
    if not names:
        raise QuestionError(path, "no member is named")
    return tuple(dict.fromkeys(_text(name, path) for name in names))


def _selection(value: object, path: str) -> Selection:
    if not isinstance(value, Mapping):
        raise QuestionError(path, f"{value!r} is not an object of dimensions and members")
    return {_text(k, path): _members(v, f"{path}.{k}") for k, v in value.items()}


def _exclude(value: object, over: str | None) -> Selection | None:
    if value is None:
        return None
    if isinstance(value, list | tuple | str):
        if not value:
            return {}
        if over is None:
            raise QuestionError(
                "exclude", "name the dimension: an object of dimensions and members is expected"
            )
        return {over: _members(value, "exclude")}
    return _selection(value, "exclude")


def _selection_as_json(selection: Selection) -> dict[str, str | list[str]]:
    return {k: v[0] if len(v) == 1 else list(v) for k, v in sorted(selection.items())}


def _as_of(value: object) -> int | date | None:
    if value is None:
        return None
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise QuestionError(
                "as_of", f"{value!r} is neither a date nor the number of an edition"
            ) from None
    return _whole(value, "as_of", 1, 1_000_000)


def _period(raw: object, *, several: bool) -> PeriodChoice:
    if raw is None:
        raise QuestionError("period", "is missing", accepted=['{"year": 2021}', '{"latest": "month"}'])
    if isinstance(raw, int | str) and not isinstance(raw, bool):
        return Fixed(_parse_period(str(raw), "period"))
    if not isinstance(raw, Mapping):
        raise QuestionError("period", f"{raw!r} is not a period", accepted=['{"year": 2021}'])
    _only_known(raw, PERIOD_KEYS, "period")
    match sorted(raw):
        case ["year"]:
            return Fixed(year(_whole(raw["year"], "period.year", 1800, 2200)))
        case ["quarter" | "month" | "to_date" as key]:
            return Fixed(_period_of_length(raw[key], key))
        case ["latest"]:
            return Latest(_length(raw["latest"], "period.latest"))
        case ["last", "of"]:
            if not several and raw["last"] != 1:
                raise QuestionError(
                    "period.last", "one number is about one period: ask for a series or a table"
                )
            return Latest(_length(raw["of"], "period.of"), _whole(raw["last"], "period.last", 1, 1200))
        case ["from"] | ["from", "to"]:
            return _between(raw, several=several)
        case _:
            raise QuestionError("period", f"{dict(raw)!r} is not a period", accepted=['{"year": 2021}'])


def _between(raw: Mapping[Any, Any], *, several: bool) -> Between:
    if not several:
        raise QuestionError("period.from", "one number is about one period: ask for a series or a table")
    first = _parse_period(raw["from"], "period.from")
    last = _parse_period(raw["to"], "period.to") if raw.get("to") is not None else None
    if last is not None and (last.frequency is not first.frequency or last < first):
        raise QuestionError("period.to", f"{last} does not follow {first} in steps of its length")
    if first.frequency.partial:
        raise QuestionError("period.from", f"{first} is a partial period; whole ones are expected")
    return Between(first, last)


def _parse_period(value: object, path: str) -> Period:
    try:
        return Period.parse(str(value))
    except ValueError as error:
        raise QuestionError(path, str(error)) from None


def _period_of_length(value: object, key: str) -> Period:
    period = _parse_period(value, f"period.{key}")
    fits = period.frequency.partial if key == "to_date" else period.frequency is LENGTHS[key]
    if not fits:
        raise QuestionError(f"period.{key}", f"{value!r} is not of that length")
    return period


def _length(value: object, path: str) -> Frequency:
    if not isinstance(value, str) or value not in LENGTHS:
        raise QuestionError(path, f"{value!r} is not a length of period", accepted=list(LENGTHS))
    return LENGTHS[value]
