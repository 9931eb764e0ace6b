"""What an answer says of itself: its selection, edition and source, and what it is measured against."""

from __future__ import annotations

from stats.answers import Compared, Comparison, Figure, Provenance
from stats.assembly.maker import Maker
from stats.plan import Listed


def provenance(maker: Maker) -> Provenance:
    """What the answer says of itself."""
    plan, book = maker.plan, maker.plan.codebook
    return Provenance(
        question=plan.question,
        dataset_title=book.title,
        unit=book.unit,
        counts=book.counts,
        where=tuple((dimension.label, member) for dimension, member in plan.where),
        edition=book.edition,
        source=book.source,
        notes=book.notes,
        deciding=maker.deciding,
        disclosure=book.disclosure,
        comparison=comparison(maker),
    )


def comparison(maker: Maker) -> Comparison | None:
    """What all figures of the answer are measured against; None for plain values."""
    if maker.beside is None:
        return None
    plan = maker.beside.fetched.plan
    return Comparison(
        where=tuple((dimension.label, member) for dimension, member in plan.where),
        periods=tuple(period.period if period else None for period in maker.beside.reference.periods),
        edition=plan.codebook.edition,
    )


def compared(maker: Maker, listed: tuple[Listed, ...], period: int) -> Compared | None:
    """What a measured figure was compared with; None for plain values and where nothing is published."""
    figure = maker.compared(listed, period)
    return None if figure is None else compared_with(maker, figure, period)


def compared_with(maker: Maker, figure: Figure, period: int) -> Compared | None:
    """A figure that another one was compared with, with what it is about."""
    if maker.beside is None:
        return None
    plan, answered = maker.beside.fetched.plan, maker.beside.period(period)
    return Compared(
        period=answered.period if answered else None,
        where=tuple((dimension.label, member) for dimension, member in plan.where),
        edition=plan.codebook.edition,
        figure=figure,
    )
