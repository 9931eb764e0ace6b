"""The largest revisions of an edition in words, for its page."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from stats.importexport import wording
from stats.importexport.preview import SHOWN, Change
from stats.models import Edition, Member
from stats.periods import Period
from stats.queries.revisions import largest_revisions


@dataclass(frozen=True, slots=True)
class Revisions:
    """The columns and the rows of the table."""

    headers: tuple[str, ...]
    rows: tuple[Change, ...]


def revisions(edition: Edition) -> Revisions:
    """What moved most against the edition before."""
    language = get_language() or "en"
    found = largest_revisions(edition, count=SHOWN)
    headers = tuple(d.label.in_language(language) for d in edition.dataset.dimensions.order_by("axis"))
    ids = {pk for one in found for pk in one.members if pk}
    # Two levels of a hierarchy may bear the same name, so each is said with what it is part of.
    members = Member.objects.select_related("parent__parent__parent").in_bulk(ids)
    rows = tuple(
        Change(
            members=tuple(_path(members[pk], language) for pk in one.members if pk),
            period=wording.period(Period.from_code(one.period)),
            old=wording.value(one.old, one.old_status),
            new=wording.value(one.value, one.status),
        )
        for one in found
    )
    return Revisions(headers, rows)


def _path(member: Member, language: str) -> str:
    name = member.label.in_language(language) or member.code
    return f"{_path(member.parent, language)} › {name}" if member.parent else name
