from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles.models import Article, PreviewLink
from tests.articles.articles import binding, saved
from tests.articles.permits import make_permits
from tests.articles.waiting import waiting_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def permits():
    return make_permits()


@pytest.fixture
def editor(client: Client, permits) -> Client:
    client.force_login(User.objects.create_superuser("ed"))
    return client


@pytest.fixture
def article(permits) -> Article:
    return saved(body=f"<p>{binding()}</p>")


def address(article: Article, action: str = "share") -> str:
    return f"/admin/articles/article/{article.pk}/{action}/"


def test_a_link_is_made_and_its_address_opens_for_everybody(editor, article):
    assert editor.post(address(article), {"lasts": "1h"})["Location"] == address(article)
    link = PreviewLink.objects.get()
    assert (link.expires_at - link.at).total_seconds() == 3600
    page = editor.get(address(article)).content.decode()
    found = re.search(r'value="http://[^/]+(/preview/[^"]+)"', page)
    assert found
    assert "3,960" in Client().get(found[1]).content.decode()


def test_a_revoked_link_is_listed_without_its_address(editor, article):
    editor.post(address(article), {"lasts": "30d"})
    editor.post(address(article, "revoke"), {"link": PreviewLink.objects.get().pk})
    page = editor.get(address(article)).content.decode()
    assert "/preview/" not in page
    assert "Revoked:" in page


def test_an_expired_link_is_listed_without_its_address(editor, article):
    editor.post(address(article), {"lasts": "1d"})
    PreviewLink.objects.update(expires_at=timezone.now())
    page = editor.get(address(article)).content.decode()
    assert "/preview/" not in page
    assert "Expired:" in page


def test_only_waiting_editions_of_the_article_s_datasets_are_offered(editor, article, permits):
    assert "waiting editions" not in editor.get(address(article)).content.decode()
    edition = waiting_edition(permits)
    other = waiting_edition(make_permits("others"))
    editor.post(address(article), {"lasts": "1h", "editions": [edition.pk]})
    assert PreviewLink.objects.get().editions == {"permits": 2}
    refused = editor.post(address(article), {"lasts": "1h", "editions": [other.pk]})
    assert refused.status_code == 422
    assert PreviewLink.objects.count() == 1


def test_a_time_that_is_not_offered_is_refused(editor, article):
    assert editor.post(address(article), {"lasts": "1y"}).status_code == 422
    assert not PreviewLink.objects.exists()


def test_a_link_of_another_article_is_not_revoked(editor, article):
    other = saved("other", body="<p>A</p>")
    editor.post(address(other), {"lasts": "1h"})
    link = PreviewLink.objects.get()
    assert editor.post(address(article, "revoke"), {"link": link.pk}).status_code == 404
    assert editor.post(address(article, "revoke"), {"link": "x"}).status_code == 404
    link.refresh_from_db()
    assert link.revoked_at is None
