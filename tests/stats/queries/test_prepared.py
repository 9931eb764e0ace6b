"""Statements asked over and over."""

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from config.databases import PREPARED_FROM
from stats.models import Dataset
from stats.queries.prepared import rows_of

pytestmark = pytest.mark.django_db
SQL = f"SELECT id, slug FROM {Dataset._meta.db_table} WHERE slug = %s"


def kept_plans() -> list[str]:
    """The statements whose plans PostgreSQL keeps for this connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [statement for (statement,) in cursor.fetchall()]


def test_values_stand_beside_the_text():
    one, two = (Dataset.objects.create(slug=slug, measures="events") for slug in ("one", "o'two"))
    assert rows_of(SQL, ["one"]) == [(one.pk, "one")]
    assert rows_of(SQL, ["o'two"]) == [(two.pk, "o'two")]
    assert rows_of(SQL, ["three"]) == []


def test_a_query_counts_as_one_like_any_other():
    with CaptureQueriesContext(connection) as seen:
        rows_of(SQL, ["one"])
    assert len(seen) == 1
    assert "slug" in seen[0]["sql"]


def test_an_error_is_told_in_djangos_words():
    with pytest.raises(DatabaseError):
        rows_of("SELECT nothing FROM nowhere WHERE slug = %s", ["one"])


@pytest.mark.services
def test_postgresql_keeps_the_plan_of_what_is_asked_often():
    """Another value is no other statement."""
    sql = f"{SQL} AND id > 0"
    prepared = sql.replace("%s", "$1")
    for time in range(PREPARED_FROM):
        assert prepared not in kept_plans()
        rows_of(sql, [f"dataset-{time}"])
    rows_of(sql, ["one"])
    assert prepared in kept_plans()
