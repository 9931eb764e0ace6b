"""Labels of members: from code lists, with the editions that change them, and spellings that stay known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction

from stats.labels import Label
from stats.models import Alias, Edition, LabelChange, Member


@transaction.atomic
def complete(*, codelist: str, names: Mapping[str, Label]) -> int:
    """Fill in missing labels of all members whose dimension takes its codes from a list; give how many.

    A label that a release printed is kept; the list only adds the language that was missing.
    """
    changed = []
    for member in Member.objects.filter(dimension__codelist=codelist, code__in=names):
        label = member.label.completed_by(names[member.code])
        if label != member.label:
            member.call(label)
            changed.append(member)
    _save(changed)
    return len(changed)


def apply(edition: Edition) -> None:
    """Have members called as an edition calls them, which comes into force now.

    What they were called stays known, for files and questions that still say so.
    """
    changes = list(LabelChange.objects.filter(edition=edition).select_related("member"))
    for change in changes:
        change.member.call(change.member.label.moved(change.before, change.after))
    _save(change.member for change in changes)
    for change in changes:
        keep_spellings(change.member, called=change.before)


def undo(edition: Edition) -> None:
    """Have members called as they were before an edition, which is taken back now."""
    changes = list(LabelChange.objects.filter(edition=edition).select_related("member"))
    for change in changes:
        change.member.call(change.member.label.moved(change.after, change.before))
    _save(change.member for change in changes)


def keep_spellings(member: Member, *, called: Label) -> list[Alias]:
    """Add what a member was called before as aliases, where it is called otherwise now; give the new ones.

    So files and questions that still use the old name find it.
    """
    now = {member.label_en, member.label_fr, ""}
    kept = [Alias.objects.get_or_create(member=member, text=name) for name in {called.en, called.fr} - now]
    return [alias for alias, made in kept if made]


def _save(members: Iterable[Member]) -> None:
    Member.objects.bulk_update(list(members), ("label_en", "label_fr"), batch_size=500)
