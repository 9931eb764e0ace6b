"""The codebook of a dataset: what can be asked of one edition of it, as plain values.

Everything that planning a question needs is here, so that planning is pure: dimensions with their members,
what the dataset measures, and what the edition covers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from stats.labels import Label, fold, nearest
from stats.periods import Frequency, Period, span
from stats.questions import QuestionError
from stats.values import Disclosure

AXES = 4
"""How many dimensions a dataset may have."""
AXIS_FIELDS = tuple(f"a{axis + 1}" for axis in range(AXES))
"""The columns in which series and cells have their members, by axis."""

TOTAL = "_T"
"""The code of the member that stands for a whole dimension (SDMX's code for a total)."""


class Role(StrEnum):
    """What a member is among the others of its dimension."""

    MEMBER = "member"
    """An ordinary member."""
    OTHER = "other"
    """A remainder ("Other occupations"): kept out of rankings and reported beside them."""
    NOT_STATED = "not_stated"
    """Unknown ("Occupation not stated"): kept out of rankings and reported beside them."""
    TOTAL = "total"
    """The whole dimension."""


RESIDUAL = frozenset({Role.OTHER, Role.NOT_STATED})


@dataclass(frozen=True, slots=True)
class Member:
    """A place on a dimension. `id` is the stored key; `parent` the code of the member it is part of."""

    id: int
    code: str
    label: Label
    role: Role = Role.MEMBER
    parent: str | None = None
    aliases: tuple[str, ...] = ()

    def __hash__(self) -> int:
        # Sets of hundreds of members are made for each question; no two members of a dataset share an id.
        return hash(self.id)

    def as_json(self) -> dict[str, object]:
        return {"code": self.code, "label": self.label.as_json()}


@dataclass(frozen=True)
class Dimension:
    """An axis of a dataset. `axis` (from 0) is the column of the stored cells."""

    slug: str
    label: Label
    axis: int
    total: Member
    members: tuple[Member, ...]

    @cached_property
    def by_id(self) -> Mapping[int, Member]:
        return {m.id: m for m in (*self.members, self.total)}

    @cached_property
    def by_code(self) -> Mapping[str, Member]:
        return {m.code: m for m in (*self.members, self.total)}

    @cached_property
    def children(self) -> Mapping[str | None, tuple[Member, ...]]:
        """Members by the code of their parent; None for the outermost ones."""
        found: dict[str | None, list[Member]] = {}
        for member in self.members:
            found.setdefault(member.parent, []).append(member)
        return {parent: tuple(members) for parent, members in found.items()}

    @cached_property
    def levels(self) -> int:
        """How many levels members lie on: one where none is part of another."""
        return max((len(self.ancestors(member)) for member in self.members), default=0) + 1

    def ancestors(self, member: Member) -> tuple[Member, ...]:
        """The groups that a member lies in, the nearest first."""
        found: list[Member] = []
        parent = member.parent
        while parent is not None:
            found.append(self.by_code[parent])
            parent = found[-1].parent
        return tuple(found)

    def is_group(self, member: Member) -> bool:
        """Whether other members are parts of it."""
        return member.code in self.children

    def leaves_under(self, member: Member) -> tuple[Member, ...]:
        """The innermost members that a member is made of; itself where it has no parts."""
        if member.role is Role.TOTAL:
            return tuple(m for m in self.members if not self.is_group(m))
        if not self.is_group(member):
            return (member,)
        return tuple(leaf for child in self.children[member.code] for leaf in self.leaves_under(child))

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Member, ...]]:
        found: dict[str, list[Member]] = {}
        for member in (self.total, *self.members):
            for name in {
                fold(n) for n in (member.code, member.label.en, member.label.fr, *member.aliases) if n
            }:
                found.setdefault(name, []).append(member)
        return {name: tuple(members) for name, members in found.items()}

    def named(self, name: str, *, path: str) -> Member:
        """The member of a code, of a label in either language, or of an alias.

        Where a group and its only part share a name, the group is meant. QuestionError otherwise, with the
        nearest members or, if the name is ambiguous, the codes of all that bear it.
        """
        if (exact := self.by_code.get(name)) is not None:
            return exact
        found = self._by_name.get(fold(name), ())
        if len(found) > 1:
            outermost = [m for m in found if not any(self.is_part(m, of=other) for other in found)]
            found = tuple(outermost)
        if len(found) == 1:
            return found[0]
        if found:
            codes = [member.code for member in found]
            raise QuestionError(path, f"{name!r} is the name of several members: use a code", accepted=codes)
        names = [n for m in self.members for n in (m.label.en, m.label.fr, m.code) if n]
        raise QuestionError(path, f"{name!r} is not a member of {self.slug!r}", accepted=nearest(name, names))

    def is_part(self, member: Member, *, of: Member) -> bool:
        """Whether a member lies under another one, at whatever depth; the total holds all others."""
        if of.role is Role.TOTAL:
            return member.role is not Role.TOTAL
        return any(group.code == of.code for group in self.ancestors(member))


@dataclass(frozen=True)
class Coverage:
    """What an edition covers: a cell that is not stored is a zero inside and missing outside.

    `spans` are pairs of first and last period of one length; `patterns` the kinds of rows that are printed,
    one letter a dimension: `M` a member, `G` a group of members, `T` the total. `MT` in a table of provinces
    and occupations says that totals of provinces are stated. `undivided` are the rows, as codes by axis, that
    the publisher gives only as a whole ("Province not stated", without categories): nothing is known of
    their parts.
    """

    spans: tuple[tuple[Period, Period], ...] = ()
    patterns: frozenset[str] = frozenset()
    undivided: frozenset[tuple[str, ...]] = frozenset()

    def covers(self, period: Period) -> bool:
        """Whether a period is printed as such."""
        return any(
            first.frequency is period.frequency and first <= period <= last for first, last in self.spans
        )

    def of(self, frequency: Frequency) -> tuple[Period, ...]:
        """All periods printed of one length, in order."""
        return tuple(p for a, b in self.spans if a.frequency is frequency for p in span(a, b))

    @property
    def until(self) -> Period | None:
        """The last month covered (December for a table of years)."""
        return max((last.last_month for _, last in self.spans), default=None)

    @property
    def since(self) -> Period | None:
        """The first month covered."""
        return min((first.first_month for first, _ in self.spans), default=None)

    def knows(self, codes: tuple[str, ...]) -> bool:
        """Whether a combination of members is not part of a row that is given only as a whole."""
        return not any(
            all(u in (TOTAL, c) for u, c in zip(whole, codes, strict=True)) and whole != codes
            for whole in self.undivided
        )

    def joined(self, other: Coverage) -> Coverage:
        """What two forms of one edition cover together."""
        periods = [p for a, b in (*self.spans, *other.spans) for p in span(a, b)]
        return Coverage(spans_of(periods), self.patterns | other.patterns, self.undivided | other.undivided)

    def as_json(self) -> dict[str, Any]:
        return {
            "spans": [[str(a), str(b)] for a, b in self.spans],
            "patterns": sorted(self.patterns),
            "undivided": sorted(map(list, self.undivided)),
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Coverage:
        return cls(
            tuple((Period.parse(a), Period.parse(b)) for a, b in raw.get("spans", ())),
            frozenset(raw.get("patterns", ())),
            frozenset(tuple(codes) for codes in raw.get("undivided", ())),
        )


def spans_of(periods: Iterable[Period]) -> tuple[tuple[Period, Period], ...]:
    """The shortest list of spans that holds exactly these periods."""
    spans: list[tuple[Period, Period]] = []
    for period in sorted(set(periods)):
        if spans and not period.frequency.partial and spans[-1][1].next == period:
            spans[-1] = (spans[-1][0], period)
        else:
            spans.append((period, period))
    return tuple(spans)


class Measures(StrEnum):
    """What a dataset counts, which decides what may be added."""

    EVENTS = "events"
    """Things that happen in a period (permits that took effect): periods and members may be added."""
    UNIQUE_PERSONS = "unique_persons"
    """Persons counted once in each period: periods may not be added."""
    STOCK = "stock"
    """How many there are on a date: periods may not be added."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an edition came from, for the foot of every embed."""

    publisher: Label
    title: Label
    url: str
    licence: Label
    files: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        return {
            "publisher": self.publisher.as_json(),
            "title": self.title.as_json(),
            "url": self.url,
            "licence": self.licence.as_json(),
            "files": list(self.files),
        }


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """What an answer says about the edition it was given from."""

    number: int
    covers_until: Period | None
    cut_off: date | None = None
    in_force_since: datetime | None = None
    modelled: Label = Label()
    """A sentence that the figures are made up, empty for real ones."""

    def as_json(self) -> dict[str, object]:
        return {
            "number": self.number,
            "covers_until": str(self.covers_until) if self.covers_until else None,
            "cut_off": self.cut_off.isoformat() if self.cut_off else None,
            "in_force_since": self.in_force_since.isoformat() if self.in_force_since else None,
            "modelled": self.modelled.as_json() if self.modelled.en else None,
        }


@dataclass(frozen=True)
class Codebook:
    """A dataset as of one edition."""

    dataset_id: int
    slug: str
    title: Label
    unit: Label
    counts: Label
    measures: Measures
    months_add: bool
    members_add: bool
    disclosure: Disclosure
    dimensions: tuple[Dimension, ...]
    edition: EditionFacts
    coverage: Coverage
    source: Source
    notes: tuple[Label, ...] = field(default=())
    """What the newsroom tells readers of the dataset."""
    printed_notes: tuple[Label, ...] = ()
    """What the edition's own file says beside its table."""
    rolled_up: bool = False
    """Whether sums over one dimension are kept beside the cells."""

    @property
    def every_note(self) -> tuple[Label, ...]:
        """The notes of the dataset, and those of the edition's file that they do not repeat."""
        return tuple(dict.fromkeys((*self.notes, *self.printed_notes)))

    @cached_property
    def by_slug(self) -> Mapping[str, Dimension]:
        return {d.slug: d for d in self.dimensions}

    def dimension(self, name: str, *, path: str) -> Dimension:
        """The dimension of a slug; QuestionError with the nearest ones otherwise."""
        if (found := self.by_slug.get(name)) is None:
            near = nearest(name, self.by_slug) or list(self.by_slug)
            raise QuestionError(path, f"{name!r} is not a dimension of {self.slug!r}", accepted=near)
        return found
