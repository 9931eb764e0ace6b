"""Keeping roll-ups: after an edition is written, what it changes in the cells is added to the sums before it.

An edition that is dropped takes its roll-ups with it in the same way as its cells, so both stay exact.
"""

from __future__ import annotations

import polars as pl
from django.db import transaction

from stats.codebook import AXIS_FIELDS
from stats.ingest.writing import end, insert
from stats.models import OPEN, Cell, Dataset, Rollup
from stats.queries.frames import frame_of
from stats.queries.tallies import PARTS
from stats.values import Status


def renew(dataset: Dataset, number: int) -> None:
    """Bring the roll-ups up to edition `number`, whose cells have just been written.

    A dataset of one dimension needs none; one that has none yet gets those of all its editions.
    """
    if not dataset.rolled_up:
        rebuild(dataset)
        return
    # An edition that is completed has its sums already.
    drop(dataset.pk, number)
    for axis in range(dataset.dimensions.count()):
        _renew_axis(dataset, axis, number)


def drop(dataset_id: int, number: int) -> None:
    """Undo what the newest edition did to the roll-ups."""
    rollups = Rollup.objects.filter(dataset_id=dataset_id)
    rollups.filter(since=number).delete()
    rollups.filter(until=number).update(until=OPEN)


@transaction.atomic
def rebuild(dataset: Dataset) -> None:
    """Make all roll-ups of a dataset again, edition by edition."""
    axes = dataset.dimensions.count()
    if axes < 2:
        return
    Rollup.objects.filter(dataset=dataset).delete()
    for number in dataset.editions.kept().order_by("number").values_list("number", flat=True):
        for axis in range(axes):
            _renew_axis(dataset, axis, number)
    dataset.rolled_up = True
    dataset.save(update_fields=("rolled_up",))


def _renew_axis(dataset: Dataset, axis: int, number: int) -> None:
    """Add what an edition changes to the sums of the one before it: only its own cells are added up."""
    of_axis = {"dataset": dataset.pk, "axis": axis, "number": number, "open": OPEN}
    added = frame_of(_ADDED.format(member=AXIS_FIELDS[axis]), of_axis | _meanings(dataset), _SCHEMA)
    added = added.filter(pl.any_horizontal(pl.col(PARTS) != 0))
    if added.is_empty():
        return
    before = frame_of(_BEFORE, of_axis, {"id": pl.Int64, **_SCHEMA})
    sums = added.join(before, on=["member", "period"], how="left", suffix="_before")
    end(Rollup, sums["id"].drop_nulls(), number)
    now = sums.with_columns(
        *(pl.col(part) + pl.col(f"{part}_before").fill_null(0) for part in PARTS),
        dataset_id=pl.lit(dataset.pk),
        axis=pl.lit(axis),
        since=pl.lit(number),
        until=pl.lit(OPEN),
    ).filter(pl.any_horizontal(pl.col(PARTS) != 0))
    insert(Rollup, now.select("dataset_id", "axis", *_SCHEMA, "since", "until").sort("member", "period"))


def _meanings(dataset: Dataset) -> dict[str, int]:
    return {
        "least": dataset.disclosure.least,
        "normal": int(Status.NORMAL),
        "hidden": int(Status.SUPPRESSED),
    }


_SCHEMA = dict.fromkeys(("member", "period", *PARTS), pl.Int64)
_COUNTED = {
    "printed": "CASE WHEN status = %(normal)s THEN value ELSE 0 END",
    "rounded": "CASE WHEN status = %(normal)s AND value > 0 THEN 1 ELSE 0 END",
    "least": "CASE WHEN status = %(normal)s AND value = %(least)s THEN 1 ELSE 0 END",
    "hidden": "CASE WHEN status = %(hidden)s THEN 1 ELSE 0 END",
    "blank": "CASE WHEN status NOT IN (%(normal)s, %(hidden)s) THEN 1 ELSE 0 END",
}
"""What one cell adds to each part of a tally."""
_SIGN = "CASE WHEN since = %(number)s THEN 1 ELSE -1 END"
_ADDED = f"""
    SELECT {{member}}, period,
        {", ".join(f"CAST(SUM({_SIGN} * {_COUNTED[part]}) AS bigint)" for part in PARTS)}
    FROM {Cell._meta.db_table}
    WHERE dataset_id = %(dataset)s AND leaf AND (since = %(number)s OR until = %(number)s)
    GROUP BY {{member}}, period
"""  # noqa: S608 (names of our own tables and columns)
# The two are joined here and not by the database, whose planner knows nothing yet of rows just written.
_BEFORE = f"""
    SELECT id, member, period, {", ".join(PARTS)} FROM {Rollup._meta.db_table}
    WHERE dataset_id = %(dataset)s AND axis = %(axis)s AND until = %(open)s
"""  # noqa: S608
