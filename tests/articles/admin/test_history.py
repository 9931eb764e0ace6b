"""The history of an article in the admin: revisions, comparisons, restoring, and what was never saved."""

import json
import re

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from articles import writing
from articles.models import Article, Draft
from tests.articles.articles import BODY, MORNING, NOON, binding, person, saved
from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db


def signed_in(name: str, *codenames: str) -> Client:
    user = person(name) if name == "ada" else User.objects.create_user(name)
    user.is_staff = True
    user.save()
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def ada() -> Client:
    return signed_in("ada", "view_article", "add_article", "change_article")


@pytest.fixture
def article() -> Article:
    make_permits()
    return saved()


def rewritten(article: Article, **words: str) -> None:
    for name, text in words.items():
        setattr(article, name, text)
    writing.save(article=article, by=person(), at=NOON)


def page(client: Client, article: Article, address: str) -> str:
    response = client.get(f"/admin/articles/article/{article.pk}/{address}")
    assert response.status_code == 200
    return response.content.decode()


def test_the_history_lists_every_revision_with_its_author(ada, article):
    rewritten(article, title="Another title")
    listed = page(ada, article, "history/")
    assert re.findall(r'name="old" value="(\d)"', listed) == ["2", "1"]
    assert "Another title" in listed
    assert "Ada Roy" in listed
    assert "Restore revision 1" in listed
    assert "Restore revision 2" not in listed


def test_two_revisions_are_compared_in_title_sentences_and_figures(ada, article):
    later = {"dataset": "permits", "where": {"province": "ON"}, "period": {"year": 2020}}
    rewritten(article, title="Another title", body=BODY.replace(binding(), binding(later)))
    compared = page(ada, article, "compare/?old=1&new=2")
    assert "<del>Title of permits</del><ins>Another title</ins>" in compared
    assert len(re.findall(r'<(?:ins|del) class="desk-figure"', compared)) == 2
    assert "Restore revision 1" in compared


def test_a_revision_that_no_longer_parses_is_compared_by_its_words(ada, article):
    article.revisions.update(body="<p>Broken <u>words</u></p>")
    rewritten(article, body="<p>Mended words</p>")
    compared = page(ada, article, "compare/?old=1&new=2")
    assert "<ins>Mended</ins>" in compared


@pytest.mark.parametrize("asked", ["old=1&new=9", "old=x", "new=0"])
def test_revisions_that_are_not_there_are_not_found(ada, article, asked):
    assert ada.get(f"/admin/articles/article/{article.pk}/compare/?{asked}").status_code == 404


def test_a_revision_is_restored_as_the_newest_and_nothing_is_lost(ada, article):
    rewritten(article, title="Another title", body="<p>Other words.</p>")
    response = ada.post(f"/admin/articles/article/{article.pk}/restore/", {"number": "1"}, follow=True)
    assert "Revision 1 is restored, as revision 3." in response.content.decode()
    assert list(article.revisions.values_list("number", "title")) == [
        (3, "Title of permits"),
        (2, "Another title"),
        (1, "Title of permits"),
    ]
    article.refresh_from_db()
    assert (article.title, article.body) == ("Title of permits", BODY)


def test_who_may_not_change_may_look_but_not_restore(article):
    reader = signed_in("max", "view_article")
    rewritten(article, title="Another title")
    assert "Restore" not in page(reader, article, "history/")
    assert reader.post(f"/admin/articles/article/{article.pk}/restore/", {"number": "1"}).status_code == 403
    assert article.revisions.count() == 2


def sent(client: Client, **content: object):
    said = {"window": "window-1234", "article": None, "started_from": 0, "words": None} | content
    return client.post("/admin/articles/article/drafts/", json.dumps(said), content_type="application/json")


def test_a_window_sends_what_is_typed_and_is_told_who_else_is_there(ada, article):
    grace = signed_in("grace", "change_article")
    sent(grace, window="window-grace", article=article.pk)
    answer = sent(ada, article=article.pk, started_from=1, words={"title": "Typed"}).json()
    assert answer == {"others": ["grace"], "newest": 1, "newest_by": "Ada Roy"}
    assert Draft.objects.get(by__username="ada").said == {"title": "Typed"}


@pytest.mark.parametrize(
    ("content", "status"),
    [
        ({"article": 999}, 403),
        ({"window": "short"}, 400),
        ({"words": ["title"]}, 400),
        ({"words": {"author": "1"}}, 400),
        ({"started_from": "one"}, 400),
    ],
)
def test_what_cannot_be_kept_is_answered_with_a_message(ada, content, status):
    response = sent(ada, **content)
    assert (response.status_code, Draft.objects.count()) == (status, 0)
    assert response.json()["message"]


def test_who_may_not_write_keeps_nothing(article):
    reader = signed_in("max", "view_article")
    assert sent(reader, article=article.pk).status_code == 403
    assert sent(reader).status_code == 403
    assert sent(Client()).status_code == 302
    assert Draft.objects.count() == 0


def never_saved(article: Article | None, **words: str) -> Draft:
    return Draft.objects.create(
        window="window-lost",
        article=article,
        by=person(),
        words=words,
        started_from=1 if article else 0,
        at=MORNING,
        seen_at=MORNING,
    )


def test_what_was_never_saved_is_offered_taken_up_and_gone_once_it_is_saved(ada, article):
    never_saved(article, title="Typed on the train", standfirst="In short.", body=BODY)
    offered = page(ada, article, "change/")
    assert "You typed something here that was never saved" in offered
    assert "<ins>Typed on the train</ins>" in page(ada, article, "compare/?draft=window-lost")
    form = ada.get(f"/admin/articles/article/{article.pk}/change/?draft=window-lost")
    assert "never saved" not in form.content.decode().partition("desk-state")[0]
    fields = form.context["adminform"].form
    assert fields.initial["title"] == "Typed on the train"
    assert (fields.initial["revision"], fields.initial["draft"]) == (1, "window-lost")
    words = {"title": "Typed on the train", "slug": "permits", "language": "en", "body": BODY}
    ada.post(
        f"/admin/articles/article/{article.pk}/change/",
        words | {"revision": 1, "window": fields.initial["window"], "draft": "window-lost"},
    )
    article.refresh_from_db()
    assert (article.title, Draft.objects.count()) == ("Typed on the train", 0)


def test_a_draft_is_nobody_elses(article):
    never_saved(article, title="Mine")
    grace = signed_in("grace", "view_article", "change_article")
    assert "never saved" not in page(grace, article, "change/")
    form = grace.get(f"/admin/articles/article/{article.pk}/change/?draft=window-lost")
    assert form.context["adminform"].form.initial["title"] == "Title of permits"
    grace.post("/admin/articles/article/discard/", {"discard": "window-lost"})
    assert Draft.objects.count() == 1


def test_a_draft_that_is_not_wanted_is_let_go(ada, article):
    never_saved(article, title="Mine")
    address = f"/admin/articles/article/{article.pk}/change/"
    response = ada.post(
        "/admin/articles/article/discard/",
        {"discard": "window-lost"},
        headers={"referer": f"http://testserver{address}"},
    )
    assert (response["Location"], Draft.objects.count()) == (f"http://testserver{address}", 0)


def test_the_way_back_never_leads_to_another_site(ada):
    response = ada.post(
        "/admin/articles/article/discard/", {}, headers={"referer": "https://elsewhere.example/"}
    )
    assert response["Location"] == "/admin/articles/article/"
