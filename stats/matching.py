"""Matching: from the labels of a reading to the members of a dataset.

Labels are matched by code, then exactly, then by alias, in either language and under the same parent. What is
left is taken for a new member, and is a question for the data desk once the dataset has an edition.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from stats.codebook import TOTAL, Dimension, Member, Role
from stats.codelists.provinces import province_code
from stats.findings import Finding, Severity, Where
from stats.labels import Label, fold, nearest, slug, tidy
from stats.readers.reading import Reading

_CODED = re.compile(r"(?P<code>\d{4,5})\s*[-\N{EN DASH}\N{EM DASH}]\s*(?P<label>.+)", re.DOTALL)
_NOT_STATED = re.compile(r"not stated|non (?:de|in)clare|non indique|non precise|non mentionne|unspecified")
SAID_ALOUD = 20
"""How many unmatched labels are named one by one."""


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
    """A member that a file names: its code, what is now known of its label, and whether it is new.

    `renamed` is what the file calls a member of the same official code, where that is not a known spelling.
    """

    code: str
    label: Label
    parent: str | None
    role: Role
    new: bool
    line: int | None = None
    """The row of the file that names it first."""
    renamed: Label = Label()


@dataclass
class Matching:
    """For every row of a reading the codes of its members, and for every axis the members that were met."""

    rows: list[tuple[str, ...]]
    members: list[dict[str, FoundMember]]
    findings: list[Finding] = field(default_factory=list)

    @property
    def new_members(self) -> int:
        return sum(member.new for axis in self.members for member in axis.values())

    @property
    def unmatched(self) -> list[tuple[int, FoundMember]]:
        """The labels that match no member, each with its axis. Parts of a new member are new with it."""
        return [
            (axis, member)
            for axis, members in enumerate(self.members)
            for member in members.values()
            if member.new and not (member.parent in members and members[member.parent].new)
        ]


def match(
    reading: Reading,
    rules: Sequence[DimensionRules],
    known: Sequence[Dimension],
    *,
    announce: bool,
    file: str = "",
) -> Matching:
    """Match every row of a reading. `known` are the dataset's dimensions with the members that it has so far.

    With `announce`, unmatched labels and other names for known codes are findings. A combination that comes
    twice is refused by the caller's comparison, which sees all rows at once.
    """
    matchers = [_Matcher(rule, dimension) for rule, dimension in zip(rules, known, strict=True)]
    rows = [
        tuple(matcher.code(path, row.line) for matcher, path in zip(matchers, row.path, strict=True))
        for row in reading.rows
    ]
    found = Matching(rows, [matcher.found for matcher in matchers])
    if announce:
        where = Where(file=file, sheet=reading.sheet)
        found.findings = [*_unmatched_findings(found, known, where), *_renamed_findings(found, known, where)]
    return found


class _Matcher:
    """Matches the labels of one dimension and remembers what it met."""

    def __init__(self, rules: DimensionRules, dimension: Dimension) -> None:
        self.rules = rules
        self.dimension = dimension
        self.found: dict[str, FoundMember] = {}
        self._paths: dict[tuple[Label, ...], str] = {(): TOTAL}
        self._by_name = _names(dimension)

    def code(self, path: tuple[Label, ...], line: int) -> str:
        """The code of the member at the end of a path of labels, which a line names."""
        if (known := self._paths.get(path)) is None:
            parent = self.code(path[:-1], line)
            known = self._paths[path] = self._match(path[-1], None if parent == TOTAL else parent, line)
        return known

    def _match(self, printed: Label, parent: str | None, line: int) -> str:
        code, label = self._split(printed)
        renamed = Label()
        if code is not None and (known := self.dimension.by_code.get(code)) is not None:
            renamed = self._renamed(known, label)
        else:
            names = [*_spellings(Label(tidy(printed.en), tidy(printed.fr))), fold(code or "")]
            code = next((c for n in names if (c := self._by_name.get((parent, n)))), code)
        if code is None:
            own = slug(label.en or label.fr)
            code = f"{parent}/{own}" if parent else own
        self._remember(code, label, parent, line, renamed)
        return code

    def _renamed(self, known: Member, label: Label) -> Label:
        """What a label that carries the code of a member calls it, where it was never called so."""
        if not self.rules.coded:
            return Label()
        spellings = {*_spellings(known.label), *map(fold, known.aliases)}
        en, fr = (
            text if text and had and fold(text) not in spellings else ""
            for text, had in ((label.en, known.label.en), (label.fr, known.label.fr))
        )
        return Label(en, fr)

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

    def _remember(self, code: str, label: Label, parent: str | None, line: int, renamed: Label) -> None:
        known = self.dimension.by_code.get(code)
        met = self.found.get(code)
        base = met.label if met else known.label if known else Label()
        member = FoundMember(
            code=code,
            label=base.completed_by(label),
            parent=known.parent if known else parent,
            role=known.role if known else self.rules.role(code, label),
            new=known is None,
            line=met.line if met else line,
            renamed=met.renamed.completed_by(renamed) if met else renamed,
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


def _unmatched_findings(found: Matching, known: Sequence[Dimension], where: Where) -> list[Finding]:
    unmatched = found.unmatched
    names = [[n for m in d.members for n in (m.label.en, m.label.fr) if n] for d in known]
    findings = []
    for axis, member in unmatched[:SAID_ALOUD]:
        text = member.label.en or member.label.fr
        near = nearest(text, names[axis])
        hint = f"; the nearest known: {', '.join(map(repr, near))}" if near else ""
        message = f"{text!r} matches no member of {known[axis].slug!r}{hint}"
        place = replace(where, row=member.line)
        findings.append(Finding("resolve.unmatched", Severity.WARNING, message, place))
    if len(unmatched) > SAID_ALOUD:
        rest = f"{len(unmatched) - SAID_ALOUD} more labels match no member"
        findings.append(Finding("resolve.unmatched", Severity.WARNING, rest, where))
    return findings


def _renamed_findings(found: Matching, known: Sequence[Dimension], where: Where) -> list[Finding]:
    renamed = [
        (dimension, member)
        for dimension, members in zip(known, found.members, strict=True)
        for member in members.values()
        if member.renamed != Label()
    ]
    findings = []
    for dimension, member in renamed[:SAID_ALOUD]:
        now, was = member.renamed.in_language("en"), member.label.in_language("en")
        message = f"{member.code} in {dimension.slug!r} is called {now!r} now; it was {was!r}"
        place = replace(where, row=member.line)
        findings.append(Finding("resolve.renamed", Severity.WARNING, message, place))
    if len(renamed) > SAID_ALOUD:
        rest = f"{len(renamed) - SAID_ALOUD} more members are called otherwise now"
        findings.append(Finding("resolve.renamed", Severity.WARNING, rest, where))
    return findings
