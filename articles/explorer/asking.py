"""From what an address asks to a question that a dataset can answer, with members by their codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from articles.explorer.address import Asked, Residual, read
from articles.explorer.choosing import RANKED, Show
from articles.explorer.period_text import is_several
from stats.codebook import RESIDUAL, Codebook, Dimension, Member
from stats.periods import Frequency
from stats.plan import wanted_periods
from stats.questions import (
    AMONG,
    BY_PERIOD,
    OF_A_WHOLE,
    Kind,
    Latest,
    Measure,
    Question,
    QuestionError,
    parse,
    parse_text,
)
from stats.workings import workings

FEW_ROWS = 20
"""How many rows a ranking shows where nothing is said."""
MANY = 24
"""How many periods something is said of where nothing is said."""

_LENGTHS = {Frequency.YEAR: "year", Frequency.QUARTER: "quarter", Frequency.MONTH: "month"}


def question_of(asked: Asked, book: Codebook) -> Question:
    """The question; QuestionError where something in it is not there or does not go together."""
    raw: dict[str, Any] = dict(asked.raw)
    if (over := book.by_slug.get(raw.get("over", ""))) is not None:
        excluded = _excluded(asked, over)
        if excluded is not None:
            raw["exclude"] = excluded
    return parse(raw)


def figure_asked(parameters: QueryDict, book: Codebook) -> Question:
    """The question for one figure: of `q` as JSON, or of the table tool's own parameters."""
    if "q" not in parameters:
        named = {name: list(map(str, values)) for name, values in parameters.lists()}
        return question_of(canonical(read(named | {"show": [Show.FIGURE.value]}, book.slug), book), book)
    question = parse_text(str(parameters["q"]))
    if question.dataset != book.slug or question.kind is not Kind.FIGURE:
        raise QuestionError("q", f"a question for one figure of {book.slug!r} is expected")
    return question


def _excluded(asked: Asked, over: Dimension) -> dict[str, list[str]] | None:
    ranked = asked.show in RANKED or asked.choices.place
    if asked.residual is Residual.USUAL or (asked.residual is Residual.LEFT_OUT and ranked):
        return None
    if asked.residual is Residual.LISTED:
        return {} if ranked else None
    codes = [member.code for member in over.members if member.role in RESIDUAL]
    return {over.slug: codes} if codes else None


def canonical(asked: Asked, book: Codebook, *, sent: bool = False) -> Asked:
    """The same with members by their codes where they are known, so that one question has one address.

    What is said of a series is about several periods: in a form that was sent, one becomes the last few.
    """
    found = asked
    period = asked.raw.get("period")
    if sent and asked.show is Show.STATEMENT and not is_several(period):
        found = found.but(period={"last": MANY, "of": shortest_length(book)})
    if where := asked.raw.get("where"):
        found = found.but(where=_coded(where, book))
    if of := asked.raw.get("of"):
        found = found.but(of=_coded(of, book))
    against = asked.raw.get("against")
    if against and "where" in against:
        found = found.but(against=dict(against) | {"where": _coded(against["where"], book)})
    return found


def _coded(selection: Mapping[str, Any], book: Codebook) -> dict[str, list[str]]:
    found = {}
    for slug, names in selection.items():
        dimension = book.by_slug.get(slug)
        listed = [names] if isinstance(names, str) else names
        members = [known_member(dimension, name) if dimension else None for name in listed]
        codes = [member.code if member else name for member, name in zip(members, listed, strict=True)]
        found[slug] = list(dict.fromkeys(codes))
    return found


def known_member(dimension: Dimension, name: str) -> Member | None:
    """The member of a name; None where there is none or the name is that of several."""
    try:
        return dimension.named(name, path=dimension.slug)
    except QuestionError:
        return None


def usual(book: Codebook) -> Asked:
    """What is asked where nothing is said: the first members of the first dimension in the latest period."""
    asked = Asked(
        Show.RANKING,
        {
            "dataset": book.slug,
            "kind": Kind.RANKING.value,
            "over": book.dimensions[0].slug,
            "period": {"latest": usual_length(book)},
        },
    )
    return asked.but(top=FEW_ROWS) if len(book.dimensions[0].children.get(None, ())) > FEW_ROWS else asked


def usual_length(book: Codebook) -> str:
    """The longest period of which the edition has a whole one, in the words of questions."""
    for frequency, word in _LENGTHS.items():
        try:
            wanted_periods(Latest(frequency), book)
        except QuestionError:
            continue
        return word
    return "year"


def shortest_length(book: Codebook) -> str:
    """The shortest length of which the edition prints more than one period, in the words of questions."""
    several = [word for frequency, word in _LENGTHS.items() if len(book.coverage.of(frequency)) > 1]
    return several[-1] if several else usual_length(book)


def obstacle(asked: Asked, book: Codebook) -> QuestionError | None:
    """What stands in the way of an answer; None where there is one."""
    try:
        workings(question_of(asked, book), lambda _: book)
    except QuestionError as error:
        return error
    return None


def figure_question(
    question: Question, *, row: Member | None = None, column: Member | None = None, period: str
) -> Question:
    """The question for one figure of a ranking, table or series; a place stays one among the same members."""
    raw = question.as_json()
    where = {k: [v] if isinstance(v, str) else list(v) for k, v in raw.get("where", {}).items()}
    chosen = where.get(question.over or "", [])
    if question.over and row is not None:
        where[question.over] = [row.code]
    if question.by not in (None, BY_PERIOD) and column is not None:
        where[str(question.by)] = [column.code]
    keys = {"dataset", "measure", "of", "against", "as_of"}
    if question.measure is Measure.VALUE:
        keys.discard("against")
    if question.measure in AMONG:
        keys |= {"over", "exclude"}
    kept = {key: raw[key] for key in keys if key in raw}
    if question.measure in OF_A_WHOLE and question.of is None and question.over:
        kept["of"] = {question.over: chosen if len(chosen) == 1 else ["_T"]}
    return parse(kept | {"kind": Kind.FIGURE.value, "period": period} | ({"where": where} if where else {}))
