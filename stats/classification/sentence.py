"""The sentences that quantify a change: phrases with gaps, and what stands in them.

Phrases are English and serve as keys of the interface's translations, so that a change is said in both
languages and neither is stored. None of them needs a plural: what is counted stands beside the count.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stats.classification.kinds import Change, ChangeKind, Named
from stats.periods import Period


@dataclass(frozen=True, slots=True)
class Part:
    """A part of one, to be said in percent."""

    of_one: float


@dataclass(frozen=True, slots=True)
class Span:
    """Periods from the first to the last, which may be the same one."""

    first: Period
    last: Period


@dataclass(frozen=True, slots=True)
class Names:
    """Members to be listed."""

    members: tuple[Named, ...]


Gap = int | Part | Span | Names


@dataclass(frozen=True, slots=True)
class Sentence:
    """A phrase and what stands in its gaps."""

    phrase: str
    gaps: Mapping[str, Gap]


def gettext_noop(phrase: str) -> str:
    """Mark a phrase for translation, as Django's function of that name does."""
    return phrase


FELL = gettext_noop("%(cells)s of %(of)s cells fell %(span)s, by %(median)s in the median.")
ROSE = gettext_noop("%(cells)s of %(of)s cells rose %(span)s, by %(median)s in the median.")
ABOUT = gettext_noop("It concerns %(members)s.")
MOVED_TO = gettext_noop("%(volume)s moved from %(losing)s to %(gaining)s, in %(cells)s cells %(span)s.")
WITHIN = gettext_noop("Nearly all of it is in %(within)s.")
SILENT = gettext_noop("Title and notes of the file say nothing about it.")
REWORDED = gettext_noop(
    "Title or notes of the file changed; the figures were neither restated nor reclassified."
)
RENAMED = gettext_noop("Members called otherwise than before: %(series)s (%(members)s).")
COME = gettext_noop("Rows that are new: %(series)s (cells: %(cells)s), %(span)s.")
GONE = gettext_noop("Rows that have no figures any more: %(series)s (cells before: %(cells)s), %(span)s.")
MEMBERS = gettext_noop("Members: %(members)s.")
PERIODS_GONE = gettext_noop("Periods no longer covered: %(periods)s (cells: %(cells)s), %(span)s.")
HIDDEN = gettext_noop("Of %(of)s cells, hidden now: %(fell)s; hidden before and shown now: %(rose)s.")
REVISED = gettext_noop(
    "%(cells)s of %(of)s cells moved %(span)s, up: %(rose)s, down: %(fell)s, by %(median)s in the median."
)
FROM_ZERO = gettext_noop("%(cells)s of %(of)s cells rose from zero %(span)s.")
FRESH = gettext_noop("Periods that are new: %(periods)s (cells: %(cells)s), %(span)s.")

_PHRASES: Mapping[ChangeKind, tuple[str, ...]] = {
    ChangeKind.UNANNOUNCED: (SILENT,),
    ChangeKind.RELABELLED: (REWORDED,),
    ChangeKind.RECLASSIFICATION: (MOVED_TO, WITHIN),
    ChangeKind.ROWS_COME: (COME, MEMBERS),
    ChangeKind.ROWS_GONE: (GONE, MEMBERS),
    ChangeKind.PERIODS_GONE: (PERIODS_GONE,),
    ChangeKind.SUPPRESSION: (HIDDEN,),
    ChangeKind.NEW_PERIODS: (FRESH,),
}


def sentences(change: Change) -> tuple[Sentence, ...]:
    """What is to be said of a change; phrases whose gaps it cannot fill are left out."""
    gaps = _gaps(change)
    found = []
    for phrase in _phrases(change):
        needed = {name: gaps[name] for name in gaps if f"%({name})s" in phrase}
        if phrase.count("%(") == len(needed):
            found.append(Sentence(phrase, needed))
    return tuple(found)


def _phrases(change: Change) -> tuple[str, ...]:
    if change.kind is ChangeKind.RESTATEMENT:
        return (FELL if change.fell else ROSE, ABOUT)
    if change.kind is ChangeKind.RELABELLED and change.members:
        return (RENAMED,)
    if change.kind is ChangeKind.REVISION:
        return (REVISED if change.median is not None else FROM_ZERO,)
    return _PHRASES[change.kind]


def _gaps(change: Change) -> dict[str, Gap]:
    counts = {
        name: getattr(change, name) for name in ("cells", "series", "periods", "of", "rose", "fell", "volume")
    }
    gaps: dict[str, Gap] = dict(counts)
    if change.first:
        gaps["span"] = Span(Period.parse(change.first), Period.parse(change.last))
    if change.median is not None:
        gaps["median"] = Part(abs(change.median))
    if change.within is not None:
        gaps["within"] = Names((change.within,))
    for name, members in {
        "members": change.members,
        "losing": tuple(member for member in change.members if member.delta < 0),
        "gaining": tuple(member for member in change.members if member.delta > 0),
    }.items():
        if members:
            gaps[name] = Names(members)
    return gaps


def english(change: Change) -> str:
    """The change in English."""
    return " ".join(
        sentence.phrase % {name: _english(gap) for name, gap in sentence.gaps.items()}
        for sentence in sentences(change)
    )


def _english(gap: Gap) -> str:
    match gap:
        case Part(of_one):
            return f"{of_one:.1%}" if of_one < 0.1 else f"{of_one:.0%}"
        case Span(first, last):
            return f"in {first}" if first == last else f"from {first} to {last}"
        case Names(members):
            return ", ".join(member.label.in_language("en") or member.code for member in members)
        case number:
            return f"{number:,}"
