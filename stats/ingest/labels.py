"""Labels from a code list: members of a coded dimension gain the names that their codes have in it."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from stats.labels import Label
from stats.models import Member


@transaction.atomic
def complete(*, codelist: str, names: Mapping[str, Label]) -> int:
    """Fill in missing labels of all members whose dimension takes its codes from a list; give how many.

    A label that a release printed is kept; the list only adds the language that was missing.
    """
    changed = []
    for member in Member.objects.filter(dimension__codelist=codelist, code__in=names):
        label = member.label.completed_by(names[member.code])
        if label != member.label:
            member.label_en, member.label_fr = label.en[:300], label.fr[:300]
            changed.append(member)
    Member.objects.bulk_update(changed, ("label_en", "label_fr"), batch_size=500)
    return len(changed)
