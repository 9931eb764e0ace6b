from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.signing import Signer

from articles import sharing
from articles.errors import NotAllowed
from articles.models import Action, Article, PreviewLink
from tests.articles.articles import NOON, person, saved

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def article():
    return saved(body="<p>A</p>")


@pytest.fixture
def link(article) -> PreviewLink:
    return sharing.share(article=article, by=person(), at=NOON, lasts=HOUR)


def test_a_link_is_found_by_its_key_until_it_expires(link):
    key = sharing.key_of(link)
    assert sharing.link_of(key, at=NOON) == link
    assert sharing.link_of(key, at=NOON + HOUR - timedelta(seconds=1)) == link
    assert sharing.link_of(key, at=NOON + HOUR) is None


def test_a_revoked_link_leads_nowhere_and_both_steps_stand_in_the_log(article, link):
    sharing.revoke(link=link, by=person("max"), at=NOON)
    sharing.revoke(link=link, by=person("max"), at=NOON)
    assert sharing.link_of(sharing.key_of(link), at=NOON) is None
    assert list(article.steps.values_list("action", flat=True)) == [Action.SHARED, Action.REVOKED]


def test_a_key_cannot_be_made_without_the_secret(link):
    key = sharing.key_of(link)
    other = sharing.share(article=link.article, by=person(), at=NOON, lasts=HOUR)
    signature = key.partition(".")[2]
    for wrong in (
        str(link.pk),
        f"{other.pk}.{signature}",
        f"{link.pk}.",
        key[:-1],
        key + "A",
        "",
        "x.y",
        Signer(salt="another").sign(str(link.pk)),
        Signer(key="another", salt="articles.preview_link", sep=".").sign(str(link.pk)),
    ):
        assert sharing.link_of(wrong, at=NOON) is None
    assert len(signature) >= 43


@pytest.mark.parametrize("lasts", [HOUR - timedelta(seconds=1), timedelta(days=30, seconds=1), timedelta(0)])
def test_a_link_lasts_an_hour_at_least_and_thirty_days_at_most(article, lasts):
    with pytest.raises(NotAllowed):
        sharing.share(article=article, by=person(), at=NOON, lasts=lasts)
    assert not PreviewLink.objects.exists()


def test_what_was_never_saved_is_not_shared():
    article = Article.objects.create(title="A", slug="a", author=person())
    with pytest.raises(NotAllowed):
        sharing.share(article=article, by=person(), at=NOON, lasts=HOUR)
