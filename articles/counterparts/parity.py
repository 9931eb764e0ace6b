"""Parity: in what an article and its counterpart differ, as far as that can be told without reading them.

Figures are compared by the question that they answer, wherever they stand and however often; passages by what
they are. "Here" is the first text, "there" the second.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from articles.counterparts.pairs import has_words, pairs
from articles.document.nodes import Binding, EmbedBlock, Node, Paragraph, Text
from articles.document.walk import walk
from articles.document.words import Words
from articles.embeds.wordings import carried_over
from stats.periods import Frequency
from stats.questions import Latest, Question

Figure = Binding | EmbedBlock


class Lack(StrEnum):
    """What is not the same in both."""

    MISSING_HERE = "missing_here"
    """A figure or embed of the other text."""
    MISSING_THERE = "missing_there"
    """A figure or embed that the other text does not have."""
    OTHER_PERIOD = "other_period"
    """The same figure of another period."""
    OTHER_MEMBERS = "other_members"
    """The same figure of other members."""
    OTHER_WORDING = "other_wording"
    """The same figure, said in another manner."""
    EMPTY_HERE = "empty_here"
    """A passage or title without words that has words in the other text."""
    EMPTY_THERE = "empty_there"
    """A passage or title that has no words in the other text."""
    ONLY_HERE = "only_here"
    """A passage that nothing in the other text answers to."""
    ONLY_THERE = "only_there"
    """A passage of the other text that nothing here answers to."""


OF_FIGURES = frozenset({Lack.MISSING_HERE, Lack.MISSING_THERE, Lack.OTHER_PERIOD, Lack.OTHER_MEMBERS})
"""Those by which readers of the two would be told other numbers."""
OF_WORDS = frozenset({Lack.EMPTY_HERE, Lack.EMPTY_THERE})
"""Those that are still to be written."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One of them: the places in both texts, empty where one has none, and what stands there."""

    lack: Lack
    here: str
    there: str
    what: str = ""
    """The figure as its writer saw it, or the title of an embed."""


@dataclass(frozen=True, slots=True)
class _Found:
    """All that is asked alike in one text, by the place where it stands first."""

    path: str
    node: Figure
    wordings: frozenset[str]

    @property
    def what(self) -> str:
        return self.node.fallback if isinstance(self.node, Binding) else self.node.title


def parity(here: Words, there: Words) -> tuple[Difference, ...]:
    """In what two texts differ: figures first, then what is not written yet, then passages."""
    return (*_figures(here, there), *_lines(here, there), *_passages(here, there))


def _figures(here: Words, there: Words) -> Iterator[Difference]:
    mine, theirs = _by_question(here), _by_question(there)
    for key in mine:
        if key in theirs:
            yield from _same_question(mine[key], theirs[key])
    left = [found for key, found in mine.items() if key not in theirs]
    waiting = [found for key, found in theirs.items() if key not in mine]
    for found in left:
        like = next(((other, lack) for other in waiting if (lack := _near(found.node, other.node))), None)
        if like is None:
            yield Difference(Lack.MISSING_THERE, found.path, "", found.what)
            continue
        other, lack = like
        waiting.remove(other)
        yield Difference(lack, found.path, other.path, found.what)
    yield from (Difference(Lack.MISSING_HERE, "", found.path, found.what) for found in waiting)


def _same_question(mine: _Found, theirs: _Found) -> Iterator[Difference]:
    if isinstance(mine.node, Binding):
        if not mine.wordings & theirs.wordings:
            yield Difference(Lack.OTHER_WORDING, mine.path, theirs.path, mine.what)
    elif isinstance(theirs.node, EmbedBlock) and bool(mine.what) != bool(theirs.what):
        lack = Lack.EMPTY_THERE if mine.what else Lack.EMPTY_HERE
        yield Difference(lack, mine.path, theirs.path, mine.what or theirs.what)


def _by_question(words: Words) -> Mapping[tuple[str, str], _Found]:
    found: dict[tuple[str, str], _Found] = {}
    for path, node in words.figures():
        key = (_kind(node), node.question.key)
        said = frozenset({_manner(node)} if isinstance(node, Binding) else ())
        first = found.get(key)
        found[key] = (
            _Found(path, node, said) if first is None else replace(first, wordings=first.wordings | said)
        )
    return found


def _kind(node: Figure) -> str:
    return node.kind if isinstance(node, EmbedBlock) else ""


def _manner(binding: Binding) -> str:
    """The wording, whatever its number: a French verb has one where an English verb has none."""
    return carried_over(binding.wording, binding.question, "en")


_ANY = Latest(Frequency.YEAR)


def _near(mine: Figure, theirs: Figure) -> Lack | None:
    """In what two questions differ, if it is one thing only."""
    if _kind(mine) != _kind(theirs):
        return None
    if _any_period(mine.question) == _any_period(theirs.question):
        return Lack.OTHER_PERIOD
    if _any_members(mine.question) == _any_members(theirs.question):
        return Lack.OTHER_MEMBERS
    return None


def _any_period(question: Question) -> str:
    return replace(question, period=_ANY).key


def _any_members(question: Question) -> str:
    return replace(question, where={}).key


def _lines(here: Words, there: Words) -> Iterator[Difference]:
    for name in here.lines:
        mine, theirs = (_says(words.lines.get(name, Paragraph())) for words in (here, there))
        if mine != theirs:
            yield Difference(Lack.EMPTY_THERE if mine else Lack.EMPTY_HERE, name, name)


def _says(node: Node) -> bool:
    return any(any(map(str.isalnum, inner.text)) for _, inner in walk(node) if isinstance(inner, Text))


def _passages(here: Words, there: Words) -> Iterator[Difference]:
    for pair in pairs(here.body, there.body):
        one, other = pair.here, pair.there
        if one is not None and other is not None:
            if has_words(one) != has_words(other):
                lack = Lack.EMPTY_THERE if has_words(one) else Lack.EMPTY_HERE
                yield Difference(lack, one.place, other.place)
        elif one is not None and has_words(one):
            yield Difference(Lack.ONLY_HERE, one.place, "")
        elif other is not None and has_words(other):
            yield Difference(Lack.ONLY_THERE, "", other.place)
