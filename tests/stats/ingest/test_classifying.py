"""An edition is classified when it is written, and again when it is completed."""

import pytest

from stats.ingest.decide import take_back
from stats.models import Dataset, Edition
from tests.stats.factories import EVENTS, figures_of, import_odp, import_workbook

pytestmark = pytest.mark.django_db

FIRST = {"India": [100] * 36, "France": [40] * 36, "Brazil": [60] * 36}
"""Three countries over three years, which a workbook's header needs."""


def classification(number):
    return Edition.objects.get(dataset__slug=EVENTS, number=number).classification


def test_the_first_edition_changes_nothing(data_dir):
    outcome = import_odp(figures_of(FIRST))
    assert outcome.classification == ()
    assert classification(1) == []


def test_an_edition_says_what_it_changes_of_the_one_in_force(data_dir):
    import_odp(figures_of(FIRST))
    figures = figures_of(FIRST | {"India": [100] * 35 + [105], "Chad": [0] * 36 + [5]})
    outcome = import_odp(figures, accept=False)
    assert [(change["kind"], change["cells"]) for change in outcome.classification] == [
        ("rows_come", 1),
        ("revision", 1),
        ("new_periods", 1),
    ]
    assert classification(2) == list(outcome.classification)
    assert outcome.as_json()["classification"] == classification(2)


def test_what_follows_on_an_edition_taken_back_is_compared_with_the_one_in_force(data_dir):
    import_odp(figures_of(FIRST))
    import_odp(figures_of(FIRST | {"India": [200] * 36}))
    assert [change["kind"] for change in classification(2)] == ["restatement", "unannounced"]
    take_back(Dataset.objects.get(slug=EVENTS).in_force)
    import_odp(figures_of(FIRST | {"India": [100] * 35 + [105]}))
    assert [(change["kind"], change["cells"]) for change in classification(3)] == [("revision", 1)]


def test_a_completed_edition_is_classified_again(data_dir):
    import_odp(figures_of(FIRST))
    newer = FIRST | {"India": [100] * 35 + [105]}
    import_odp(figures_of(newer))
    Edition.objects.filter(number=2).update(classification=[])
    assert import_workbook(figures_of(newer)).completed
    assert [change["kind"] for change in classification(2)] == ["revision"]
