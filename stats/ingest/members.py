"""Writing members: those that an edition brings, and what it changes in the names of others."""

from __future__ import annotations

from itertools import groupby

from stats.ingest.prepare import Prepared, Purpose
from stats.labels import Label
from stats.matching import FoundMember
from stats.models import Dimension, Edition, EditionState, LabelChange, Mapped, Member
from stats.models.codelist import LONGEST


def write_members(prepared: Prepared, edition: Edition) -> list[dict[str, int]]:
    """Write new members and changes of labels; give the id of every code, by axis."""
    found = []
    dimensions = prepared.dataset.dimensions.order_by("axis")
    for dimension, met in zip(dimensions, prepared.matching.members, strict=True):
        ids = _with_new_members(dimension, met, edition)
        _change_labels(dimension, prepared, edition)
        found.append(ids)
    return found


def _with_new_members(dimension: Dimension, met: dict[str, FoundMember], edition: Edition) -> dict[str, int]:
    """Write the members that are not stored, parents before their parts, in one statement for each depth."""
    ids = dict(dimension.members.values_list("code", "pk"))
    position = len(ids)
    new = sorted((code for code in met if code not in ids), key=_depth)
    for _, codes in groupby(new, key=_depth):
        rows = []
        for code in codes:
            member = met[code]
            position += 1
            row = Member(
                dimension=dimension,
                code=code,
                parent_id=ids.get(member.parent) if member.parent else None,
                role=member.role,
                position=position,
                since=edition.number,
            )
            row.call(member.label)
            rows.append(row)
        ids |= {row.code: row.pk for row in Member.objects.bulk_create(rows, batch_size=500)}
    return ids


def _depth(code: str) -> int:
    return code.count("/")


def _change_labels(dimension: Dimension, prepared: Prepared, edition: Edition) -> None:
    """Write down what the edition calls members that were there before it.

    A name that it only completes counts with it as well, so that undoing an edition leaves no trace.
    """
    met = prepared.matching.members[dimension.axis]
    renamed = _renamed(prepared, dimension, edition)
    changes = {
        change.member_id: change for change in edition.label_changes.filter(member__dimension=dimension)
    }
    called, written = [], []
    for row in dimension.members.filter(code__in=met):
        was = prepared.stored.labels.get((dimension.axis, row.code), row.label)
        now = _cut(renamed.get(row.code, Label()).completed_by(met[row.code].label))
        if now == was:
            continue
        if row.since == edition.number or edition.state == EditionState.IN_FORCE:
            row.call(now)
            called.append(row)
        if row.since != edition.number:
            change = changes.get(row.pk) or LabelChange(
                member=row, edition=edition, before_en=was.en, before_fr=was.fr
            )
            change.after_en, change.after_fr = now.en, now.fr
            written.append(change)
    Member.objects.bulk_update(called, ("label_en", "label_fr"), batch_size=500)
    LabelChange.objects.bulk_create(
        written,
        update_conflicts=True,
        unique_fields=("member", "edition"),
        update_fields=("after_en", "after_fr"),
        batch_size=500,
    )


def _renamed(prepared: Prepared, dimension: Dimension, edition: Edition) -> dict[str, Label]:
    """New names by code: those that stand beside a known code, and those that the data desk gave.

    What completes an edition, such as the same table in another form, gives no other names.
    """
    if prepared.purpose is not Purpose.NEW_EDITION:
        return {}
    met = prepared.matching.members[dimension.axis]
    given = edition.unmatched.filter(dimension=dimension, decision=Mapped.SAME, renames=True)
    return {code: member.renamed for code, member in met.items()} | {
        one.member.code: one.label for one in given.select_related("member") if one.member is not None
    }


def _cut(label: Label) -> Label:
    return Label(label.en[:LONGEST], label.fr[:LONGEST])
