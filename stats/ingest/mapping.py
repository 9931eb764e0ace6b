"""The mapping step: the data desk says what unmatched labels of a waiting edition are.

A label that is a new member changes nothing but that it was decided. One that is the same as a member becomes
its alias, for this edition and all later ones, and the edition is prepared again from its kept files, so that
its figures stand under that member.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from stats.findings import refuse
from stats.ingest.classifying import classify_edition
from stats.ingest.load import erase, load
from stats.ingest.prepare import Purpose, prepare
from stats.ingest.progress import unwatched
from stats.models import Alias, Dataset, Edition, EditionState, Mapped, Member, SourceFile, Unmatched
from stats.readers.reading import Form

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


@dataclass(frozen=True, slots=True)
class Answer:
    """What one label is: `NEW`, the `SAME` as a member, or `UNDECIDED` again.

    `renames` says that the member is called so from this edition on.
    """

    unmatched: Unmatched
    decision: Mapped
    member: Member | None = None
    renames: bool = False

    @property
    def changes(self) -> bool:
        """Whether it is another decision than the one that stands."""
        one = self.unmatched
        stands = (one.decision, one.member_id, one.renames)
        return stands != (self.decision, self.member.pk if self.member else None, self.renames)

    @property
    def moves_figures(self) -> bool:
        """Whether figures stand under another member after it, or a member is called otherwise."""
        return self.changes and Mapped.SAME in (self.decision, self.unmatched.decision)


@transaction.atomic
def decide(
    edition: Edition,
    answers: Sequence[Answer],
    *,
    by: AbstractBaseUser | None = None,
    at: datetime | None = None,
) -> int:
    """Write down what labels of a waiting edition are and do what follows; give how many decisions changed.

    Refused where the edition does not wait, or where a label cannot be the member that it is said to be.
    """
    Dataset.objects.select_for_update().get(pk=edition.dataset_id)
    edition = Edition.objects.select_related("dataset__in_force").get(pk=edition.pk)
    if edition.state != EditionState.WAITING:
        raise refuse(
            "mapping.state", f"{edition} is {edition.state}: labels are decided about while an edition waits"
        )
    changed = [answer for answer in answers if answer.changes]
    for answer in changed:
        _check(edition, answer)
    again = any(answer.moves_figures for answer in changed)
    for answer in changed:
        _write(answer, by=by, at=at or timezone.now())
    if again:
        prepare_again(edition)
    return len(changed)


def ensure_decided(edition: Edition) -> None:
    """Refused while an edition has labels that nobody decided about."""
    open_ = list(edition.unmatched.undecided()[:4])
    if open_:
        count = edition.unmatched.undecided().count()
        named = ", ".join(repr(str(one)) for one in open_[:3]) + (", …" if count > 3 else "")
        raise refuse(
            "mapping.undecided",
            f"{edition} cannot count yet: {unmatched(count)} ({named}): "
            "say of each whether it is new or the same as a member",
        )


def unmatched(count: int) -> str:
    """How many labels match no member, in words."""
    return "1 label matches no member" if count == 1 else f"{count:,} labels match no member"


def prepare_again(edition: Edition) -> None:
    """Write a waiting edition once more from its kept files, with the aliases of today.

    Refused where the files cannot become this edition any more; then nothing is changed.
    """
    first, *others = _as_they_belong(list(edition.files.order_by("pk")))
    erase(edition)
    prepared = prepare(first, edition.dataset, progress=unwatched, again=edition)
    load(prepared, again=edition)
    for sources in others:
        further = prepare(sources, edition.dataset, progress=unwatched)
        if further.purpose is Purpose.NEW_EDITION:
            names = ", ".join(repr(source.name) for source in sources)
            raise refuse("mapping.files-differ", f"{names} would not have the figures of {edition} any more")
        if further.purpose is Purpose.COMPLETES:
            load(further)
    classify_edition(edition)


def _check(edition: Edition, answer: Answer) -> None:
    """A label may be the same as a member of its dimension that stands at its place."""
    one, member = answer.unmatched, answer.member
    if one.edition_id != edition.pk:
        raise refuse("mapping.other-edition", f"{str(one)!r} is a label of {one.edition}, not of {edition}")
    if answer.decision is not Mapped.SAME:
        return
    if member is None or member.dimension_id != one.dimension_id:
        raise refuse(
            "mapping.no-member", f"{str(one)!r} cannot be {str(member)!r}: it is of another dimension"
        )
    parent = member.parent.code if member.parent else ""
    if parent != one.parent:
        raise refuse(
            "mapping.other-parent",
            f"{str(one)!r} cannot be {str(member)!r}: one stands under {one.parent or 'the total'!r}, "
            f"the other under {parent or 'the total'!r}",
        )
    in_force = edition.dataset.in_force
    if in_force is None or member.since > in_force.number:
        raise refuse("mapping.new-member", f"{str(one)!r} cannot be {str(member)!r}, which is new itself")


def _write(answer: Answer, *, by: AbstractBaseUser | None, at: datetime) -> None:
    one = answer.unmatched
    one.aliases.all().delete()
    one.decide(answer.decision, member=answer.member, renames=answer.renames, by=by, at=at)
    if answer.member is not None:
        for text in one.spellings:
            Alias.objects.get_or_create(member=answer.member, text=text, defaults={"decided": one})


def _as_they_belong(files: list[SourceFile]) -> list[list[SourceFile]]:
    """The files of an edition as imports: the workbooks in two languages together, every other one alone."""
    workbooks = {file.languages: file for file in reversed(files) if file.form == Form.CROSSTAB}
    pair = [file for file in files if file in workbooks.values()] if len(workbooks) == 2 else []
    alone = [[file] for file in files if file not in pair]
    return [pair, *alone] if pair else alone
