"""Files as rules see them, made by hand: countries from line 6 on, months from column 2 on."""

from dataclasses import replace

from stats.codebook import TOTAL, Coverage, Dimension, Measures, Member, Role, spans_of
from stats.compare import compare
from stats.labels import Label
from stats.matching import DimensionRules, match
from stats.periods import month
from stats.printed import Printed
from stats.screening import Changed, InForce, Screened
from stats.values import IRCC
from tests.stats.readings import reading

COUNTRIES = ("India", "France", "Brazil", "Chad")
FRENCH = {"India": "Inde", "France": "France", "Brazil": "Brésil", "Chad": "Tchad"}
MONTHS = (month(2024, 1), month(2024, 2))


def screened(
    rows=COUNTRIES,
    *,
    cells=None,
    known=COUNTRIES,
    before=None,
    periods=MONTHS,
    disclosure=IRCC,
    measures=Measures.EVENTS,
    months_add=True,
    members_add=True,
    **said,
):
    """A workbook with these rows; None is the grand total. `before` are the periods of the edition in force.

    Words of the reading (`title`, `notes`, `cut_off`) go by their names, those in force as `title_before` …
    """
    paths = [((name,) if name else (),) for name in rows]
    members = tuple(
        Member(n, name.lower(), Label(name, FRENCH[name])) for n, name in enumerate(known, start=2)
    )
    dimension = Dimension("citizenship", Label("c"), 0, Member(1, TOTAL, Label("Total"), Role.TOTAL), members)
    words = {key: value for key, value in said.items() if not key.endswith("_before")}
    in_force = {key.removesuffix("_before"): value for key, value in said.items() if key not in words}
    read = replace(reading(paths, cells, periods=periods), **words)
    matching = match(read, [DimensionRules("citizenship")], [dimension], announce=True)
    return Screened(
        printed=Printed(read, matching, [dimension]),
        file="a.xlsx",
        disclosure=disclosure,
        measures=measures,
        months_add=months_add,
        members_add=members_add,
        before=InForce(Coverage(spans_of(before), frozenset({"M"})), **in_force) if before else None,
        known_members=len(known),
    )


def changed(before, now, *, periods=MONTHS, before_periods=MONTHS, rows=COUNTRIES, rows_before=COUNTRIES):
    """The change from one set of figures, by row and period, to another; figures not given are 45."""
    old = screened(rows_before, cells=_all(rows_before, before_periods, before), periods=before_periods)
    new = screened(rows, cells=_all(rows, periods, now), periods=periods, before=before_periods)
    codes = dict.fromkeys([*old.matching.rows, *new.matching.rows])
    ids = {row: number for number, row in enumerate(codes, start=1)}
    difference = compare(
        old.printed.cells(ids),
        new.printed.cells(ids),
        before=old.coverage,
        now=new.coverage,
        patterns={number: new.printed.pattern(row) for row, number in ids.items()},
        known_series=frozenset(ids[row] for row in old.matching.rows),
        absent_was_zero=False,
        absent_is_zero=False,
    )
    return Changed(new, difference, ids)


def _all(rows, periods, figures):
    return {(row, at): figures.get((row, at), 45) for row in range(len(rows)) for at in periods}


def rules(found):
    """The ids of findings."""
    return [finding.rule for finding in found]
