"""Damage to words: headings, labels, languages, titles."""

from __future__ import annotations

import re
from random import Random

from stats.readers.reading import Form
from tests.mutations.grid import Grid, Place

_FRENCH = {"Canada": "Le Canada", "India": "Inde", "Ontario": "L'Ontario", "Total": "Total général"}


def _headings(grid: Grid) -> list[Place]:
    return [
        (row, column)
        for row in grid.heads
        for column in range(len(grid.rows[row]))
        if grid.text((row, column)) and (grid.form is Form.ODP or column not in grid.labels)
    ]


def _labels(grid: Grid) -> list[Place]:
    return [(row, column) for row in grid.lines for column in grid.labels if grid.text((row, column))]


def _heading(grid: Grid, random: Random, change) -> Grid | None:
    place = random.choice(_headings(grid))
    return grid.put((place, change(grid.text(place))))


def heading_blanked(grid: Grid, random: Random) -> Grid | None:
    return _heading(grid, random, lambda text: "")


def heading_misspelt(grid: Grid, random: Random) -> Grid | None:
    return _heading(grid, random, lambda text: text[:1] + "x" + text[2:])


def heading_of_another_time(grid: Grid, random: Random) -> Grid | None:
    places = [place for place in _headings(grid) if re.search(r"\d", grid.text(place))]
    if not places:
        return None
    place = random.choice(places)
    text = grid.text(place)
    return grid.put((place, re.sub(r"\d+", lambda m: str(int(m[0]) + random.choice((-1, 1))), text, count=1)))


def headings_exchanged(grid: Grid, random: Random) -> Grid | None:
    row = random.choice(grid.heads)
    places = [place for place in _headings(grid) if place[0] == row]
    return grid.swap(*random.sample(places, 2)) if len(places) > 1 else None


def label_misspelt(grid: Grid, random: Random) -> Grid | None:
    place = random.choice(_labels(grid))
    text = grid.text(place)
    at = random.randrange(len(text))
    return grid.put((place, text[:at] + random.choice("aeioux") + text[at + 1 :]))


def label_blanked(grid: Grid, random: Random) -> Grid | None:
    return grid.put((random.choice(_labels(grid)), ""))


def labels_exchanged(grid: Grid, random: Random) -> Grid | None:
    column = random.choice(grid.labels)
    places = [place for place in _labels(grid) if place[1] == column]
    if len(places) < 2:
        return None
    one, other = random.sample(places, 2)
    return None if grid.text(one) == grid.text(other) else grid.swap(one, other)


def language_of_a_row(grid: Grid, random: Random) -> Grid | None:
    """English and French exchanged in a line of an ODP text, or a French heading or label in a workbook."""
    if grid.form is Form.ODP:
        row = random.choice(grid.lines)
        pairs = [(a, b) for a, b in _pairs(grid) if grid.text((row, a)) != grid.text((row, b))]
        if not pairs:
            return None
        return grid.swap(*((row, column) for column in random.choice(pairs)))
    places = [place for place in _labels(grid) if grid.text(place) in _FRENCH]
    if not places:
        return None
    place = random.choice(places)
    return grid.put((place, _FRENCH[grid.text(place)]))


def languages_of_columns(grid: Grid, random: Random) -> Grid | None:
    """The English and the French column of an ODP text exchanged, their headings left."""
    if grid.form is not Form.ODP:
        return None
    one, other = random.choice(_pairs(grid))
    rows = [list(row) for row in grid.rows]
    for line in grid.lines:
        rows[line][one], rows[line][other] = rows[line][other], rows[line][one]
    return grid.with_rows(rows)


def months_in_the_other_language(grid: Grid, random: Random) -> Grid | None:
    french = {
        "Feb": "févr.",
        "Apr": "avr.",
        "May": "mai",
        "Jun": "juin",
        "Jul": "juil.",
        "Aug": "août",
        "Dec": "déc.",
    }
    places = [place for place in _headings(grid) if grid.text(place) in french]
    if not places:
        return None
    chosen = random.sample(places, random.randrange(1, len(places) + 1))
    return grid.put(*((place, french[grid.text(place)]) for place in chosen))


def title_changed(grid: Grid, random: Random) -> Grid | None:
    if grid.form is not Form.CROSSTAB or not grid.text((0, 0)):
        return None
    return grid.put(((0, 0), "Canada - Something else, January 2015 - June 2024"))


def cut_off_changed(grid: Grid, random: Random) -> Grid | None:
    places = [(row, 0) for row, cells in enumerate(grid.rows) if str(cells[0]).strip().startswith("Source")]
    if not places:
        return None
    return grid.put((places[0], "Source: IRCC, January 31, 2015"))


def _pairs(grid: Grid) -> list[tuple[int, int]]:
    """The English and the French column of each pair of labels."""
    names = [grid.text((0, column)) for column in range(len(grid.rows[0]))]
    english = [
        column for column in grid.labels if names[column].startswith("EN_") and "TIME" not in names[column]
    ]
    french = [column for column in grid.labels if names[column].startswith("FR_")]
    return list(zip(english, french, strict=False))
