"""All that is stored of a dataset, without keys of rows and times: equal states are the same edition."""

from __future__ import annotations

import hashlib
from typing import Any

from stats.models import Cell, Dataset, Decision, Edition, Member, Rollup, Series, SourceFile
from stats.values import Status
from tests.faults.figures import Figures

_AXES = ("a1", "a2", "a3", "a4")


def state() -> str:
    """A checksum over every row that matters."""
    rows = {name: sorted(map(repr, found)) for name, found in _rows().items()}
    return hashlib.sha256(repr(sorted(rows.items())).encode()).hexdigest()


def said() -> dict[tuple[str, str, int], int | None]:
    """The figures in force by English labels and period; None where they are hidden."""
    number = Dataset.objects.get().in_force.number
    labels = dict(Member.objects.values_list("pk", "label_en"))
    return {
        (labels[cell.a1], labels[cell.a2], cell.period): (
            None if cell.status == Status.SUPPRESSED else cell.value
        )
        for cell in Cell.objects.filter(since__lte=number, until__gt=number)
    }


def expected(figures: Figures) -> dict[tuple[str, str, int], int | None]:
    """What `said` gives when an edition with these figures is in force. Codes are not part of labels."""
    return {
        (province, occupation.partition(" - ")[2], at.code): number if number > 0 else None
        for (province, occupation, at), number in figures.items()
        if number
    }


def _rows() -> dict[str, list[Any]]:
    codes = dict(Member.objects.values_list("pk", "code")) | {0: ""}

    def named(model: type[Cell] | type[Series], *fields: str) -> list[Any]:
        found = model.objects.values_list(*_AXES, *fields)
        return [(*(codes.get(pk, "?") for pk in row[:4]), *row[4:]) for row in found]

    rollups = Rollup.objects.values_list(
        "axis", "member", "period", "printed", "rounded", "least", "hidden", "blank", "since", "until"
    )
    return {
        "datasets": list(Dataset.objects.values_list("slug", "in_force__number", "rolled_up")),
        "editions": list(
            Edition.objects.values_list("number", "state", "coverage", "cells", "findings", "classification")
        ),
        "members": list(Member.objects.values_list("code", "label_en", "label_fr", "since")),
        "series": named(Series, "leaf", "since"),
        "cells": named(Cell, "leaf", "period", "value", "status", "since", "until"),
        "rollups": [(axis, codes.get(pk, "?"), *row) for axis, pk, *row in rollups],
        "decisions": list(
            Decision.objects.values_list("edition__number", "verdict", "actor", "note", "in_force_after")
        ),
        "files": list(
            SourceFile.objects.filter(edition__isnull=False).values_list("edition__number", "sha256")
        ),
    }
