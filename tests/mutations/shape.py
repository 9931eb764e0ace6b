"""Damage to rows and columns: moved, doubled, removed, exchanged, emptied."""

from __future__ import annotations

from random import Random

from tests.mutations.grid import Grid, Place


def _block(grid: Grid, random: Random, rows: int) -> list[int]:
    """Some rows with figures that follow each other."""
    first = random.randrange(max(1, len(grid.lines) - rows))
    return list(grid.lines[first : first + rows])


def _moved(grid: Grid, places: list[Place]) -> Grid | None:
    """What stands in each place moved to the next one, the last to the first."""
    contents = [grid.rows[row][column] for row, column in places]
    if len({grid.text(place) for place in places}) < 2:
        return None
    return grid.put(*zip(places, [contents[-1], *contents[:-1]], strict=True))


def row_moved_by_a_column(grid: Grid, random: Random) -> Grid | None:
    if len(grid.figures) < 3:
        return None
    row = random.choice(grid.lines)
    return _moved(grid, [(row, column) for column in grid.figures])


def table_moved_by_a_column(grid: Grid, random: Random) -> Grid | None:
    if len(grid.figures) < 3:
        return None
    first, last = min(grid.figures), max(grid.figures)
    rows = list(grid.rows)
    for line in grid.lines:
        row = rows[line]
        rows[line] = [*row[:first], "0", *row[first:last], *row[last + 1 :]]
    return grid.with_rows(rows)


def column_moved_by_a_row(grid: Grid, random: Random) -> Grid | None:
    column = random.choice(grid.figures)
    return _moved(grid, [(row, column) for row in _block(grid, random, 40)])


def column_blanked(grid: Grid, random: Random) -> Grid | None:
    column = random.choice(grid.figures)
    lines = set(grid.lines)
    return grid.with_rows([
        [*row[:column], "", *row[column + 1 :]] if number in lines else row
        for number, row in enumerate(grid.rows)
    ])  # fmt: skip


def row_blanked(grid: Grid, random: Random) -> Grid | None:
    row = random.choice(grid.lines)
    return grid.put(*(((row, column), "") for column in grid.figures))


def row_doubled(grid: Grid, random: Random) -> Grid | None:
    row = random.choice(grid.lines)
    return grid.with_rows([*grid.rows[: row + 1], grid.rows[row], *grid.rows[row + 1 :]])


def row_removed(grid: Grid, random: Random) -> Grid | None:
    row = random.choice(grid.lines)
    return grid.with_rows([*grid.rows[:row], *grid.rows[row + 1 :]])


def rows_removed(grid: Grid, random: Random) -> Grid | None:
    block = _block(grid, random, random.randrange(2, 30))
    return grid.with_rows([*grid.rows[: block[0]], *grid.rows[block[-1] + 1 :]])


def end_cut_off(grid: Grid, random: Random) -> Grid | None:
    return grid.with_rows(grid.rows[: random.choice(grid.lines[1:])])


def rows_exchanged(grid: Grid, random: Random) -> Grid | None:
    """The figures of two rows exchanged, their labels left."""
    one, other = random.sample(list(grid.lines), 2)
    if grid.rows[one][grid.figures[0] :] == grid.rows[other][grid.figures[0] :]:
        return None
    pairs = [((one, column), (other, column)) for column in grid.figures]
    return grid.put(
        *((a, grid.rows[b[0]][b[1]]) for a, b in pairs), *((b, grid.rows[a[0]][a[1]]) for a, b in pairs)
    )


def rows_in_another_order(grid: Grid, random: Random) -> Grid | None:
    block = _block(grid, random, 30)
    order = random.sample(block, len(block))
    rows = list(grid.rows)
    for to, fro in zip(block, order, strict=True):
        rows[to] = grid.rows[fro]
    return grid.with_rows(rows)


def _columns_exchanged(grid: Grid, random: Random, lines) -> Grid | None:
    columns = grid.figures if len(grid.figures) > 2 else grid.labels
    if len(columns) < 2:
        return None
    one, other = sorted(random.sample(list(columns), 2))
    rows = list(grid.rows)
    for line in lines:
        row = list(rows[line])
        row[one], row[other] = row[other], row[one]
        rows[line] = row
    return grid.with_rows(rows)


def columns_exchanged(grid: Grid, random: Random) -> Grid | None:
    """The contents of two columns exchanged, their headings left."""
    return _columns_exchanged(grid, random, grid.lines)


def columns_exchanged_with_headings(grid: Grid, random: Random) -> Grid | None:
    return _columns_exchanged(grid, random, [grid.heads[-1], *grid.lines])
