"""Statements that are asked over and over: PostgreSQL plans them once a connection, not every time.

Planning a join of three small tables takes it longer than the join does. Django's own cursors put the values
into the text, which leaves nothing to prepare; the driver's send them beside it. `prepare_threshold` in the
database's options says from how many times on, or never.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import psycopg
from django.db import connection


def rows_of(sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The rows of a statement whose text is one of few; values stand in `parameters` alone."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # The wrapper stays, which tells errors in Django's words and counts queries.
            cursor.cursor = psycopg.Cursor(connection.connection)
        cursor.execute(sql, parameters)
        return cursor.fetchall()
