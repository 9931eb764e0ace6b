"""Tables whose rows are never changed or deleted, by whatever way somebody comes: the database refuses it.

Triggers hold on SQLite and PostgreSQL alike. SQLite drops them where a later migration makes the table anew;
that migration must call `guard` again, and a test of the migrated database fails until it does.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

REFUSAL = "rows of this table are never changed or deleted"


def guard(connection: BaseDatabaseWrapper, table: str) -> None:
    """Let the database refuse UPDATE, DELETE and, on PostgreSQL, TRUNCATE of a table."""
    _execute(connection, _guards(connection.vendor, table))


def release(connection: BaseDatabaseWrapper, table: str) -> None:
    """Take the guard away: for undoing the migration, and for tests that empty their own database."""
    _execute(connection, _releases(connection.vendor, table))


def _execute(connection: BaseDatabaseWrapper, statements: Iterator[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _guards(vendor: str, table: str) -> Iterator[str]:
    if vendor == "postgresql":
        yield (
            f"CREATE OR REPLACE FUNCTION {table}_refuses() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{table}: {REFUSAL}'; END $$"
        )
        yield (
            f"CREATE TRIGGER {table}_unchangeable BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuses()"
        )
        return
    for verb in ("UPDATE", "DELETE"):
        yield (
            f"CREATE TRIGGER {table}_refuses_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table}: {REFUSAL}'); END"
        )


def _releases(vendor: str, table: str) -> Iterator[str]:
    if vendor == "postgresql":
        yield f"DROP TRIGGER IF EXISTS {table}_unchangeable ON {table}"
        yield f"DROP FUNCTION IF EXISTS {table}_refuses()"
        return
    for verb in ("update", "delete"):
        yield f"DROP TRIGGER IF EXISTS {table}_refuses_{verb}"
