"""Commands that need the tables: without them they say so in a sentence instead of a traceback."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


class ReadyCommand(BaseCommand):
    """A command that starts only when every migration has been applied."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Refuse a database that is not set up, with the command that does it."""
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise CommandError("the database is not set up: run `python manage.py migrate` first")
        return super().execute(*args, **options)
