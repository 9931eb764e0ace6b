"""Reading a question from JSON, refusing what it does not know."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from stats.questions.errors import QuestionError
from stats.questions.measures import (
    AMONG,
    COMPARING,
    OF_A_WHOLE,
    WITH_ANOTHER_PERIOD,
    YEAR_BEFORE,
    Against,
    Before,
    Measure,
    Selection,
)
from stats.questions.periods import PeriodChoice, parse_choice
from stats.questions.question import BY_PERIOD, KEYS, Depth, Kind, Question
from stats.questions.reading import edition, members, name, only_known, selection, shown, text, whole
from stats.questions.says import Says, parse_says

MAXIMUM_TOP = 1000
MAXIMUM_DEPTH = 9
MAXIMUM_SMALL = 1_000_000
AGAINST_KEYS = ("where", "period", "as_of")
_OVER_TIME = (Kind.SERIES, Kind.STATEMENT)
_LISTING = (Kind.RANKING, Kind.TABLE)


def parse(raw: object) -> Question:
    """The question in a JSON object; QuestionError with the path of what is wrong otherwise."""
    if not isinstance(raw, Mapping):
        raise QuestionError("", f"a question is a JSON object, not {type(raw).__name__}")
    only_known(raw, KEYS, "")
    if "dataset" not in raw:
        raise QuestionError("dataset", "is missing: the slug of a dataset is expected")
    kind = _kind(raw.get("kind", Kind.FIGURE.value))
    measure = _measure(raw.get("measure", Measure.VALUE.value), kind)
    over, by = _lists(raw, kind, measure)
    return Question(
        dataset=text(raw["dataset"], "dataset"),
        kind=kind,
        period=parse_choice(raw.get("period"), several=kind in _OVER_TIME or by == BY_PERIOD),
        where=selection(raw.get("where", {}), "where"),
        over=over,
        by=by,
        measure=measure,
        of=_of(raw.get("of"), measure),
        against=_against(raw.get("against"), measure, kind),
        exclude=_exclude(raw.get("exclude"), over),
        top=_top(raw.get("top"), kind),
        depth=_depth(raw.get("depth"), kind),
        small_below=_small(raw.get("small_below"), kind),
        says=_says(raw.get("says"), kind),
        as_of=edition(raw.get("as_of"), "as_of"),
    )


def parse_text(source: str) -> Question:
    """The question in a JSON text."""
    try:
        raw = json.loads(source)
    except (ValueError, RecursionError) as error:
        raise QuestionError("", f"not JSON: {error}") from error
    return parse(raw)


def _kind(value: object) -> Kind:
    if not isinstance(value, str) or value not in set(Kind):
        raise QuestionError(
            "kind", f"{shown(value)} is not a kind of question", accepted=[k.value for k in Kind]
        )
    return Kind(value)


def _measure(value: object, kind: Kind) -> Measure:
    if not isinstance(value, str) or value not in set(Measure):
        raise QuestionError(
            "measure", f"{shown(value)} is not a measure", accepted=[m.value for m in Measure]
        )
    if value in AMONG and kind is not Kind.FIGURE:
        raise QuestionError(
            "measure", f"a {kind} has no {value}: ask for a figure", accepted=[Measure.VALUE.value]
        )
    return Measure(value)


def _lists(raw: Mapping[Any, Any], kind: Kind, measure: Measure) -> tuple[str | None, str | None]:
    """The dimensions of rows and columns, as far as the kind has them; that of a rank."""
    over, by = name(raw, "over"), name(raw, "by")
    if kind in _LISTING and over is None:
        raise QuestionError("over", f"is missing: a {kind} lists the members of a dimension")
    if measure in AMONG and over is None:
        raise QuestionError("over", f"is missing: a {measure} is a place among the members of a dimension")
    if kind not in _LISTING and measure not in AMONG and over is not None:
        raise QuestionError("over", f"a {kind} has none: ask for a table or a ranking")
    if by is not None and kind is not Kind.TABLE:
        raise QuestionError("by", f"a {kind} has no columns: ask for a table")
    if by is not None and by == over:
        raise QuestionError("by", f"{by!r} is already the dimension of the rows")
    return over, (by or BY_PERIOD) if kind is Kind.TABLE else None


def _of(value: object, measure: Measure) -> Selection | None:
    if value is None:
        return None
    if measure not in OF_A_WHOLE:
        raise QuestionError(
            "of",
            f"only a share or a contribution is taken of something, not a {measure}",
            accepted=["against"],
        )
    return selection(value, "of")


def _against(value: object, measure: Measure, kind: Kind) -> Against | None:
    moving = kind is Kind.RANKING and measure is Measure.VALUE
    if measure not in COMPARING and not (moving and value is not None):
        if value is not None:
            raise QuestionError("against", f"a {measure} is compared with nothing")
        return None
    if value is None:
        if measure in (Measure.RATIO, Measure.INDEX):
            raise QuestionError("against", f"is missing: what a {measure} compares with is expected")
        return YEAR_BEFORE
    if not isinstance(value, Mapping) or not value:
        raise QuestionError("against", f"{shown(value)} is not an object", accepted=list(AGAINST_KEYS))
    only_known(value, AGAINST_KEYS, "against")
    found = Against(
        where=selection(value.get("where", {}), "against.where"),
        period=_period_against(value.get("period")),
        as_of=edition(value.get("as_of"), "against.as_of"),
    )
    if found == Against():
        raise QuestionError("against", "nothing is said that differs", accepted=list(AGAINST_KEYS))
    _check_against(found, measure, moving=moving)
    return found


def _check_against(against: Against, measure: Measure, *, moving: bool) -> None:
    """Refuse what a measure cannot be compared with."""
    if against.where and (moving or measure in AMONG or measure in WITH_ANOTHER_PERIOD):
        what = "a place" if moving or measure in AMONG else f"a {measure}"
        raise QuestionError(
            "against.where", f"{what} is compared with other periods", accepted=["against.period"]
        )
    if measure in WITH_ANOTHER_PERIOD and against.period is None:
        raise QuestionError("against.period", f"is missing: a {measure} compares with another period")
    if measure is Measure.INDEX and isinstance(against.period, Before):
        raise QuestionError(
            "against.period", "an index has one base for all periods", accepted=['{"year": 2015}']
        )


def _period_against(value: object) -> PeriodChoice | Before | None:
    if value is None:
        return None
    if isinstance(value, str) and value in set(Before):
        return Before(value)
    return parse_choice(value, several=False, path="against.period")


def _exclude(value: object, over: str | None) -> Selection | None:
    if value is None:
        return None
    if isinstance(value, list | tuple | str):
        if not value:
            return {}
        if over is None:
            message = "name the dimension: an object of dimensions and members is expected"
            raise QuestionError("exclude", message)
        return {over: members(value, "exclude")}
    found = selection(value, "exclude")
    if found and over is None:
        raise QuestionError(
            "exclude", "nothing is listed that could be left out: ask for a table or a ranking"
        )
    return found


def _top(value: object, kind: Kind) -> int | None:
    if value is None:
        return None
    if kind not in _LISTING:
        raise QuestionError("top", "nothing is listed: ask for a table or a ranking")
    return whole(value, "top", 1, MAXIMUM_TOP)


def _small(value: object, kind: Kind) -> int | None:
    if value is None:
        return None
    if kind not in _LISTING:
        raise QuestionError("small_below", f"a {kind} marks no small numbers: ask for a table or a ranking")
    return whole(value, "small_below", 1, MAXIMUM_SMALL)


def _says(value: object, kind: Kind) -> Says | None:
    if kind is not Kind.STATEMENT:
        if value is not None:
            raise QuestionError("says", f"a {kind} says nothing of a series: ask for a statement")
        return None
    if value is None:
        raise QuestionError("says", "is missing: what is said of the series", accepted=['"rises"'])
    return parse_says(value)


def _depth(value: object, kind: Kind) -> Depth:
    if value is None:
        return 1
    if kind is not Kind.TABLE:
        raise QuestionError("depth", f"a {kind} lists one level: ask for a table")
    if isinstance(value, str) and value == "all":
        return "all"
    try:
        return whole(value, "depth", 1, MAXIMUM_DEPTH)
    except QuestionError as error:
        raise QuestionError("depth", error.message, accepted=["1", "2", "all"]) from None
