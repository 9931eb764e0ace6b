"""``python manage.py remake_pages``: make all pages again, as after a change of templates or address."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles import remaking


class Command(BaseCommand):
    """Makes every published page again; those that would say the same are not touched."""

    help = "Make all published pages again, as after a change of templates or of the site's address."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print how many pages were made, left and found broken."""
        found = remaking.remake_all(at=timezone.now())
        self.stdout.write(", ".join(f"{outcome.value}: {found[outcome]}" for outcome in remaking.Outcome))
