"""What the dialogs offer: datasets, the dimensions and periods of one, and members found by typing.

People type a word in English or in French; both find. What is nearest comes first, and where nothing
contains what was typed, the likeliest misspelling is offered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from articles.charts import PLACES
from articles.embeds.quantity import MEASURE_NAMES
from articles.embeds.statement_phrases import NAMES as SAID
from articles.numbers import period_name
from stats.answers import AnsweredPeriod
from stats.codebook import Codebook, Dimension, Member
from stats.labels import Label, Language, fold, nearest
from stats.periods import Frequency, Period
from stats.plan import made_of
from stats.questions import AMONG, LENGTHS, Measure, QuestionError

LIMIT = 30
"""How many options a list shows at once."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a list: what is stored, what is shown, and what helps to tell it from its neighbours."""

    value: str
    label: str
    detail: str = ""
    asked: str = ""
    """The name under which it was looked up, where that was not its code."""

    def as_json(self) -> dict[str, str]:
        return {"value": self.value, "label": self.label, "detail": self.detail} | (
            {"asked": self.asked} if self.asked else {}
        )


def found(things: Sequence[T], text: str, names: Callable[[T], Iterable[str]]) -> list[T]:
    """The things with a name like `text`, best first; all of them in their own order for an empty text."""
    sought = fold(text)
    if not sought:
        return list(things)
    graded = [
        (grade, at) for at, thing in enumerate(things) if (grade := _grade(sought, names(thing))) is not None
    ]
    if graded:
        return [things[at] for _, at in sorted(graded)]
    return _likeliest(things, sought, names)


def _likeliest(things: Sequence[T], sought: str, names: Callable[[T], Iterable[str]]) -> list[T]:
    """The things with a name, or a word in one, that `sought` may be a misspelling of."""
    by_word: dict[str, list[T]] = {}
    for thing in things:
        for word in {part for name in map(fold, names(thing)) for part in (name, *name.split())}:
            by_word.setdefault(word, []).append(thing)
    likely = [thing for word in nearest(sought, by_word) for thing in by_word[word]]
    return [thing for at, thing in enumerate(likely) if thing not in likely[:at]]


def _grade(sought: str, names: Iterable[str]) -> int | None:
    """0 for the name itself, 1 for its beginning, 2 for the beginning of its words, 3 for a part of it."""
    grades = []
    for name in map(fold, names):
        words = name.replace("-", " ").split()
        if name == sought:
            grades.append(0)
        elif name.startswith(sought):
            grades.append(1)
        elif all(any(word.startswith(part) for word in words) for part in sought.split()):
            grades.append(2)
        elif sought in name:
            grades.append(3)
    return min(grades, default=None)


def members(dimension: Dimension, text: str, language: Language) -> list[Option]:
    """The members of a dimension that a text finds."""
    listed = found(dimension.members, text, _names)
    return [member_option(dimension, member, language) for member in listed[:LIMIT]]


def named_members(dimension: Dimension, names: Iterable[str], language: Language) -> list[Option]:
    """The members of codes or labels that stand in a question; unknown ones are left away."""
    options = []
    for name in names:
        try:
            member = dimension.named(name, path=dimension.slug)
        except QuestionError:
            continue
        options.append(Option(member.code, member.label.in_language(language) or member.code, asked=name))
    return options


def member_option(dimension: Dimension, member: Member, language: Language) -> Option:
    """A member as a line: its code and the group that it is part of as its detail."""
    parent = dimension.by_code[member.parent].label.in_language(language) if member.parent else ""
    label = member.label.in_language(language) or member.code
    code = member.code if member.code[:1].isdigit() else ""
    parts = len(dimension.children.get(member.code, ()))
    return Option(member.code, label, " · ".join(filter(None, (code, parent, f"({parts})" if parts else ""))))


def _names(member: Member) -> Iterable[str]:
    return (name for name in (member.code, member.label.en, member.label.fr, *member.aliases) if name)


def described(book: Codebook, language: Language) -> dict[str, Any]:
    """All that the dialog must know of a dataset but its members."""
    return {
        "slug": book.slug,
        "title": book.title.in_language(language),
        "counts": book.counts.in_language(language) or book.unit.in_language(language),
        "dimensions": [
            {
                "slug": dimension.slug,
                "label": dimension.label.in_language(language),
                "total": dimension.total.label.in_language(language),
                "count": len(dimension.children.get(None, ())),
                "levels": dimension.levels,
                "places": any(member.code in PLACES for member in dimension.members),
            }
            for dimension in book.dimensions
        ],
        "periods": {
            word: [
                {"value": str(one.asked), "label": label, "partial": one.partial}
                for one, label in periods(book, frequency, language)
            ]
            for word, frequency in LENGTHS.items()
        },
        "says": [{"value": says.value, "label": name.in_language(language)} for says, name in SAID.items()],
        "measures": [
            {"value": measure.value, "label": name.in_language(language), "place": measure in AMONG}
            for measure, name in ({Measure.VALUE: book.unit} | dict(MEASURE_NAMES)).items()
            if can_be_asked(measure, book)
        ],
    }


def can_be_asked(measure: Measure, book: Codebook) -> bool:
    """Whether a dataset has the months that a measure is made of, and they may be added up for a sum."""
    months = bool(book.coverage.of(Frequency.MONTH))
    return {Measure.MOVING_SUM: months and book.months_add, Measure.MONTHLY_MEAN: months}.get(measure, True)


def periods(book: Codebook, frequency: Frequency, language: Language) -> list[tuple[AnsweredPeriod, str]]:
    """The periods of one length that can be asked for, newest first, each with its name."""
    candidates = dict.fromkeys(book.coverage.of(frequency))
    for other in Frequency:
        for period in book.coverage.of(other):
            candidates |= dict.fromkeys(_around(period, frequency))
    answerable = []
    for period in sorted(candidates, reverse=True):
        try:
            answered = made_of(period, book).period
        except QuestionError:
            continue
        name = period_name(period, language)
        partial = f" ({period_name(answered.answered, language)})" if answered.partial else ""
        answerable.append((answered, name + partial))
    return answerable


def _around(period: Period, frequency: Frequency) -> Iterable[Period]:
    """The period of a length in which another one lies."""
    if frequency is Frequency.YEAR:
        return (Period(Frequency.YEAR, period.year),)
    if frequency is Frequency.QUARTER and period.frequency is not Frequency.YEAR:
        return (period.quarter,) if period.frequency is not Frequency.YEAR_TO_DATE else ()
    return ()


def datasets(titles: Sequence[tuple[str, Label, str]], text: str, language: Language) -> list[Option]:
    """The datasets that a text finds, of (slug, title, detail)."""
    listed = found(titles, text, lambda one: (one[1].en, one[1].fr, one[0]))
    return [Option(slug, title.in_language(language), detail) for slug, title, detail in listed[:LIMIT]]
