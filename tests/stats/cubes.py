"""Small cubes in memory: a codebook and printed cells, fetched by a plan's conditions without a database."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from stats.answers import Answer
from stats.assembly import assemble
from stats.bounds import NOTHING, Tally, tally_of_cell
from stats.codebook import (
    TOTAL,
    Codebook,
    Coverage,
    Dimension,
    EditionFacts,
    Measures,
    Member,
    Role,
    Source,
    spans_of,
)
from stats.labels import Label
from stats.periods import Period
from stats.plan import Plan
from stats.questions import parse
from stats.values import IRCC, Deciding, Disclosure, Status
from stats.workings import workings

PROVINCES = (("ON", "Ontario", None), ("QC", "Quebec", None), ("NS", "Not stated", None))
CATEGORIES = (
    ("eco", "Economic", None),
    ("eco/fsw", "Skilled Worker", "eco"),
    ("eco/cg", "Caregiver", "eco"),
    ("fam", "Family", None),
    ("fam/sp", "Spouse", "fam"),
    ("oth", "Other", None),
)
ROLES = {"NS": Role.NOT_STATED, "oth": Role.OTHER}


def dimension(axis: int, slug: str, members: tuple[tuple[str, str, str | None], ...]) -> Dimension:
    """An axis with members numbered from 100 (first axis) or 200 (second)."""
    first = 100 * (axis + 1)
    return Dimension(
        slug,
        Label(slug.capitalize()),
        axis,
        Member(first, TOTAL, Label("Total", "Total"), Role.TOTAL),
        tuple(
            Member(first + i, code, Label(en, f"{en} (fr)"), ROLES.get(code, Role.MEMBER), parent)
            for i, (code, en, parent) in enumerate(members, start=1)
        ),
    )


PROVINCE = dimension(0, "province", PROVINCES)
CATEGORY = dimension(1, "category", CATEGORIES)
LEAVES = tuple(product([m.code for m in PROVINCE.members], ["eco/fsw", "eco/cg", "fam/sp", "oth"]))


@dataclass(frozen=True)
class Cube:
    """Printed cells by (codes, period): a number, or None where it is hidden. Absent is zero."""

    cells: Mapping[tuple[tuple[str, str], Period], int | None]
    periods: tuple[Period, ...]
    patterns: frozenset[str] = frozenset({"MM"})
    months_add: bool = True
    members_add: bool = True
    undivided: frozenset[tuple[str, ...]] = frozenset()
    disclosure: Disclosure = IRCC

    @property
    def codebook(self) -> Codebook:
        """What can be asked of it."""
        return Codebook(
            dataset_id=1,
            slug="cube",
            title=Label("A cube"),
            unit=Label("persons"),
            counts=Label("Persons counted once in each period."),
            measures=Measures.EVENTS if self.months_add else Measures.UNIQUE_PERSONS,
            months_add=self.months_add,
            members_add=self.members_add,
            disclosure=self.disclosure,
            dimensions=(PROVINCE, CATEGORY),
            edition=EditionFacts(1, self.periods[-1].last_month),
            coverage=Coverage(spans_of(self.periods), self.patterns, self.undivided),
            source=Source(Label("IRCC"), Label("A cube"), "", Label("Open")),
        )

    def fetch(self, planned: Plan) -> dict[tuple[int, ...], Tally]:
        """The tallies that a plan asks for."""
        parts = {part for period in planned.periods for part in period.parts}
        found: dict[tuple[int, ...], Tally] = {}
        for (codes, period), number in self.cells.items():
            ids = [d.by_code[c].id for d, c in zip((PROVINCE, CATEGORY), codes, strict=True)]
            leaf = codes in LEAVES or codes in self.undivided
            met = all(
                (a.only is None or i in a.only) and i not in a.but
                for a, i in zip(planned.axes, ids, strict=True)
            )
            if period not in parts or not met or (planned.leaves_only and not leaf):
                continue
            key = (*(ids[axis] for axis in planned.groups), period.code)
            status = Status.SUPPRESSED if number is None else Status.NORMAL
            found[key] = found.get(key, NOTHING) + tally_of_cell(number, status, self.disclosure)
        return found

    def ask(self, *, deciding: Deciding = "sure", **question: object) -> Answer:
        """The answer to a question about this cube."""
        found = workings(parse({"dataset": "cube"} | question), lambda _: self.codebook)
        return assemble(found, [self.fetch(plan) for plan in found.plans], deciding=deciding)
