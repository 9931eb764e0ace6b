"""Decisions are kept as they were made: the models refuse to change one, and so does the database."""

import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError

from stats.ingest.decide import accept
from stats.models import Dataset, Decision, Edition
from stats.models.decision import Unchangeable
from tests.stats.factories import figures_of, import_odp

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision():
    import_odp(figures_of({"India": [5, None, 10]}), accept=False)
    accept(Edition.objects.get(), by=get_user_model().objects.create(username="desk"), note="Checked.")
    return Decision.objects.get()


@pytest.mark.parametrize(
    "change",
    [
        lambda decision: decision.save(),
        lambda decision: decision.delete(),
        lambda decision: Decision.objects.update(note="Never mind."),
        lambda decision: Decision.objects.bulk_update([decision], ["note"]),
        lambda decision: Decision.objects.all().delete(),
        lambda decision: decision.edition.decisions.all().delete(),
    ],
    ids=["save", "delete", "update", "bulk_update", "queryset", "related"],
)
def test_the_models_refuse(decision, change):
    with pytest.raises(Unchangeable, match="never changed or deleted"):
        change(decision)
    assert Decision.objects.get().note == "Checked."


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE stats_decision SET note = 'Never mind.'",
        "UPDATE stats_decision SET by_id = NULL",
        "DELETE FROM stats_decision",
        "DELETE FROM stats_decision WHERE note = 'Checked.'",
    ],
)
def test_the_database_refuses(decision, statement):
    with pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic():
        connection.cursor().execute(statement)
    assert Decision.objects.get().note == "Checked."


@pytest.mark.services
def test_postgresql_refuses_to_empty_the_table(decision):
    with pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic():
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE stats_decision CASCADE")
    assert Decision.objects.exists()


def test_what_was_decided_about_and_who_decided_stay(decision):
    for thing in (decision.edition, Dataset.objects.get(), decision.by):
        with pytest.raises(ProtectedError), transaction.atomic():
            thing.delete()
    assert Decision.objects.exists()


def test_a_person_who_changes_the_name_does_not_change_the_log(decision):
    decision.by.username = "somebody else"
    decision.by.save()
    assert Decision.objects.get().decider == "desk"
