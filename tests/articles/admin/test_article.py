from __future__ import annotations

import json
import re
from html import escape

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from articles.models import Article, Status
from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/article/add/"
QUESTION = {"dataset": "permits", "where": {"province": "ON"}, "period": {"year": 2021}}
RANKING = {"dataset": "permits", "kind": "ranking", "over": "occupation", "period": {"year": 2021}}


def binding(question: object = QUESTION, wording: str = "number") -> str:
    stored = escape(json.dumps({"question": question, "wording": wording}))
    return f'<data data-binding="{stored}">3,960</data>'


def embed(question: object = RANKING, kind: str = "ranking") -> str:
    stored = escape(json.dumps({"kind": kind, "question": question, "title": "First"}))
    return f'<figure data-embed="{stored}"></figure>'


def words(**changes: object) -> dict[str, object]:
    return {
        "title": "Where permits go",
        "slug": "where-permits-go",
        "language": "en",
        "standfirst": "In short.",
        "summary": "",
        "counterpart": "",
        "body": f"<p>Ontario had {binding()} permits.</p>{embed()}",
        "revision": "",
        "_continue": "1",
    } | changes


def person(name: str, *codenames: str) -> Client:
    user = User.objects.create_user(name, password="x", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor() -> Client:
    """An editor, who writes and publishes, and a dataset to write about."""
    make_permits()
    return person("ed", "add_article", "change_article", "view_article", "publish_article")


@pytest.fixture
def article(editor: Client) -> Article:
    """An article that the editor has written."""
    editor.post(ADD, words())
    return Article.objects.get()


def change(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/change/"


def errors(response: object) -> str:
    return " ".join(str(e) for e in response.context["errors"])  # type: ignore[attr-defined]


def test_an_article_is_written_with_its_figures_and_every_save_is_a_revision(editor, article):
    assert article.author.get_username() == "ed"
    assert "data-binding" in article.body
    assert "data-embed" in article.body
    editor.post(change(article), words(title="Where permits went", revision=1))
    assert list(article.revisions.values_list("number", "title")) == [
        (2, "Where permits went"),
        (1, "Where permits go"),
    ]


def test_what_cannot_be_typed_is_not_stored(editor):
    editor.post(ADD, words(body='<p onclick="x()">Hi<script>x()</script> <span style="x">you</span></p>'))
    assert Article.objects.get().body == "<p>Hi you</p>"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            f"<p>A</p><p>{binding({**QUESTION, 'where': {'province': 'Ontaria'}})}</p>",
            "paragraph 2, figure 1: where.province: &#x27;Ontaria&#x27;",
        ),
        (embed({**RANKING, "dataset": "permit"}), "embed 1: dataset: &#x27;permit&#x27; is not a dataset"),
        (embed(kind="pie"), "embed 1: &#x27;pie&#x27; is not a kind of embed"),
        ('<p><data data-binding="{">1</data></p>', "figure 1"),
        (f"<p>{binding(wording='roughly')}</p>", "roughly"),
    ],
)
def test_a_text_whose_figures_cannot_be_answered_is_refused_naming_them_and_kept_on_the_page(
    editor, body, said
):
    response = editor.post(ADD, words(body=body))
    assert not Article.objects.exists()
    assert said in errors(response)
    assert response.context["adminform"].form["body"].value() == body


def test_two_writers_do_not_overwrite_each_other_unseen(editor, article):
    other = person("max", "change_article", "view_article")
    other.post(change(article), words(standfirst="Max was here.", revision=1))
    response = editor.post(change(article), words(standfirst="Ed was here.", revision=1))
    article.refresh_from_db()
    assert article.standfirst == "Max was here."
    assert "max saved this article while you were writing" in errors(response)
    page = response.content.decode()
    assert "Ed was here." in page
    assert "Max was here." in page
    editor.post(change(article), words(standfirst="Ed was here.", revision=1, overwrite=2))
    article.refresh_from_db()
    assert article.standfirst == "Ed was here."
    assert article.revisions.count() == 3


def test_saying_to_overwrite_one_revision_does_not_overwrite_a_newer_one(editor, article):
    for title in ("Two", "Three"):
        editor.post(change(article), words(title=title, revision=article.revision_number))
    editor.post(change(article), words(title="Mine", revision=1, overwrite=2))
    article.refresh_from_db()
    assert article.title == "Three"


def test_saving_and_publishing_puts_the_text_before_readers(editor, article, client):
    data = words(revision=1, _publish="1")
    response = editor.post(change(article), data, follow=True)
    article.refresh_from_db()
    assert article.status == Status.PUBLISHED
    assert article.page.path in response.content.decode()
    assert "3,960" in client.get(article.page.path).content.decode()


def test_the_preview_is_the_page_as_readers_will_see_it_for_the_newsroom_only(editor, article, client):
    path = f"/admin/articles/article/{article.pk}/preview/"
    page = editor.get(path).content.decode()
    assert "3,960" in page
    assert "Graphic designers" in page
    assert client.get(path).status_code == 302
    article.refresh_from_db()
    assert article.status == Status.DRAFT


def test_what_stands_in_the_way_of_publishing_is_listed_with_its_place(editor, article):
    article.revisions.update(body="")
    article.body = ""
    article.save()
    page = editor.get(change(article)).content.decode()
    assert 'href="#id_body"' in page
    response = editor.post(change(article), words(body="", revision=1, _publish="1"), follow=True)
    assert "not published" in response.content.decode()
    article.refresh_from_db()
    assert article.status == Status.DRAFT


def test_a_published_article_is_withdrawn_after_being_asked(editor, article, client):
    editor.post(f"/admin/articles/article/{article.pk}/publish/")
    path = f"/admin/articles/article/{article.pk}/withdraw/"
    assert editor.get(path).status_code == 200
    article.refresh_from_db()
    assert article.status == Status.PUBLISHED
    editor.post(path)
    article.refresh_from_db()
    assert article.status == Status.WITHDRAWN


def test_who_may_not_publish_can_neither_publish_nor_withdraw(article):
    writer = person("max", "change_article", "view_article")
    writer.post(change(article), words(title="Again", revision=1, _publish="1"))
    for name in ("publish", "withdraw"):
        assert writer.post(f"/admin/articles/article/{article.pk}/{name}/").status_code == 403
    article.refresh_from_db()
    assert article.status == Status.DRAFT
    assert article.title == "Again"


def test_publishing_and_withdrawing_are_not_done_by_following_a_link(editor, article):
    assert editor.get(f"/admin/articles/article/{article.pk}/publish/").status_code == 405


def test_the_desk_is_not_open_to_the_data_desk(editor, article):
    desk = person("dee", "view_dataset")
    assert desk.get(change(article)).status_code == 403
    assert desk.get(f"/admin/articles/article/{article.pk}/preview/").status_code == 403


def test_the_list_shows_status_and_standing(editor, article):
    editor.post(f"/admin/articles/article/{article.pk}/publish/")
    page = editor.get("/admin/articles/article/").content.decode()
    assert "Published" in page
    assert "Stands" in page


def test_scripts_of_the_form_carry_the_nonce_of_the_policy(editor):
    response = editor.get(ADD)
    policy = response.headers["Content-Security-Policy"]
    nonce = policy.split("'nonce-")[1].split("'")[0]
    page = response.content.decode()
    [tag] = re.findall(r'<script[^>]*type="importmap"[^>]*>', page)
    assert f'nonce="{nonce}"' in tag
    assert "articles/editor/picker" in page
