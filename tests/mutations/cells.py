"""Damage to single cells: lost, changed, exchanged."""

from __future__ import annotations

from random import Random

from tests.mutations.grid import Grid


def _number(text: str) -> bool:
    return text.replace(",", "").isdigit() and int(text.replace(",", "")) > 0


def _long(text: str) -> bool:
    return _number(text) and len(text.replace(",", "")) >= 3


def _thousands(text: str) -> bool:
    return _number(text) and int(text.replace(",", "")) >= 1000


def _changed(grid: Grid, random: Random, fits, change) -> Grid | None:
    place = grid.pick(random, fits)
    return None if place is None else grid.put((place, change(grid.text(place).replace(",", ""))))


def cell_blanked(grid: Grid, random: Random) -> Grid | None:
    return _changed(grid, random, bool, lambda text: "")


def digit_dropped(grid: Grid, random: Random) -> Grid | None:
    def change(text: str) -> str:
        at = random.randrange(len(text) - 1)
        return str(int(text[:at] + text[at + 1 :]))

    return _changed(grid, random, lambda text: _number(text) and int(text.replace(",", "")) >= 10, change)


def zero_added(grid: Grid, random: Random) -> Grid | None:
    return _changed(grid, random, _number, lambda text: text + "0")


def digits_exchanged(grid: Grid, random: Random) -> Grid | None:
    def change(text: str) -> str:
        first, second, *rest = text
        return str(int("".join([second, first, *rest])))

    return _changed(grid, random, lambda text: _long(text) and text[0] != text.replace(",", "")[1], change)


def off_base(grid: Grid, random: Random) -> Grid | None:
    return _changed(grid, random, _number, lambda text: str(int(text) + random.randrange(1, 5)))


def one_step(grid: Grid, random: Random) -> Grid | None:
    return _changed(grid, random, _number, lambda text: str(int(text) + 5))


def negative(grid: Grid, random: Random) -> Grid | None:
    return _changed(grid, random, _number, lambda text: "-" + text)


def unknown_mark(grid: Grid, random: Random) -> Grid | None:
    return _changed(grid, random, bool, lambda text: random.choice(["..", "x", "F", "n/a", "#REF!"]))


def hidden_as_zero(grid: Grid, random: Random) -> Grid | None:
    return _changed(grid, random, "--".__eq__, lambda text: "0")


def number_hidden(grid: Grid, random: Random) -> Grid | None:
    return _changed(grid, random, _long, lambda text: "--")


def point_for_comma(grid: Grid, random: Random) -> Grid | None:
    return _changed(grid, random, _thousands, lambda text: f"{int(text):,}".replace(",", "."))


def blank_for_comma(grid: Grid, random: Random) -> Grid | None:
    mark = random.choice(" \N{NO-BREAK SPACE}'")
    return _changed(grid, random, _thousands, lambda text: f"{int(text):,}".replace(",", mark))


def cells_exchanged(grid: Grid, random: Random) -> Grid | None:
    one = grid.pick(random, _number)
    other = grid.pick(random, lambda text: _number(text) and one and text != grid.text(one))
    return grid.swap(one, other) if one and other else None
