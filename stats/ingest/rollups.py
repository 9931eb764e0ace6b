"""Keeping roll-ups: after an edition is written, those whose cells it touched are added up anew.

An edition that is dropped takes its roll-ups with it in the same way as its cells, so both stay exact.
"""

from __future__ import annotations

from django.db import connection, transaction

from stats.models import OPEN, Cell, Dataset, Rollup
from stats.values import Status

AXIS_FIELDS = ("a1", "a2", "a3", "a4")


def renew(dataset: Dataset, number: int) -> None:
    """Bring the roll-ups up to edition `number`, whose cells have just been written.

    A dataset of one dimension needs none; one that has none yet gets those of all its editions.
    """
    if not dataset.rolled_up:
        rebuild(dataset)
        return
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
    cells, rollups = (connection.ops.quote_name(model._meta.db_table) for model in (Cell, Rollup))
    field = AXIS_FIELDS[axis]
    touched = (
        f"SELECT DISTINCT {field}, period FROM {cells} "  # noqa: S608 (names of our own tables and columns)
        "WHERE dataset_id = %(dataset)s AND leaf AND (since = %(number)s OR until = %(number)s)"
    )
    of_axis = f"dataset_id = %(dataset)s AND axis = %(axis)s AND (member, period) IN ({touched})"
    values = {
        "dataset": dataset.pk,
        "axis": axis,
        "number": number,
        "open": OPEN,
        "least": dataset.disclosure.least,
        "normal": int(Status.NORMAL),
        "hidden": int(Status.SUPPRESSED),
    }
    statements = (
        f"DELETE FROM {rollups} WHERE since = %(number)s AND {of_axis}",  # noqa: S608
        f"UPDATE {rollups} SET until = %(number)s WHERE until > %(number)s AND {of_axis}",  # noqa: S608
        f"""
        INSERT INTO {rollups}
            (dataset_id, axis, member, period, printed, rounded, least, hidden, blank, since, until)
        SELECT dataset_id, %(axis)s, {field}, period,
            COALESCE(SUM(CASE WHEN status = %(normal)s THEN value ELSE 0 END), 0),
            SUM(CASE WHEN status = %(normal)s AND value > 0 THEN 1 ELSE 0 END),
            SUM(CASE WHEN status = %(normal)s AND value = %(least)s THEN 1 ELSE 0 END),
            SUM(CASE WHEN status = %(hidden)s THEN 1 ELSE 0 END),
            SUM(CASE WHEN status NOT IN (%(normal)s, %(hidden)s) THEN 1 ELSE 0 END),
            %(number)s, %(open)s
        FROM {cells}
        WHERE dataset_id = %(dataset)s AND leaf AND since <= %(number)s AND until > %(number)s
            AND ({field}, period) IN ({touched})
        GROUP BY dataset_id, {field}, period
        """,  # noqa: S608
    )
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement, values)
