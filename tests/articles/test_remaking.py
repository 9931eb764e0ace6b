from collections import Counter

import pytest

from articles import remaking
from articles.models import Page, Standing
from articles.publishing import Outcome
from articles.tasks import remake_pages, sweep_pages
from stats.models import Dataset
from tests.articles.articles import FIGURE, NOON, RANKING, binding, embed, published
from tests.articles.editions import next_edition
from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db


@pytest.fixture
def dataset() -> Dataset:
    return make_permits()


def other_body() -> str:
    make_permits("visas")
    return f"<p>{binding(FIGURE | {'dataset': 'visas'})}</p>"


def test_exactly_the_pages_that_use_the_dataset_are_made_again(dataset):
    published("one")
    published("two", body=embed(RANKING))
    other = published("three", body=other_body())
    untouched = Page.objects.values().get(article=other)
    next_edition(dataset)
    assert remaking.remake_pages(dataset="permits", at=NOON) == Counter({Outcome.MADE: 2})
    assert Page.objects.values().get(article=other) == untouched
    assert {page.built_at for page in Page.objects.showing("permits")} == {NOON}


def test_doing_it_twice_changes_nothing_more(dataset):
    published()
    next_edition(dataset)
    remaking.remake_pages(dataset="permits", at=NOON)
    before = Page.objects.values().get()
    assert remaking.remake_pages(dataset="permits", at=NOON) == Counter({Outcome.UNCHANGED: 1})
    assert Page.objects.values().get() == before


def test_one_page_that_breaks_does_not_hold_up_the_others(dataset):
    published("one")
    published("two", body=f"<p>{binding(FIGURE | {'where': {'province': 'BC'}})}</p>")
    next_edition(dataset)
    dataset.dimensions.get(slug="province").members.filter(code="BC").update(since=9)
    found = remaking.remake_pages(dataset="permits", at=NOON)
    assert found == Counter({Outcome.MADE: 1, Outcome.BROKEN: 1})
    assert Page.objects.broken().get().path == "/en/articles/two/"


def test_the_sweep_finds_what_nobody_was_told_about(dataset):
    published("one")
    published("two", body=other_body())
    assert remaking.sweep(at=NOON) == Counter()
    next_edition(dataset)
    assert remaking.sweep(at=NOON) == Counter({Outcome.MADE: 1})
    assert remaking.sweep(at=NOON) == Counter()


def test_the_sweep_looks_at_a_broken_page_once_for_each_edition(dataset):
    published()
    edition = dataset.in_force
    Dataset.objects.update(in_force=None)
    assert remaking.sweep(at=NOON) == Counter({Outcome.BROKEN: 1})
    assert remaking.sweep(at=NOON) == Counter()
    Dataset.objects.update(in_force=edition)
    assert remaking.sweep(at=NOON) == Counter({Outcome.MADE: 1})
    assert Page.objects.get().standing == Standing.STANDS


def test_tasks_do_both(dataset):
    published()
    next_edition(dataset)
    remake_pages("permits")
    assert Page.objects.get().editions == {"permits": 2}
    next_edition(dataset)
    sweep_pages()
    assert Page.objects.get().editions == {"permits": 3}


def test_every_page_can_be_made_again_at_once(dataset, settings):
    published()
    settings.STET_BASE_URL = "https://news.example"
    assert remaking.remake_all(at=NOON) == Counter({Outcome.MADE: 1})
    assert "https://news.example/en/articles/permits/" in Page.objects.get().html
