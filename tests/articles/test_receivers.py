import logging

import pytest
from kombu.exceptions import OperationalError

from articles.models import Page
from articles.tasks import remake_pages
from tests.articles.articles import published
from tests.articles.editions import next_edition
from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db


def test_an_edition_in_force_has_its_pages_made_again(eager_tasks):
    dataset = make_permits()
    published()
    next_edition(dataset, tell=True)
    assert Page.objects.get().editions == {"permits": 2}


def test_a_queue_that_cannot_be_reached_is_left_to_the_sweep(monkeypatch, caplog):
    def unreachable(*_args: object) -> None:
        raise OperationalError("no broker")

    monkeypatch.setattr(remake_pages, "delay", unreachable)
    with caplog.at_level(logging.WARNING, logger="articles.receivers"):
        next_edition(make_permits(), tell=True)
    assert "permits" in caplog.text
