"""Leases: one worker at a time is at a package, and one that was killed holds up nobody for long.

The row of the package is the lock: it changes hands in one conditional update, which the database makes
exactly once, whichever database it is.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from stats.models import FollowedPackage


class LeaseLost(Exception):
    """The work took longer than the lease, and another worker has begun it."""


@dataclass(frozen=True)
class Lease:
    """The right to be at a package, for `length` from the last renewal on."""

    package: FollowedPackage
    holder: str
    length: timedelta

    def renew(self, *, at: datetime) -> None:
        """Begin the lease anew; LeaseLost if it is another's by now."""
        mine = FollowedPackage.objects.filter(pk=self.package.pk, holder=self.holder)
        if not mine.update(leased_until=at + self.length):
            raise LeaseLost(self.package.package)


@contextmanager
def leased(package: str, *, at: datetime, length: timedelta) -> Iterator[Lease | None]:
    """The lease of a package, given back at the end; None while another worker has it."""
    row, _created = FollowedPackage.objects.get_or_create(package=package)
    holder = secrets.token_hex(16)
    free = Q(leased_until=None) | Q(leased_until__lte=at)
    taken = FollowedPackage.objects.filter(free, pk=row.pk).update(holder=holder, leased_until=at + length)
    if not taken:
        yield None
        return
    try:
        yield Lease(row, holder, length)
    finally:
        FollowedPackage.objects.filter(pk=row.pk, holder=holder).update(holder="", leased_until=None)
