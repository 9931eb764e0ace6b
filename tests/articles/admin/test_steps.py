"""The steps of the workflow as people take them: what is offered, what is asked, what is said afterwards."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.demo.cast import EDITOR, PUBLISHER, WRITER
from articles.demo.newsroom import groups
from articles.models import Stage, Status
from tests.articles.articles import saved
from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def others_approve(settings):
    settings.STET_APPROVAL = "others"


@pytest.fixture
def article():
    make_permits()
    return saved()


def signed_in(role: str) -> Client:
    user = User.objects.create_user(role.lower(), is_staff=True)
    user.groups.add(groups()[role])
    client = Client()
    client.force_login(user)
    return client


def desk(client: Client, article) -> str:
    return client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()


def offered(client: Client, article) -> list[str]:
    """The steps, but for translating, which is open all the while to whoever writes."""
    found = re.findall(r'class="button" href="\.\./(\w+)/"', desk(client, article))
    return [name for name in found if name != "translate"]


def take(client: Client, article, step: str, **said: str):
    response = client.post(f"/admin/articles/article/{article.pk}/{step}/", said, follow=True)
    article.refresh_from_db()
    return response


def test_everybody_is_offered_what_follows_and_what_they_may_do(article):
    writer, editor, publisher = signed_in(WRITER), signed_in(EDITOR), signed_in(PUBLISHER)
    assert offered(writer, article) == ["submit"]
    take(writer, article, "submit", note="For Monday.")
    assert offered(writer, article) == []
    assert offered(editor, article) == ["approve", "send_back"]
    assert "For Monday." in desk(editor, article)
    take(editor, article, "approve")
    assert 'name="_publish"' not in desk(editor, article)
    assert 'name="_publish"' in desk(publisher, article)
    assert offered(publisher, article) == ["send_back", "schedule"]
    take(publisher, article, "schedule", moment_0="2999-01-01", moment_1="06:00:00")
    assert article.stage == Stage.SCHEDULED
    assert "Will be published: Jan. 1, 2999, 6 a.m." in desk(publisher, article)
    assert offered(publisher, article) == ["send_back", "unschedule"]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({}, "Choose a moment"),
        ({"moment_0": "2001-01-01", "moment_1": "06:00"}, "has passed"),
        ({"moment_0": "tomorrow", "moment_1": "06:00"}, "valid date"),
    ],
)
def test_a_schedule_that_cannot_be_kept_is_asked_for_again(article, said, message):
    editor, publisher = signed_in(EDITOR), signed_in(PUBLISHER)
    take(publisher, article, "submit")
    take(editor, article, "approve")
    response = take(publisher, article, "schedule", **said)
    assert response.status_code == 422
    assert message in response.content.decode()
    assert article.stage == Stage.APPROVED


def test_who_sends_back_gives_a_reason(article):
    editor = signed_in(EDITOR)
    take(editor, article, "submit")
    assert take(editor, article, "send_back").status_code == 422
    assert article.stage == Stage.IN_REVIEW
    assert "Sent back to the writer." in take(editor, article, "send_back", note="Why?").content.decode()


def test_who_changed_it_last_is_told_that_somebody_else_has_to_approve(article):
    editor = signed_in(EDITOR)
    words = {"title": "Mine", "slug": "permits", "language": "en", "body": article.body, "revision": "1"}
    editor.post(f"/admin/articles/article/{article.pk}/change/", words)
    take(editor, article, "submit")
    assert "somebody else has to approve it" in take(editor, article, "approve").content.decode()


def test_a_step_that_somebody_else_took_meanwhile_is_not_taken_twice(article):
    editor = signed_in(EDITOR)
    take(editor, article, "submit")
    take(editor, article, "approve")
    page = editor.get(f"/admin/articles/article/{article.pk}/approve/").content.decode()
    assert "not possible as the article stands" in page
    assert take(editor, article, "approve").status_code == 422
    assert article.steps.filter(action="approved").count() == 1


def test_withdrawing_says_to_readers_why(article, settings, client):
    publisher = signed_in(PUBLISHER)
    settings.STET_APPROVAL = "none"
    publisher.post(f"/admin/articles/article/{article.pk}/publish/")
    take(publisher, article, "withdraw", note="The source was withdrawn.")
    assert article.status == Status.WITHDRAWN
    assert "The source was withdrawn." in client.get("/en/articles/permits/").content.decode()
