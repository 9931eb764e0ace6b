"""Series and the histories of their cells.

A cell's history is a run of rows, each saying that a value held from edition `since` until (not including)
edition `until`. Only what changed is written, so thirty editions cost little more than one; `as of edition n`
is `since <= n < until`; taking the newest edition back is deleting its rows and opening those that it closed.
Zeros are not stored: inside what an edition covers, a cell that is not there is zero.

Cells repeat the members of their series (`a1` … `a4`), so that a ranking is one range of one covering index.
They carry no database constraints: members are checked as sets before loading, and three foreign keys alone
make a bulk load many times slower.
"""

from __future__ import annotations

from django.db import models

from stats.values import Status

OPEN = 2**31 - 1
"""The `until` of a row that still holds."""


class Series(models.Model):
    """One combination of members of a dataset. Axes that the dataset does not have hold 0.

    `leaf` is false for totals that the publisher states; `since` is the edition that brought it.
    """

    dataset = models.ForeignKey("stats.Dataset", on_delete=models.CASCADE, related_name="series")
    a1 = models.IntegerField(default=0)
    a2 = models.IntegerField(default=0)
    a3 = models.IntegerField(default=0)
    a4 = models.IntegerField(default=0)
    leaf = models.BooleanField(default=True)
    since = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "series"
        constraints = (
            models.UniqueConstraint(
                fields=("dataset", "a1", "a2", "a3", "a4"), name="one_series_a_combination"
            ),
        )

    def __str__(self) -> str:
        return f"{self.dataset_id}: {self.a1}/{self.a2}/{self.a3}/{self.a4}"


class Cell(models.Model):
    """What a series says at a period, from one edition until another. `period` is `Period.code`."""

    dataset = models.ForeignKey(
        "stats.Dataset", on_delete=models.DO_NOTHING, db_constraint=False, db_index=False
    )
    series = models.ForeignKey(Series, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False)
    a1 = models.IntegerField(default=0)
    a2 = models.IntegerField(default=0)
    a3 = models.IntegerField(default=0)
    a4 = models.IntegerField(default=0)
    leaf = models.BooleanField(default=True)
    period = models.IntegerField()
    value = models.IntegerField(null=True)
    status = models.SmallIntegerField(choices=[(s.value, s.slug) for s in Status])
    since = models.IntegerField()
    until = models.IntegerField(default=OPEN)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("series", "period", "since"), name="one_cell_an_edition"),
        )
        indexes = (
            models.Index(
                fields=(
                    "dataset",
                    "a1",
                    "period",
                    "a2",
                    "a3",
                    "a4",
                    "leaf",
                    "since",
                    "until",
                    "status",
                    "value",
                ),
                name="cells_by_first_axis",
            ),
        )

    def __str__(self) -> str:
        return f"{self.series_id} @ {self.period}: {self.value} [{self.since}, {self.until})"
