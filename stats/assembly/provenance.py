"""What an answer says of itself: its selection, edition and source, and what it is measured against."""

from __future__ import annotations

from stats.answers import Compared, Comparison, Provenance
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
    if maker.against is None or maker.against.reference is None:
        return None
    plan, periods = maker.against.plan, maker.against.reference.periods
    return Comparison(
        where=tuple((dimension.label, member) for dimension, member in plan.where),
        periods=tuple(period.period if period else None for period in periods),
        edition=plan.codebook.edition,
    )


def compared(maker: Maker, listed: tuple[Listed, ...], period: int) -> Compared | None:
    """What a measured figure was compared with; None for plain values and where nothing is published."""
    figure = maker.compared(listed, period)
    if figure is None or maker.against is None or maker.against.reference is None:
        return None
    plan = maker.against.plan
    answered = maker.against.reference.periods[period]
    return Compared(
        period=answered.period if answered else None,
        where=tuple((dimension.label, member) for dimension, member in plan.where),
        edition=plan.codebook.edition,
        figure=figure,
    )
