from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import sharing, writing
from articles.models import Article, PreviewLink
from stats.models import EditionState
from tests.articles.articles import NOON, binding, embed, person, saved
from tests.articles.permits import make_permits
from tests.articles.waiting import waiting_edition

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def permits():
    return make_permits()


@pytest.fixture
def article(permits) -> Article:
    return saved(body=f"<p>Ontario had {binding()} permits.</p>{embed()}")


def share(article: Article, **more: object) -> PreviewLink:
    return sharing.share(article=article, by=person(), at=timezone.now(), lasts=DAY, **more)  # type: ignore[arg-type]


def opened(client: Client, link: PreviewLink):
    return client.get(reverse("preview-link", args=[sharing.key_of(link)]))


def test_a_guest_reads_the_newest_revision_under_a_banner_with_its_end(client, article):
    link = share(article)
    article.title = "Newer words"
    writing.save(article=article, by=person(), at=NOON)
    page = opened(client, link).content.decode()
    assert "Newer words" in page
    assert "3,960" in page
    assert "Readers do not see this page." in page
    assert "This link works until" in page
    assert "/admin/" not in page


def test_nobody_keeps_the_page_or_is_told_its_address(client, article):
    for response in (opened(client, share(article)), client.get("/preview/1.x/")):
        assert response["Cache-Control"] == "private, no-store"
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert response["Referrer-Policy"] == "no-referrer"
        assert '<meta name="robots" content="noindex">' in response.content.decode()
        assert not response.cookies


def test_an_ended_link_says_so_and_shows_nothing_of_the_article(client, article):
    link = share(article)
    sharing.revoke(link=link, by=person(), at=timezone.now())
    response = opened(client, link)
    assert response.status_code == 404
    page = response.content.decode()
    assert "This preview link leads nowhere." in page
    assert article.title not in page


def test_a_french_article_has_a_french_page(client, permits):
    page = opened(client, share(saved("permis", language="fr", body=f"<p>{binding()}</p>"))).content.decode()
    assert '<html lang="fr"' in page
    assert "Ce lien fonctionne jusqu’au" in page


def test_a_waiting_edition_is_shown_as_if_it_counted_only_by_a_link_that_says_so(client, article, permits):
    edition = waiting_edition(permits)
    usual = opened(client, share(article)).content.decode()
    assert "3,960" in usual
    assert "7,920" not in usual
    ahead = opened(client, share(article, editions={"permits": edition.number})).content.decode()
    assert "7,920" in ahead
    assert "As if edition 2 of “Work permits by province and occupation” counted." in ahead


def test_a_refused_edition_is_no_longer_shown(client, article, permits):
    edition = waiting_edition(permits)
    link = share(article, editions={"permits": edition.number})
    edition.state = EditionState.REFUSED
    edition.save(update_fields=["state"])
    page = opened(client, link).content.decode()
    assert "7,920" not in page
    assert "figure missing" in page


def test_a_guest_only_looks(client, article):
    link = share(article)
    assert client.post(reverse("preview-link", args=[sharing.key_of(link)])).status_code == 405
