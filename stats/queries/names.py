"""How members were or will be called: the changes of labels between the edition in force and another one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Q

from stats.labels import Label
from stats.models import Edition, EditionState, LabelChange

Moves = Mapping[int, tuple[tuple[Label, Label], ...]]
"""By the ids of members, pairs of a label and the one that takes its place, in order."""

APPLIED = (EditionState.IN_FORCE, EditionState.SUPERSEDED)
"""States of editions whose changes of names members bear now."""


def moves(edition: Edition) -> Moves:
    """What leads from the names that members have now to those as of an edition.

    Changes of the editions in force after it are undone; its own are made if it does not count now.
    """
    later = Q(edition__state__in=APPLIED, edition__number__gt=edition.number)
    own = Q() if edition.state in APPLIED else Q(edition=edition)
    changes = LabelChange.objects.filter(later | own if own else later, edition__dataset=edition.dataset_id)
    found: dict[int, list[tuple[Label, Label]]] = defaultdict(list)
    for change in changes.order_by("-edition__number"):
        forward = change.edition_id == edition.pk
        pair = (change.before, change.after) if forward else (change.after, change.before)
        found[change.member_id].append(pair)
    return {member: tuple(steps) for member, steps in found.items()}


def moved(label: Label, steps: Iterable[tuple[Label, Label]]) -> Label:
    """A label after a number of changes."""
    for before, after in steps:
        label = label.moved(before, after)
    return label
