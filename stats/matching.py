"""Matching: from the labels of a reading to the members of a dataset.

Labels are matched by code, then exactly, then by alias, in either language and under the same parent. What is
left becomes a new member, and is said aloud once the dataset has an edition.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from stats.codebook import TOTAL, Dimension, Role
from stats.codelists.provinces import province_code
from stats.findings import Finding, Severity, Where
from stats.labels import Label, fold, nearest, slug, tidy
from stats.readers.reading import Reading

_CODED = re.compile(r"(?P<code>\d{4,5})\s*[-\N{EN DASH}\N{EM DASH}]\s*(?P<label>.+)", re.DOTALL)
_NOT_STATED = re.compile(r"not stated|non (?:de|in)clare|non indique|non precise|non mentionne|unspecified")
SAID_ALOUD = 20
"""How many new members are named one by one."""


@dataclass(frozen=True, slots=True)
class DimensionRules:
    """What a dataset says about the labels of one of its dimensions."""

    slug: str
    coded: bool = False
    codelist: str = ""
    others: tuple[str, ...] = ()
    not_stated: tuple[str, ...] = ()

    def role(self, code: str, label: Label) -> Role:
        """What kind of member a code and its label make."""
        if code in self.others:
            return Role.OTHER
        if code in self.not_stated or _NOT_STATED.search(fold(label.en or label.fr)):
            return Role.NOT_STATED
        return Role.MEMBER


@dataclass(frozen=True, slots=True)
class FoundMember:
    """A member that a file names: its code, what is now known of its label, and whether it is new."""

    code: str
    label: Label
    parent: str | None
    role: Role
    new: bool


@dataclass
class Matching:
    """For every row of a reading the codes of its members, and for every axis the members that were met."""

    rows: list[tuple[str, ...]]
    members: list[dict[str, FoundMember]]
    findings: list[Finding] = field(default_factory=list)

    @property
    def new_members(self) -> int:
        return sum(member.new for axis in self.members for member in axis.values())


def match(
    reading: Reading,
    rules: Sequence[DimensionRules],
    known: Sequence[Dimension],
    *,
    announce: bool,
    file: str = "",
) -> Matching:
    """Match every row of a reading. `known` are the dataset's dimensions with the members that it has so far.

    With `announce`, new members are findings with suggestions. A combination that comes twice is refused by
    the caller's comparison, which sees all rows at once.
    """
    matchers = [_Matcher(rule, dimension) for rule, dimension in zip(rules, known, strict=True)]
    rows = [
        tuple(matcher.code(path) for matcher, path in zip(matchers, row.path, strict=True))
        for row in reading.rows
    ]
    found = Matching(rows, [matcher.found for matcher in matchers])
    if announce:
        found.findings = [f for matcher in matchers for f in _new_member_findings(matcher, reading, file)]
    return found


class _Matcher:
    """Matches the labels of one dimension and remembers what it met."""

    def __init__(self, rules: DimensionRules, dimension: Dimension) -> None:
        self.rules = rules
        self.dimension = dimension
        self.found: dict[str, FoundMember] = {}
        self._paths: dict[tuple[Label, ...], str] = {(): TOTAL}
        self._by_name = _names(dimension)

    def code(self, path: tuple[Label, ...]) -> str:
        """The code of the member at the end of a path of labels."""
        if (known := self._paths.get(path)) is None:
            parent = self.code(path[:-1])
            known = self._paths[path] = self._match(path[-1], None if parent == TOTAL else parent)
        return known

    def known_code(self, path: tuple[Label, ...]) -> str | None:
        """The code of a path that was matched before."""
        return self._paths.get(path)

    def _match(self, printed: Label, parent: str | None) -> str:
        code, label = self._split(printed)
        if code is None or code not in self.dimension.by_code:
            code = next((c for n in _spellings(label) if (c := self._by_name.get((parent, n)))), code)
        if code is None:
            own = slug(label.en or label.fr)
            code = f"{parent}/{own}" if parent else own
        self._remember(code, label, parent)
        return code

    def _split(self, printed: Label) -> tuple[str | None, Label]:
        """The code that a label carries or is known to have, and the label without it."""
        label = Label(tidy(printed.en), tidy(printed.fr))
        if self.rules.coded:
            parts = [_CODED.fullmatch(text) for text in (label.en, label.fr)]
            codes = {part["code"] for part in parts if part}
            if len(codes) == 1:
                texts = [part["label"] if part else "" for part in parts]
                return codes.pop(), Label(*texts)
        if self.rules.codelist == "provinces" and (code := province_code(label.en or label.fr)):
            return code, label
        return None, label

    def _remember(self, code: str, label: Label, parent: str | None) -> None:
        known = self.dimension.by_code.get(code)
        met = self.found.get(code)
        base = met.label if met else known.label if known else Label()
        member = FoundMember(
            code=code,
            label=base.completed_by(label),
            parent=known.parent if known else parent,
            role=known.role if known else self.rules.role(code, label),
            new=known is None,
        )
        self.found[code] = member
        for name in _spellings(member.label):
            self._by_name.setdefault((parent, name), code)


def _spellings(label: Label) -> list[str]:
    return [fold(text) for text in (label.en, label.fr) if text]


def _names(dimension: Dimension) -> dict[tuple[str | None, str], str]:
    found: dict[tuple[str | None, str], str] = {}
    for member in dimension.members:
        for name in (*_spellings(member.label), *map(fold, member.aliases)):
            found.setdefault((member.parent, name), member.code)
    return found


def _new_member_findings(matcher: _Matcher, reading: Reading, file: str) -> list[Finding]:
    new = [member for member in matcher.found.values() if member.new]
    names = [n for m in matcher.dimension.members for n in (m.label.en, m.label.fr) if n]
    lines = _first_lines(reading, matcher)
    found = []
    for member in new[:SAID_ALOUD]:
        near = nearest(member.label.en or member.label.fr, names)
        hint = f"; the nearest known: {', '.join(map(repr, near))}" if near else ""
        message = f"{member.label.en or member.label.fr!r} is new in {matcher.rules.slug!r}{hint}"
        where = Where(file=file, sheet=reading.sheet, row=lines.get(member.code))
        found.append(Finding("resolve.new-member", Severity.WARNING, message, where))
    if len(new) > SAID_ALOUD:
        rest = f"{len(new) - SAID_ALOUD} more members of {matcher.rules.slug!r} are new"
        found.append(
            Finding("resolve.new-member", Severity.WARNING, rest, Where(file=file, sheet=reading.sheet))
        )
    return found


def _first_lines(reading: Reading, matcher: _Matcher) -> Mapping[str, int]:
    lines: dict[str, int] = {}
    for row in reading.rows:
        for path in row.path:
            if (code := matcher.known_code(path)) is not None:
                lines.setdefault(code, row.line)
    return lines
