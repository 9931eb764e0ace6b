"""Reading a question from JSON, refusing what it does not know."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from stats.questions.errors import QuestionError
from stats.questions.measures import COMPARING, YEAR_BEFORE, Against, Before, Measure, Selection
from stats.questions.periods import PeriodChoice, parse_choice
from stats.questions.question import BY_PERIOD, KEYS, Kind, Question
from stats.questions.reading import edition, members, name, only_known, selection, shown, text, whole

MAXIMUM_TOP = 1000
AGAINST_KEYS = ("where", "period", "as_of")


def parse(raw: object) -> Question:
    """The question in a JSON object; QuestionError with the path of what is wrong otherwise."""
    if not isinstance(raw, Mapping):
        raise QuestionError("", f"a question is a JSON object, not {type(raw).__name__}")
    only_known(raw, KEYS, "")
    if "dataset" not in raw:
        raise QuestionError("dataset", "is missing: the slug of a dataset is expected")
    kind = _kind(raw.get("kind", Kind.FIGURE.value))
    over, by = _lists(raw, kind)
    measure = _measure(raw.get("measure", Measure.VALUE.value))
    return Question(
        dataset=text(raw["dataset"], "dataset"),
        kind=kind,
        period=parse_choice(raw.get("period"), several=kind is Kind.SERIES or by == BY_PERIOD),
        where=selection(raw.get("where", {}), "where"),
        over=over,
        by=by,
        measure=measure,
        of=_of(raw.get("of"), measure),
        against=_against(raw.get("against"), measure),
        exclude=_exclude(raw.get("exclude"), over),
        top=_top(raw.get("top"), over),
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


def _measure(value: object) -> Measure:
    if not isinstance(value, str) or value not in set(Measure):
        raise QuestionError(
            "measure", f"{shown(value)} is not a measure", accepted=[m.value for m in Measure]
        )
    return Measure(value)


def _lists(raw: Mapping[Any, Any], kind: Kind) -> tuple[str | None, str | None]:
    """The dimensions of rows and columns, as far as the kind has them."""
    over, by = name(raw, "over"), name(raw, "by")
    if kind in (Kind.RANKING, Kind.TABLE) and over is None:
        raise QuestionError("over", f"is missing: a {kind} lists the members of a dimension")
    if kind in (Kind.FIGURE, Kind.SERIES) and over is not None:
        raise QuestionError("over", f"a {kind} has none: ask for a table or a ranking")
    if by is not None and kind is not Kind.TABLE:
        raise QuestionError("by", f"a {kind} has no columns: ask for a table")
    if by is not None and by == over:
        raise QuestionError("by", f"{by!r} is already the dimension of the rows")
    return over, (by or BY_PERIOD) if kind is Kind.TABLE else None


def _of(value: object, measure: Measure) -> Selection | None:
    if value is None:
        return None
    if measure is not Measure.SHARE:
        raise QuestionError(
            "of", f"only a share is taken of something, not a {measure}", accepted=["against"]
        )
    return selection(value, "of")


def _against(value: object, measure: Measure) -> Against | None:
    if measure not in COMPARING:
        if value is not None:
            raise QuestionError("against", f"a {measure} is compared with nothing")
        return None
    if value is None:
        if measure is Measure.RATIO:
            raise QuestionError("against", "is missing: what a ratio compares with is expected")
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
    return found


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


def _top(value: object, over: str | None) -> int | None:
    if value is None:
        return None
    if over is None:
        raise QuestionError("top", "nothing is listed: ask for a table or a ranking")
    return whole(value, "top", 1, MAXIMUM_TOP)
