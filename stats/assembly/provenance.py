"""What an answer says of itself: its selection, edition and source, and what it is measured against."""

from __future__ import annotations

from stats.answers import Compared, Provenance
from stats.assembly.maker import Maker
from stats.plan import Listed, Plan


def provenance(plan: Plan) -> Provenance:
    """What the answer says of itself."""
    book = plan.codebook
    return Provenance(
        question=plan.question,
        dataset_title=book.title,
        unit=book.unit,
        counts=book.counts,
        where=tuple((dimension.label, member) for dimension, member in plan.where),
        edition=book.edition,
        source=book.source,
        notes=book.notes,
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
