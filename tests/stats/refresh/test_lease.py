"""One worker at a time is at a package."""

from datetime import timedelta

import pytest
from django.utils import timezone

from stats.models import FollowedPackage
from stats.refresh.lease import LeaseLost, leased

pytestmark = pytest.mark.django_db

AT = timezone.now()
MINUTE = timedelta(minutes=1)


def test_a_lease_is_given_to_one():
    """And to the next one when it is given back."""
    with leased("p", at=AT, length=MINUTE) as first:
        assert first is not None
        with leased("p", at=AT, length=MINUTE) as second:
            assert second is None
        with leased("q", at=AT, length=MINUTE) as other:
            assert other is not None
    with leased("p", at=AT, length=MINUTE) as third:
        assert third is not None


def test_a_lease_that_has_run_out_is_given_to_another_and_cannot_be_renewed():
    """Nor does giving it back take it from the other one."""
    with leased("p", at=AT, length=MINUTE) as first, leased("p", at=AT + MINUTE, length=MINUTE) as second:
        assert first is not None
        assert second is not None
        with pytest.raises(LeaseLost):
            first.renew(at=AT + MINUTE)
        second.renew(at=AT + 2 * MINUTE)
        assert FollowedPackage.objects.get().leased_until == AT + 3 * MINUTE


def test_a_lease_is_given_back_when_the_work_fails():
    """Nobody waits for it to run out."""
    with pytest.raises(ZeroDivisionError), leased("p", at=AT, length=MINUTE):
        raise ZeroDivisionError
    assert FollowedPackage.objects.get().leased_until is None
