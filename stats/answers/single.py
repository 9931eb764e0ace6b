"""Answers of one thing: a number at one period, or a statement over a series."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from stats.answers.about import AnsweredPeriod, Compared, Provenance
from stats.answers.figures import Figure, value_as_json
from stats.answers.tables import Column
from stats.statements import Verdict
from stats.values import Value


@dataclass(frozen=True, slots=True)
class FigureAnswer:
    """One number at one period. `compared` is what a measure was taken against."""

    about: Provenance
    period: AnsweredPeriod
    figure: Figure
    compared: Compared | None = None
    other: Figure | None = None
    """The sum of its printed parts, where a stated figure and that sum cannot both be true."""
    among: int | None = None
    """How many members were ranked, where the figure is a rank."""

    def as_json(self) -> dict[str, Any]:
        return (
            {"kind": "figure"}
            | self.figure.as_json()
            | {
                "period": self.period.as_json(),
                "compared": self.compared.as_json() if self.compared else None,
                "other": self.other.as_json() if self.other else None,
                "among": self.among,
            }
            | self.about.as_json()
        )


@dataclass(frozen=True, slots=True)
class StatementAnswer:
    """What can be said of a series: a period, or a number of periods, and how firmly it stands.

    `possible` are all periods that it may be (None: that there is no such period); `number` is a count or a
    place with its bounds. One of the two is None, by what is said.
    """

    about: Provenance
    verdict: Verdict
    columns: tuple[Column, ...]
    figures: tuple[Figure, ...]
    period: AnsweredPeriod | None = None
    possible: tuple[AnsweredPeriod | None, ...] | None = None
    number: Value | None = None
    from_the_start: bool = False
    """Whether nothing is published from before its series."""

    def as_json(self) -> dict[str, Any]:
        possible = self.possible
        return {
            "kind": "statement",
            "verdict": self.verdict.value,
            "period": self.period.as_json() if self.period else None,
            "possible": None if possible is None else [p.as_json() if p else None for p in possible],
            "number": value_as_json(self.number) if self.number else None,
            "from_the_start": self.from_the_start,
            "columns": [column.as_json() for column in self.columns],
            "cells": [figure.as_json() for figure in self.figures],
        } | self.about.as_json()
