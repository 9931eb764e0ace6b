"""The oracle: small cubes as a publisher prints them, and every truth that prints the same.

A world is one completion: a true whole number for each printed innermost cell. Where totals are stated, only
worlds in which their parts add up to what is printed are possible.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from hypothesis import strategies as st

from stats.codebook import TOTAL
from stats.periods import Period, month, span, year
from stats.values import EXACT, IRCC, Disclosure
from tests.stats.cubes import CATEGORY, PROVINCE, Cube

DISCLOSURES = (
    IRCC,
    EXACT,
    Disclosure(10, 1, 4),
    Disclosure(10, 1, 9),
    Disclosure(3, 1, 2),
    Disclosure(1, 1, 4),
    Disclosure(5, 1, 0),
)
MONTHS = tuple(span(month(2022, 1), month(2024, 2)))
LEAVES = (("ON", "eco/fsw"), ("ON", "oth"), ("QC", "eco/fsw"), ("QC", "fam/sp"), ("NS", "oth"))
CELLS = tuple(product(LEAVES, (month(2022, 2), month(2023, 1), month(2023, 2), month(2024, 2))))

Cell = tuple[tuple[str, str], Period]
World = Mapping[Cell, int]
Sum = Callable[[World], int]


def printed(truth: int, disclosure: Disclosure) -> int | None:
    """What a publisher prints for a true number, None where it hides it. Halves round up."""
    if disclosure.hidden_from <= truth <= disclosure.hidden_to:
        return None
    return (2 * truth + disclosure.base) // (2 * disclosure.base) * disclosure.base


def truths_of(shown: int | None, disclosure: Disclosure) -> list[int]:
    """Every true number that is printed so. A printed zero is exact."""
    if shown is None:
        return list(range(disclosure.hidden_from, disclosure.hidden_to + 1))
    if shown == 0:
        return [0]
    near = range(max(1, shown - disclosure.base), shown + disclosure.base + 1)
    return [truth for truth in near if printed(truth, disclosure) == shown]


def kept(truth: int, disclosure: Disclosure) -> bool:
    """Whether a true number is printed as something else than a zero that it is not."""
    return truth == 0 or printed(truth, disclosure) != 0


def cells_in(where: Mapping[str, object], months: tuple[Period, ...]) -> set[Cell]:
    """The innermost cells of a selection."""
    chosen = []
    for dimension in (PROVINCE, CATEGORY):
        named = where.get(dimension.slug, TOTAL)
        codes = [named] if isinstance(named, str) else list(named)
        chosen.append({leaf.code for c in codes for leaf in dimension.leaves_under(dimension.by_code[c])})
    return {((p, c), at) for p, c in product(*chosen) for at in months}


@dataclass(frozen=True)
class Published:
    """A cube and everything that is true of it in some world."""

    cube: Cube
    shown: Mapping[Cell, int | None]
    stated: Mapping[Cell, int | None]

    def sum_of(self, where: Mapping[str, object], months: tuple[Period, ...]) -> Sum:
        """What a selection truly adds up to, as a function of the world."""
        cells = [cell for cell in self.shown if cell in cells_in(where, months)]
        return lambda world: sum(world[cell] for cell in cells)

    def worlds(self) -> Iterator[World]:
        """Every truth that prints the same."""
        disclosure = self.cube.disclosure
        stated = [
            (self.sum_of({"province": p, "category": c}, at.months), number)
            for ((p, c), at), number in self.stated.items()
        ]
        for truths in product(*(truths_of(number, disclosure) for number in self.shown.values())):
            world = dict(zip(self.shown, truths, strict=True))
            if all(printed(whole(world), disclosure) == number for whole, number in stated):
                yield world


PLAIN = frozenset({"MM"})
EVERYTHING = frozenset("".join(p) for p in product("MT", "MGT"))


def truths_of_cells(
    disclosure: Disclosure, *, most: int, largest: int = 33, cells: Sequence[Cell] = CELLS
) -> st.SearchStrategy[dict[Cell, int]]:
    """Worlds of a few cells."""
    truth = st.integers(0, largest).filter(lambda number: kept(number, disclosure))
    return st.dictionaries(st.sampled_from(cells), truth, max_size=most)


@st.composite
def publications(draw, *, most: int = 4, largest: int = 33, stated: bool = False) -> Published:
    """A few cells, printed under one of several rules; `stated`: with every total of them, and the year."""
    disclosure = draw(st.sampled_from(DISCLOSURES))
    world = draw(truths_of_cells(disclosure, most=most, largest=largest))
    shown = {cell: printed(number, disclosure) for cell, number in world.items() if number}
    totals = stated_totals(world, disclosure) if stated else {}
    periods = (*MONTHS, year(2022), year(2023)) if stated else MONTHS
    cube = Cube({**shown, **totals}, periods, EVERYTHING if stated else PLAIN, disclosure=disclosure)
    return Published(cube, shown, totals)


def stated_totals(world: World, disclosure: Disclosure) -> dict[Cell, int | None]:
    """Every total of members and years, printed for itself; one that is zero is not."""
    found: dict[Cell, int | None] = {}
    for p, c, at in product(PROVINCE.by_code, CATEGORY.by_code, (*MONTHS, year(2022), year(2023))):
        cells = cells_in({"province": p, "category": c}, at.months)
        number = sum(truth for cell, truth in world.items() if cell in cells)
        if number and cells != {((p, c), at)}:
            found[(p, c), at] = printed(number, disclosure)
    return found
