"""Roll-ups: sums over all other dimensions, by one member and period, with histories like those of cells.

A question about one dimension of a table of several would add up every cell of the dataset. These rows hold
what `stats.bounds.Tally` remembers of such sums, so that it adds up a few thousand instead.
"""

from __future__ import annotations

from django.db import models

from stats.models.cell import OPEN


class Rollup(models.Model):
    """The tally of the leaf cells of a member at a period, from one edition until another.

    `axis` is the dimension of the member; cells are added up over all others.
    """

    dataset = models.ForeignKey(
        "stats.Dataset", on_delete=models.DO_NOTHING, db_constraint=False, db_index=False
    )
    axis = models.SmallIntegerField()
    member = models.IntegerField()
    period = models.IntegerField()
    printed = models.BigIntegerField()
    rounded = models.IntegerField()
    least = models.IntegerField()
    hidden = models.IntegerField()
    blank = models.IntegerField()
    since = models.IntegerField()
    until = models.IntegerField(default=OPEN)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("dataset", "axis", "member", "period", "since"), name="one_rollup_an_edition"
            ),
        )
        indexes = (models.Index(fields=("dataset", "axis", "period"), name="rollups_by_period"),)

    def __str__(self) -> str:
        return f"{self.axis}/{self.member} @ {self.period}: {self.printed} [{self.since}, {self.until})"
