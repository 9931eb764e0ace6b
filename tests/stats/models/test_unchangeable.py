"""Triggers that keep rows as they are, put up and taken down."""

import pytest
from django.db import DatabaseError, connection, transaction

from stats.models.unchangeable import guard, release

pytestmark = pytest.mark.django_db


@pytest.fixture
def notes():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE notes (said text)")
        cursor.execute("INSERT INTO notes VALUES ('first')")
        guard(connection, "notes")
        yield cursor


def said(cursor):
    cursor.execute("SELECT said FROM notes ORDER BY said")
    return [row[0] for row in cursor.fetchall()]


@pytest.mark.parametrize("statement", ["UPDATE notes SET said = 'other'", "DELETE FROM notes"])
def test_rows_are_added_and_nothing_else(notes, statement):
    notes.execute("INSERT INTO notes VALUES ('second')")
    with pytest.raises(DatabaseError, match="notes: rows of this table"), transaction.atomic():
        notes.execute(statement)
    assert said(notes) == ["first", "second"]


def test_a_released_table_is_like_any_other(notes):
    release(connection, "notes")
    notes.execute("DELETE FROM notes")
    assert said(notes) == []
