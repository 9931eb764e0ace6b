"""Answers made by hand: with a tie, an open order, suppressed figures, and a label in English only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from articles.document.nodes import EmbedBlock
from stats.answers import (
    AnsweredPeriod,
    Column,
    Comparison,
    Figure,
    FigureAnswer,
    LeftOut,
    Made,
    Movement,
    Origin,
    Provenance,
    RankedRow,
    RankingAnswer,
    Remark,
    RemarkKind,
    TableAnswer,
    TableRow,
)
from stats.codebook import EditionFacts, Member, Role, Source
from stats.labels import Label
from stats.periods import Period, month, year
from stats.questions import Question, parse
from stats.values import MISSING, Bounds, Status, Value

FIGURE = {"dataset": "permits", "where": {"province": "ON"}, "period": {"year": 2021}}
RANKING = FIGURE | {"kind": "ranking", "over": "occupation", "top": 5}
TABLE = {"dataset": "permits", "kind": "table", "over": "province", "period": {"from": "2020", "to": "2021"}}
SERIES = {"dataset": "permits", "kind": "series", "where": {"province": "ON"}, "period": {"from": "2021-01"}}

ONTARIO = Member(1, "ON", Label("Ontario", "Ontario"))
QUEBEC = Member(2, "QC", Label("Quebec", "Québec"))
COOKS = Member(3, "6322", Label("Cooks", "Cuisiniers/cuisinières"))
PHYSICIANS = Member(4, "3111", Label("Specialist physicians", ""))
PROFESSORS = Member(5, "4011", Label("University professors & lecturers", "Professeurs d’université"))
ATHLETES = Member(6, "5251", Label("Athletes", "Athlètes"))
OTHERS = Member(7, "other", Label("Other occupations", "Autres professions"), Role.OTHER)


def block(raw: dict, kind: str, **more: object) -> EmbedBlock:
    """The embed that asks a question."""
    return EmbedBlock(kind=kind, question=parse(raw), **more)


def normal(number: float, *, parts: int = 12, hidden: int = 0, spread: float = 24) -> Figure:
    """A sum of rounded months."""
    bounds = Bounds(max(0, number - spread), number + spread + 4 * hidden)
    return Figure(Value(number, Status.NORMAL, bounds, bounds), Made(Origin.SUM, parts, hidden))


def stated(number: float) -> Figure:
    """A figure that the publisher printed."""
    bounds = Bounds(number - 2, number + 2)
    return Figure(Value(number, Status.NORMAL, bounds, bounds), Made(Origin.STATED))


HIDDEN = Figure(Value(None, Status.SUPPRESSED, Bounds(1, 4), Bounds(1, 4)), Made(Origin.STATED, 1, 1))
ABSENT = Figure(MISSING, Made(Origin.STATED))
ZERO = Figure(Value(0, Status.NORMAL, Bounds(0, 0), Bounds(0, 0)), Made(Origin.STATED))


def about(question: Question, *chosen: Member, number: int = 2, modelled: bool = True) -> Provenance:
    """What the answers say of themselves."""
    return Provenance(
        question=question,
        dataset_title=Label("Work permits by province", "Permis de travail selon la province"),
        unit=Label("permits", "permis"),
        counts=Label("Permits that took effect in the month.", "Permis entrés en vigueur dans le mois."),
        where=tuple((Label("Province", "Province"), member) for member in chosen),
        edition=EditionFacts(
            number=number,
            covers_until=month(2024, 7),
            cut_off=date(2024, 7, 31),
            modelled=Label("Modelled figures.", "Chiffres modélisés.") if modelled else Label(),
        ),
        source=Source(
            publisher=Label("The department", "Le ministère"),
            title=Label("A table", "Un tableau"),
            url="https://example.org/data?a=1&b=2",
            licence=Label("Open licence", "Licence ouverte"),
        ),
        notes=(Label("Figures are rounded to 5.", "Les chiffres sont arrondis à 5."),),
    )


def whole(period: Period) -> AnsweredPeriod:
    """A period that is covered to its end."""
    return AnsweredPeriod(period, period)


def figure_answer(figure: Figure | None = None) -> FigureAnswer:
    """Ontario's permits of 2021: the sum lies below its bounds, because hidden figures add to it."""
    sure = Bounds(146_695, 151_835)
    found = Figure(
        Value(145_560, Status.NORMAL, Bounds(145_822, 152_708), sure), Made(Origin.SUM, 6012, 1392)
    )
    return FigureAnswer(about(parse(FIGURE), ONTARIO), whole(year(2021)), figure or found)


def ranking_answer() -> RankingAnswer:
    """Five places, of which the first stands, two cannot be told apart, two tie; one is not ranked."""
    return RankingAnswer(
        about=about(parse(RANKING), ONTARIO),
        period=whole(year(2021)),
        over=Label("Occupation", "Profession"),
        rows=(
            RankedRow(1, False, COOKS, normal(2870), True),
            RankedRow(2, False, PHYSICIANS, normal(1425), False),
            RankedRow(3, True, PROFESSORS, normal(1410), False),
            RankedRow(3, True, QUEBEC, normal(1410), True),
            RankedRow(None, False, ATHLETES, HIDDEN, None),
        ),
        left_out=(LeftOut(OTHERS, normal(122_885, hidden=3)),),
        count=499,
    )


def ranking_that_moved() -> RankingAnswer:
    """The same ranking against an earlier edition: up, down, open, new and at rest; one small; a coverage."""
    answer = ranking_answer()
    question = parse(RANKING | {"against": {"as_of": 1}, "small_below": 5})
    edition = replace(answer.about.edition, number=1)
    comparison = Comparison((), (answer.period,), edition)
    ranks = [_rank(n, n, n) for n in range(1, 6)]
    moves = (
        Movement(ranks[2], ranks[0], _rank(2, 2, 2)),
        Movement(ranks[0], ranks[1], _rank(-1, -3, -1)),
        Movement(ranks[2], ranks[2], _rank(0, -2, 2)),
        Movement(MISSING, ranks[2], MISSING),
        Movement(ranks[4], ranks[4], _rank(0, 0, 0)),
    )
    return replace(
        answer,
        about=replace(answer.about, question=question, comparison=comparison),
        rows=tuple(
            replace(row, movement=move, small=row.rank is None)
            for row, move in zip(answer.rows, moves, strict=True)
        ),
        coverage=_rank(0.0787, 0.077, 0.0803),
    )


def _rank(number: float, low: float, high: float) -> Value:
    bounds = Bounds(low, high)
    return Value(number, Status.NORMAL, bounds, bounds)


def table_answer() -> TableAnswer:
    """Two provinces by two years, the newest covered to June only."""
    partial = AnsweredPeriod(year(2021), Period.parse("2021-to-06"))
    return TableAnswer(
        about=about(parse(TABLE)),
        columns=(Column(period=whole(year(2020))), Column(period=partial)),
        rows=(
            TableRow(ONTARIO, (stated(105_905), stated(72_010))),
            TableRow(QUEBEC, (HIDDEN, ABSENT), depth=1),
        ),
        over=Label("Province or territory", "Province ou territoire"),
        row_count=5,
        column_count=2,
        remarks=(
            Remark(RemarkKind.PARTIAL, columns=(1,)),
            Remark(RemarkKind.UNDIVIDED, rows=(1,)),
        ),
    )


def two_years(*rows: TableRow) -> TableAnswer:
    """Members by the whole years 2020 and 2021, as parts that may be added up."""
    return TableAnswer(
        about=about(parse(TABLE)),
        columns=tuple(Column(period=whole(year(n))) for n in (2020, 2021)),
        rows=rows or (TableRow(ONTARIO, (stated(100), stated(900))), TableRow(QUEBEC, (stated(500), HIDDEN))),
        over=Label("Province or territory", "Province ou territoire"),
        row_count=len(rows) or 2,
        column_count=2,
        rows_add=True,
    )


def two_dimensions() -> TableAnswer:
    """Two provinces by two occupations in 2021."""
    return TableAnswer(
        about=about(parse(TABLE | {"by": "occupation", "period": {"year": 2021}})),
        columns=(Column(member=COOKS), Column(member=PROFESSORS)),
        rows=(TableRow(QUEBEC, (stated(40), stated(60))), TableRow(ONTARIO, (stated(300), HIDDEN))),
        over=Label("Province or territory", "Province ou territoire"),
        by=Label("Occupation", "Profession"),
        period=whole(year(2021)),
        row_count=2,
        column_count=2,
        columns_add=True,
    )


def series_answer() -> TableAnswer:
    """Ontario month by month, with a hidden, a missing and a zero month."""
    figures = (stated(105), HIDDEN, ABSENT, ZERO)
    return TableAnswer(
        about=about(parse(SERIES), ONTARIO, modelled=False),
        columns=tuple(Column(period=whole(month(2021, n))) for n in range(1, len(figures) + 1)),
        rows=(TableRow(None, figures),),
        row_count=1,
        column_count=len(figures),
    )
