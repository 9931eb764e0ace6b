"""The tasks: the scheduler's message becomes one for each package, and those become imports."""

import pytest

from stats.ingest.register import dataset_named
from stats.models import Edition
from stats.tasks import refresh
from tests.stats.refresh.portal import Portal
from tests.stats.refresh.samples import CSV, permits


@pytest.mark.django_db(transaction=True)
def test_a_refresh_ends_in_editions(portal: Portal, data_dir, eager_tasks):
    """Of every followed package, whatever becomes of the others."""
    work, residents = dataset_named("imp-citizenship"), dataset_named("pr-citizenship")
    portal.put(work.package, CSV, permits())
    assert residents.package not in portal.packages
    refresh.delay()
    assert Edition.objects.get().dataset == work
