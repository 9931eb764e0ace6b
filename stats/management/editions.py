"""What the commands about editions share: finding one by its number, and showing it."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import CommandError

from stats.labels import nearest
from stats.models import Dataset, Edition, EditionState


def stored(slug: str) -> Dataset:
    """The dataset of a slug; CommandError with the nearest ones otherwise."""
    found = Dataset.objects.select_related("in_force").filter(slug=slug).first()
    if found is None:
        known = sorted(Dataset.objects.values_list("slug", flat=True))
        raise CommandError(f"{slug!r} is not a dataset here: {_listed(nearest(slug, known) or known)}")
    return found


def numbered(dataset: Dataset, number: int) -> Edition:
    """The edition of a number whose figures are kept; CommandError with those that there are otherwise."""
    kept = dataset.editions.kept()
    found = kept.filter(number=number).first()
    if found is None:
        numbers = [str(n) for n in kept.order_by("number").values_list("number", flat=True)]
        raise CommandError(f"{number} is not an edition of {dataset.slug!r} with figures: {_listed(numbers)}")
    found.dataset = dataset
    return found


def as_json(edition: Edition) -> dict[str, Any]:
    """An edition with the keys that scripts rely on."""
    covered = edition.covered
    return {
        "dataset": edition.dataset.slug,
        "edition": edition.number,
        "status": EditionState(edition.state).value,
        "covers_since": str(covered.since) if covered.since else None,
        "covers_until": str(covered.until) if covered.until else None,
        "cut_off": edition.cut_off.isoformat() if edition.cut_off else None,
        "loaded_at": edition.loaded_at.isoformat(),
        "in_force_since": edition.in_force_since.isoformat() if edition.in_force_since else None,
        "cells": edition.cells,
        "findings": edition.findings,
        "classification": edition.classification,
    }


def as_text(edition: Edition) -> str:
    """The same in a line for people, and one for each kind of change."""
    head = f"{edition.dataset.slug} {edition.number}: {EditionState(edition.state).value.replace('_', ' ')}"
    lines = [f"{head}, covers until {edition.covered.until}"]
    return "\n".join([*lines, *changes_as_text(edition.classification)])


def changes_as_text(classification: list[dict[str, Any]]) -> list[str]:
    """A line for each kind of change."""
    return [f"  {change['kind'].replace('_', ' ')}: {change['said']}" for change in classification]


def dumped(found: object) -> str:
    """JSON that people can read too."""
    return json.dumps(found, ensure_ascii=False, indent=2)


def _listed(names: list[str]) -> str:
    return f"one of {', '.join(names)} is expected" if names else "there is none yet"
