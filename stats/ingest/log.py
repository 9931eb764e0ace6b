"""The log of decisions: the one place that adds to it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from stats.models import Actor, Decision, Edition, Verdict

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


def log(
    edition: Edition,
    verdict: Verdict,
    *,
    in_force: Edition | None,
    by: AbstractBaseUser | None = None,
    actor: Actor = Actor.COMMAND,
    at: datetime | None = None,
    note: str = "",
) -> Decision:
    """Add a decision. With `by` a person made it; otherwise `actor` says what did."""
    return Decision.objects.create(
        edition=edition,
        verdict=verdict,
        at=at or timezone.now(),
        actor=Actor.PERSON if by else actor,
        by_id=by.pk if by else None,
        by_name=by.get_username() if by else "",
        note=note,
        in_force_after=in_force.number if in_force else None,
    )
