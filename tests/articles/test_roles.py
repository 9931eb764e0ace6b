"""The permission matrix: every action on articles as every role, and as nobody, over the admin."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles import commenting, sharing
from articles.demo.cast import DATA_DESK, EDITOR, PUBLISHER, WRITER
from articles.demo.newsroom import groups
from articles.models import Article, Stage, Status
from config.environment import BASE_DIR
from tests.articles.articles import MORNING, person, saved
from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db

ROLES = (DATA_DESK, WRITER, EDITOR, PUBLISHER)
ARTICLE = "/admin/articles/article/{pk}/"
WORDS = {"title": "New words", "slug": "permits", "language": "en", "body": "<p>Words.</p>", "revision": "1"}

ACTIONS: dict[str, tuple[str, str, dict[str, str], dict[str, str]]] = {
    # what it is called in the docs: method, address, form, the state in which the article must be before
    "See the list": ("GET", "/admin/articles/article/", {}, {}),
    "Read and preview": ("GET", ARTICLE + "preview/", {}, {}),
    "Comment and answer": ("POST", ARTICLE + "comment/", {"text": "Which year?"}, {}),
    "Resolve what others said": ("POST", ARTICLE + "resolve/", {"comment": "theirs"}, {}),
    "Begin an article": ("GET", "/admin/articles/article/add/", {}, {}),
    "Write and save": ("POST", ARTICLE + "change/", WORDS, {}),
    "Translate": ("POST", ARTICLE + "translate/", {}, {}),
    "Make a preview link": ("POST", ARTICLE + "share/", {"lasts": "1h"}, {}),
    "Revoke a preview link": ("POST", ARTICLE + "revoke/", {"link": "theirs"}, {}),
    "Ask for a review": ("POST", ARTICLE + "submit/", {}, {}),
    "Approve": ("POST", ARTICLE + "approve/", {}, {"stage": Stage.IN_REVIEW}),
    "Send back": ("POST", ARTICLE + "send_back/", {"note": "Which year?"}, {"stage": Stage.IN_REVIEW}),
    "Publish": ("POST", ARTICLE + "publish/", {}, {"stage": Stage.APPROVED}),
    "Schedule": (
        "POST",
        ARTICLE + "schedule/",
        {"moment_0": "2999-01-01", "moment_1": "06:00:00"},
        {"stage": Stage.APPROVED},
    ),
    "Withdraw": ("POST", ARTICLE + "withdraw/", {}, {"status": Status.PUBLISHED}),
    "Delete a draft": ("POST", ARTICLE + "delete/", {"post": "yes"}, {}),
}

ALLOWED = {
    "See the list": {DATA_DESK, WRITER, EDITOR, PUBLISHER},
    "Read and preview": {DATA_DESK, WRITER, EDITOR, PUBLISHER},
    "Comment and answer": {DATA_DESK, WRITER, EDITOR, PUBLISHER},
    "Resolve what others said": {WRITER, EDITOR, PUBLISHER},
    "Begin an article": {WRITER, EDITOR, PUBLISHER},
    "Write and save": {WRITER, EDITOR, PUBLISHER},
    "Translate": {WRITER, EDITOR, PUBLISHER},
    "Make a preview link": {WRITER, EDITOR, PUBLISHER},
    "Revoke a preview link": {WRITER, EDITOR, PUBLISHER},
    "Ask for a review": {WRITER, EDITOR, PUBLISHER},
    "Approve": {EDITOR, PUBLISHER},
    "Send back": {EDITOR, PUBLISHER},
    "Publish": {PUBLISHER},
    "Schedule": {PUBLISHER},
    "Withdraw": {PUBLISHER},
    "Delete a draft": {PUBLISHER},
}


@pytest.fixture(autouse=True)
def others_approve(settings):
    settings.STET_APPROVAL = "others"


def signed_in(role: str) -> Client:
    user = User.objects.create_user(f"as-{role}", is_staff=True)
    user.groups.add(groups()[role])
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("role", [*ROLES, ""])
@pytest.mark.parametrize("action", ACTIONS)
def test_every_action_is_open_to_exactly_the_roles_that_the_matrix_says(action, role):
    method, address, form, before = ACTIONS[action]
    make_permits()
    article = saved()
    if "comment" in form:
        said = commenting.comment(article=article, by=person(), at=MORNING, text="Is it so?")
        form = {"comment": str(said.pk)}
    if "link" in form:
        link = sharing.share(article=article, by=person(), at=timezone.now(), lasts=timedelta(hours=1))
        form = {"link": str(link.pk)}
    Article.objects.filter(pk=article.pk).update(**before)
    was = list(Article.objects.values()), article.steps.count(), article.revisions.count()
    client = signed_in(role) if role else Client()
    send = client.post if method == "POST" else client.get
    response = send(address.format(pk=article.pk), form)
    now = list(Article.objects.values()), article.steps.count(), article.revisions.count()
    if role in ALLOWED[action]:
        assert response.status_code in (200, 302)
        assert (now != was) == (method == "POST")
    elif role:
        assert (response.status_code, now) == (403, was)
    else:
        assert (response.status_code, now) == (302, was)
        assert response["Location"].startswith("/admin/login/")


def test_the_matrix_in_the_docs_is_the_one_that_is_tested():
    page = (BASE_DIR / "docs" / "newsroom.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$", page, flags=re.MULTILINE)
    written = {
        name: {role for role, mark in zip(ROLES, marks, strict=True) if mark == "yes"}
        for name, *marks in rows
    }
    assert {name: written.get(name) for name in ALLOWED} == ALLOWED
