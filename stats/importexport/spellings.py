"""Renaming a member keeps its old names as aliases, so that files which still use them find it."""

from __future__ import annotations

from stats.labels import Label
from stats.models import Alias, Member


def keep_spellings(member: Member, *, called: Label) -> list[Alias]:
    """Add what a member was called before as aliases, where it is called otherwise now; give the new ones."""
    now = {member.label_en, member.label_fr, ""}
    kept = [Alias.objects.get_or_create(member=member, text=name) for name in {called.en, called.fr} - now]
    return [alias for alias, made in kept if made]
