"""An edition that is taken back is gone from published pages; accepted again, it is back on them."""

import re
from random import Random

import pytest

from stats.ingest import recipe
from stats.ingest.decide import accept, take_back
from stats.ingest.register import dataset_named
from stats.ingest.sources import keep
from stats.models import Dataset, Edition
from tests.articles.articles import binding, embed, published
from tests.faults.figures import DATASET, FILE, first, printed, revised

FIGURE = {"dataset": DATASET, "where": {"province": "ON"}, "period": "2024-03"}
RANKING = {"dataset": DATASET, "kind": "ranking", "over": "occupation", "period": "2024-05"}


@pytest.fixture
def pages(db, data_dir, eager_tasks, client, django_capture_on_commit_callbacks):
    """Three editions accepted one after the other, a page on their figures, and what it says of each."""
    chance, figures, said = Random(7), first(), {}
    for number in (1, 2, 3):
        source = keep(name=FILE, data=printed(figures, chance))
        with django_capture_on_commit_callbacks(execute=True):
            recipe.run([source], dataset=dataset_named(DATASET), accept_at_once=True)
        if number == 1:
            published(body=f"<p>Ontario had {binding(FIGURE)} permits.</p>{embed(RANKING)}")
        said[number] = page(client)
        figures = revised(figures, chance)
    assert len({tuple(figures_on(shown)) for shown in said.values()}) == 3
    return said


def page(client):
    """The page, but for when it was made."""
    shown = client.get("/en/articles/permits/").content.decode()
    return re.sub(r"<time.*?</time>|\d{4}-\d\d-\d\dT[\d:.+-]+", "", shown)


def edition(number):
    return Edition.objects.get(number=number)


def test_pages_follow_every_taking_back_and_every_acceptance(
    pages, client, django_capture_on_commit_callbacks
):
    assert Dataset.objects.get().rolled_up
    for decide, number, in_force in (
        (take_back, 3, 2),
        (take_back, 2, 1),
        (accept, 3, 3),
        (take_back, 3, 1),
        (accept, 2, 2),
    ):
        with django_capture_on_commit_callbacks(execute=True):
            decide(edition(number))
        assert Dataset.objects.get().in_force.number == in_force
        assert figures_on(page(client)) == figures_on(pages[in_force])


def test_a_page_is_to_the_letter_as_it_was_before(pages, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        take_back(edition(3))
    assert page(client) == pages[2]


def figures_on(shown):
    """The article's own part of a page, without the foot that says since when an edition is in force."""
    return re.findall(r"<data.*?</data>|<td.*?</td>|<th.*?</th>", shown, re.DOTALL)
