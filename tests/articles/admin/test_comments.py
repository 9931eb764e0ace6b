from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from articles import commenting
from articles.models import Article, Comment
from tests.articles.articles import MORNING, person, saved

pytestmark = pytest.mark.django_db
SCRIPT = {"X-Desk": "1"}


def signed_in(name: str, *codenames: str) -> Client:
    user = User.objects.create_user(name, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def reader() -> Client:
    """Somebody who may see articles and not change them."""
    return signed_in("reader", "view_article")


@pytest.fixture
def article() -> Article:
    return saved(body="<p>Permits doubled.</p>")


def send(client: Client, article: Article, action: str, **form: object):
    return client.post(f"/admin/articles/article/{article.pk}/{action}/", form, headers=SCRIPT)


def test_the_panel_comes_back_with_the_comment_its_place_and_its_words(reader, article):
    response = send(reader, article, "comment", path="p[1]", quote="doubled", text="<b>Did</b> they?")
    said = response.content.decode()
    assert 'data-place="p[1]" data-quote="doubled"' in said
    assert "&lt;b&gt;Did&lt;/b&gt; they?" in said
    assert "<html" not in said


def test_without_scripts_the_way_leads_back_to_the_article(reader, article):
    response = reader.post(f"/admin/articles/article/{article.pk}/comment/", {"text": "All of it?"})
    assert response["Location"] == f"/admin/articles/article/{article.pk}/change/#desk-comments"
    page = reader.get(response["Location"].partition("#")[0]).content.decode()
    assert "All of it?" in page
    assert "The whole article" in page


def test_what_is_refused_is_said_and_nothing_is_kept(reader, article):
    response = send(reader, article, "comment", text=" ")
    assert response.status_code == 422
    assert "A comment says something." in response.content.decode()
    assert not Comment.objects.exists()


def test_a_passage_that_is_gone_is_said_to_be(reader, article):
    commenting.comment(
        article=article, by=person(), at=MORNING, path="p[1]", quote="halved", text="Did they?"
    )
    page = reader.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert "The passage is no longer in the text" in page
    assert "<q>halved</q>" in page


def test_who_made_a_comment_resolves_it_and_so_do_those_who_write(reader, article):
    writer = signed_in("writer", "view_article", "change_article")
    mine = commenting.comment(
        article=article, by=User.objects.get(username="reader"), at=MORNING, text="Mine"
    )
    theirs = commenting.comment(article=article, by=person(), at=MORNING, text="Theirs")
    assert send(reader, article, "resolve", comment=theirs.pk).status_code == 403
    assert send(reader, article, "resolve", comment=mine.pk).status_code == 200
    assert send(writer, article, "resolve", comment=theirs.pk).status_code == 200
    assert not Comment.objects.open().exists()
    assert "2 resolved comments" in send(writer, article, "resolve", comment=mine.pk).content.decode()
    send(writer, article, "resolve", comment=mine.pk, again="1")
    assert Comment.objects.open().get() == mine


def test_answers_stand_below_what_they_answer(reader, article):
    said = commenting.comment(article=article, by=person(), at=MORNING, text="Did they?")
    response = send(reader, article, "answer", comment=said.pk, text="They did.")
    assert "They did." in response.content.decode()
    assert Comment.objects.get(answer_to=said).by.get_username() == "reader"


@pytest.mark.parametrize("action", ["answer", "resolve"])
def test_a_comment_on_another_article_is_not_found(reader, article, action):
    other = saved("other", body="<p>A</p>")
    said = commenting.comment(article=other, by=person(), at=MORNING, text="Here")
    assert send(reader, article, action, comment=said.pk, text="x").status_code == 404
    assert send(reader, article, action, comment="x", text="x").status_code == 404


def test_nobody_without_the_right_to_see_articles_comments(article):
    assert send(signed_in("other"), article, "comment", text="x").status_code == 403
    assert send(Client(), article, "comment", text="x").status_code == 302
    assert not Comment.objects.exists()
