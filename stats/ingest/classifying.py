"""Classifying: what an edition changes of the one before is said on the edition, where decisions read it."""

from __future__ import annotations

from stats.classification.classify import classify
from stats.classification.kinds import Change
from stats.models import Edition
from stats.queries.pairs import pair_of
from stats.queries.revisions import edition_before


def classify_edition(edition: Edition) -> tuple[Change, ...]:
    """Classify an edition that was just written or completed, and keep it; nothing for the first one."""
    before = edition_before(edition)
    changes = classify(pair_of(before, edition)) if before is not None else ()
    edition.classification = [change.as_json() for change in changes]
    edition.save(update_fields=("classification",))
    return changes
