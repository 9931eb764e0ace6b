"""The portal's own files: one is overwritten with the next edition, which arrives by itself."""

from pathlib import Path

import pytest
from django.core.management import call_command

from stats.ingest.decide import accept
from stats.ingest.register import dataset_named
from stats.models import Check, Dataset, Edition
from stats.queries.asking import ask
from stats.questions import parse
from stats.signals import edition_in_force
from tests.stats.factories import ROUTINE
from tests.stats.refresh.portal import Portal

NAME = "EN_ODP-PR-ProvImmCat.xlsx"
JULY = {"dataset": "pr-province-category", "kind": "figure", "period": {"month": "2024-07"}}


@pytest.mark.releases
@pytest.mark.django_db(transaction=True)
def test_the_next_month_arrives_by_itself(portal: Portal, data_dir, eager_tasks, releases: Path):
    """Edition 1 waits for a person; edition 2 is routine, counts at once, and listeners are told."""
    table = releases / "pr-province-category"
    dataset = dataset_named("pr-province-category")
    told: list[tuple[str, int]] = []

    def listen(*, dataset: str, edition: int, **_facts: object) -> None:
        told.append((dataset, edition))

    edition_in_force.connect(listen)
    portal.put(dataset.package, NAME, (table / "2024-06" / NAME).read_bytes())
    call_command("refresh", "--once")
    accept(Edition.objects.get())
    Dataset.objects.update(alone_kinds=ROUTINE)
    call_command("refresh", "--once")
    assert portal.statuses == {200: 1, 304: 1}

    portal.put(dataset.package, NAME, (table / "2024-07" / NAME).read_bytes())
    call_command("refresh", "--once")
    call_command("refresh", "--once")
    edition_in_force.disconnect(listen)

    assert portal.statuses == {200: 2, 304: 2}
    assert [c.result for c in Check.objects.order_by("at")] == ["new", "nothing_new", "new", "nothing_new"]
    assert told == [("pr-province-category", 1), ("pr-province-category", 2)]
    answer = ask(parse(JULY)).as_json()
    assert answer["edition"]["number"] == 2
    assert answer["value"] is not None
    assert answer["stated"]
