"""`manage.py demo`: people, sample editions and an article to try Stet with. Again, it changes nothing."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.demo.cast import PEOPLE
from articles.demo.setting_up import set_up


class Command(BaseCommand):
    help = "Add a demonstration newsroom: two people, sample editions, an article in two languages."

    def handle(self, **options: Any) -> None:
        set_up(at=timezone.now())
        for person in PEOPLE:
            self.stdout.write(f"{person.role:>10}: sign in as {person.username} with {person.password}")
        self.stdout.write("    Reader: needs no account")
