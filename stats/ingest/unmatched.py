"""Asking the data desk about labels that match no member, when a waiting edition is written."""

from __future__ import annotations

from collections.abc import Mapping

from stats.ingest.prepare import Prepared
from stats.labels import Label, fold
from stats.matching import FoundMember
from stats.models import Dimension, Edition, Mapped, Unmatched
from stats.models.codelist import LONGEST


def ask(prepared: Prepared, edition: Edition) -> None:
    """Write a question for every unmatched label; what is no question any more goes, decisions stay.

    A label that the data desk called new before, in an edition that did not come to count, is new still.
    """
    dimensions = {dimension.axis: dimension for dimension in prepared.dataset.dimensions.all()}
    there = {(one.dimension_id, one.code): one for one in edition.unmatched.all()}
    asked = set()
    for axis, member in prepared.unmatched:
        key = (dimensions[axis].pk, member.code[:LONGEST])
        asked.add(key)
        one = there.get(key) or _question(edition, dimensions[axis], member)
        one.suggestions = [s.as_json() for s in prepared.suggestions.get((axis, member.code), ())]
        one.line = member.line
        one.save()
    for key, one in there.items():
        if key not in asked and one.decision == Mapped.UNDECIDED:
            one.delete()


def complete(prepared: Prepared, edition: Edition) -> None:
    """Let unmatched labels gain the language that another file of the edition names them in."""
    for one in edition.unmatched.select_related("dimension"):
        met = prepared.matching.members[one.dimension.axis].get(one.code)
        if met is not None and one.label != (label := one.label.completed_by(met.label)):
            one.label_en, one.label_fr = label.en[:LONGEST], label.fr[:LONGEST]
            one.save(update_fields=("label_en", "label_fr"))


def _question(edition: Edition, dimension: Dimension, member: FoundMember) -> Unmatched:
    one = Unmatched(
        edition=edition,
        dimension=dimension,
        code=member.code[:LONGEST],
        parent=member.parent or "",
        label_en=member.label.en[:LONGEST],
        label_fr=member.label.fr[:LONGEST],
    )
    before = Unmatched.objects.filter(dimension=dimension, code=one.code, decision=Mapped.NEW)
    if (decided := before.order_by("-at").first()) is not None and _alike(decided.label, one.label):
        one.decision, one.by_id, one.at, one.log = Mapped.NEW, decided.by_id, decided.at, decided.log
    return one


def _alike(one: Label, other: Label) -> bool:
    """Whether two labels agree in the languages that both have."""
    shared: Mapping[str, str] = {a: b for a, b in ((one.en, other.en), (one.fr, other.fr)) if a and b}
    return bool(shared) and all(fold(a) == fold(b) for a, b in shared.items())
