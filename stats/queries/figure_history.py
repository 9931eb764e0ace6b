"""The history of a figure: what every public edition says of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stats.answers import Figure, FigureAnswer
from stats.codebook import Codebook
from stats.periods import Period
from stats.queries.asking import ask, ask_many
from stats.queries.codebooks import codebook
from stats.queries.public_editions import PublicEdition, public_editions
from stats.questions import Kind, Question, QuestionError, parse


@dataclass(frozen=True, slots=True)
class Said:
    """What one edition says. `figure` is None where it says nothing, for the reason in `missing`."""

    edition: PublicEdition
    figure: Figure | None
    missing: str = ""


@dataclass(frozen=True, slots=True)
class FigureHistory:
    """A figure of a fixed period in every public edition, newest first."""

    question: Question
    """For the period meant, without an edition."""
    codebook: Codebook
    answer: FigureAnswer
    said: tuple[Said, ...]

    @property
    def first(self) -> Said | None:
        """The earliest edition that says something and was not taken back."""
        known = [one for one in self.said if one.figure is not None and not one.edition.taken_back]
        return known[-1] if known else None

    @property
    def now(self) -> Said | None:
        """The edition in force, if it says something."""
        return next((one for one in self.said if one.edition.in_force and one.figure is not None), None)


def figure_history(question: Question) -> FigureHistory:
    """What every public edition says of one figure; QuestionError where the question is for none."""
    if question.kind is not Kind.FIGURE:
        raise QuestionError("kind", "only a figure has a history", accepted=[Kind.FIGURE.value])
    if question.against is not None and question.against.as_of is not None:
        raise QuestionError("against.as_of", "a figure that compares editions has no history of its own")
    answer = ask(question)
    if not isinstance(answer, FigureAnswer):
        raise TypeError(f"{question.kind!r} was answered with {type(answer).__name__}")
    raw = question.as_json() | {"period": str(answer.period.answered)}
    raw.pop("as_of", None)
    fixed = parse(raw)
    editions = public_editions(question.dataset)
    answers = ask_many([replace(fixed, as_of=edition.number) for edition in editions])
    return FigureHistory(
        question=fixed,
        codebook=codebook(question.dataset, answer.about.edition.number),
        answer=answer,
        said=tuple(
            Said(edition, None, str(found))
            if isinstance(found, QuestionError)
            else _said(edition, found, answer.period.answered)
            for edition, found in zip(editions, answers, strict=True)
        ),
    )


def _said(edition: PublicEdition, found: object, period: Period) -> Said:
    """A part of a period is not the period: where an edition has another part of it, it says nothing."""
    if not isinstance(found, FigureAnswer):
        raise TypeError(f"a figure was answered with {type(found).__name__}")
    if found.period.answered != period:
        return Said(edition, None, f"edition {edition.number} has {found.period.answered} only")
    return Said(edition, found.figure)
