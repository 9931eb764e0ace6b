"""All figures of a text, asked for at once and made into views, with what stands in the way of the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from articles.document.nodes import Binding, EmbedBlock
from articles.embeds import sentence
from articles.embeds.options import EmbedError
from articles.embeds.registry import embed_of
from articles.embeds.view import FigureView, View
from articles.errors import Problem
from stats.answers import Answer, Provenance
from stats.labels import Language
from stats.queries.asking import ask_many
from stats.questions import Question, QuestionError

ATTEMPTS = 3

Placed = tuple[str, Binding | EmbedBlock]
"""A figure with its place in the words of an article."""


@dataclass(frozen=True, slots=True)
class Dependency:
    """A question that a text rests on, and where."""

    path: str
    question: Question


@dataclass(frozen=True, slots=True)
class Resolved:
    """Views by their place in the text, and a problem for every place that has none."""

    views: Mapping[str, FigureView | View]
    problems: tuple[Problem, ...]
    dependencies: tuple[Dependency, ...]
    editions: Mapping[str, int]
    """The number of the edition in force that was shown, by dataset; questions that name an edition apart."""
    provenances: tuple[Provenance, ...]
    """Where the figures come from, one for each edition of each dataset."""

    def problem_at(self, path: str) -> Problem | None:
        """What stands in the way at a place."""
        return next((problem for problem in self.problems if problem.path == path), None)


class _EditionChanged(Exception):
    """Another edition came into force between two questions."""


AsOf = Mapping[str, int | date]
"""By dataset the edition, or the day, as of which questions are asked that name none themselves."""


def resolve(
    placed: Iterable[Placed], language: Language, *, as_of: AsOf | None = None, undecided: bool = False
) -> Resolved:
    """Views of all figures, of one edition of each dataset even while another one is coming into force.

    Editions that wait for a decision are there only with `undecided`, for the newsroom and its guests.
    """
    places = [(path, _as_of(node, as_of or {})) for path, node in placed]
    for _ in range(ATTEMPTS - 1):
        try:
            return _resolve(places, language, undecided=undecided)
        except _EditionChanged:
            continue
    return _resolve(places, language, undecided=undecided)


def _as_of(node: Binding | EmbedBlock, as_of: AsOf) -> Binding | EmbedBlock:
    question = node.question
    if question.as_of is not None or question.dataset not in as_of:
        return node
    return replace(node, question=replace(question, as_of=as_of[question.dataset]))


def _resolve(places: Sequence[Placed], language: Language, *, undecided: bool) -> Resolved:
    problems: dict[str, Problem] = {}
    for path, node in places:
        try:
            _check(node)
        except EmbedError as error:
            problems[path] = Problem(path, str(error))
    answers = _answers([node.question for path, node in places if path not in problems], undecided=undecided)
    views: dict[str, FigureView | View] = {}
    for path, node in places:
        if path in problems:
            continue
        try:
            views[path] = _view(answers[node.question.key], node, language)
        except (QuestionError, EmbedError) as error:
            problems[path] = Problem(path, str(error))
    return Resolved(
        views=views,
        problems=tuple(problems[path] for path, _ in places if path in problems),
        dependencies=tuple(Dependency(path, node.question) for path, node in places),
        editions=_editions(answers),
        provenances=_provenances(answers),
    )


def _check(node: Binding | EmbedBlock) -> None:
    if isinstance(node, Binding):
        sentence.check(node)
    else:
        embed_of(node.kind).check(node)


def _answers(questions: list[Question], *, undecided: bool) -> dict[str, Answer | QuestionError]:
    """Answers by the questions' keys; each question is asked once, however often it stands in the text."""
    unique = {question.key: question for question in questions}
    return dict(zip(unique, ask_many(unique.values(), undecided=undecided), strict=True))


def _view(
    answer: Answer | QuestionError, node: Binding | EmbedBlock, language: Language
) -> FigureView | View:
    if isinstance(answer, QuestionError):
        raise answer
    if isinstance(node, Binding):
        return sentence.figure_view(answer, node, language)
    return embed_of(node.kind).view(answer, node, language)


def _provenances(answers: Mapping[str, Answer | QuestionError]) -> tuple[Provenance, ...]:
    found: dict[tuple[str, int], Provenance] = {}
    for answer in answers.values():
        if not isinstance(answer, QuestionError):
            about = answer.about
            found.setdefault((about.question.dataset, about.edition.number), about)
    return tuple(found.values())


def _editions(answers: Mapping[str, Answer | QuestionError]) -> dict[str, int]:
    found: dict[str, int] = {}
    for answer in answers.values():
        if isinstance(answer, QuestionError) or answer.about.question.as_of is not None:
            continue
        number = answer.about.edition.number
        if found.setdefault(answer.about.question.dataset, number) != number:
            raise _EditionChanged
    return found
