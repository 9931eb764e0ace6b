from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db

BASE = "/admin/articles/article/editor/"


@pytest.fixture
def editor(client) -> Client:
    """A signed-in editor."""
    user = User.objects.create_user("ed", password="x", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="change_article"))
    client.force_login(user)
    make_permits()
    return client


def ask(client: Client, *items: object, language: str = "en") -> list[dict]:
    body = json.dumps({"language": language, "items": items})
    return client.post(f"{BASE}preview/", body, content_type="application/json").json()["results"]


FIGURE = {
    "kind": "figure",
    "question": {"dataset": "permits", "where": {"province": "ON"}, "period": {"year": 2021}},
}
RANKING = {
    "kind": "ranking",
    "title": "First <b>occupations</b>",
    "question": {"dataset": "permits", "kind": "ranking", "over": "occupation", "period": {"year": 2021}},
}


def test_datasets_are_found_by_a_word_of_either_title(editor):
    for word in ("permits", "profession"):
        assert editor.get(f"{BASE}datasets/", {"q": word}).json()["results"][0]["value"] == "permits"


def test_a_figure_is_previewed_as_its_words_with_an_explanation(editor):
    [shown] = ask(editor, FIGURE)
    assert shown["ok"]
    assert shown["text"] == "3,960"
    assert "12 of them are suppressed" in shown["explanation"][0]


def test_a_preview_speaks_the_language_of_the_article(editor):
    [shown] = ask(editor, FIGURE, language="fr")
    assert shown["text"] == "3\N{NO-BREAK SPACE}960"


def test_an_embed_is_previewed_as_readers_see_it_and_escapes_what_was_typed(editor):
    [shown] = ask(editor, RANKING)
    assert shown["ok"]
    assert "Graphic designers" in shown["html"]
    assert "First &lt;b&gt;occupations" in shown["html"]


def test_what_cannot_be_asked_is_said_in_words_with_the_nearest_and_its_neighbours_are_shown(editor):
    wrong = {**FIGURE, "question": {**FIGURE["question"], "where": {"province": "Ontaria"}}}
    shown = ask(editor, wrong, FIGURE)
    assert shown[0] == {
        "ok": False,
        "message": "where.province: 'Ontaria' is not a member of 'province'",
        "path": "where.province",
        "accepted": ["Ontario"],
    }
    assert shown[1]["ok"]


@pytest.mark.parametrize(
    "item",
    [
        None,
        [],
        {},
        {"kind": "figure"},
        {"kind": "pie", "question": RANKING["question"]},
        {"kind": "ranking", "question": FIGURE["question"]},
        {"kind": "figure", "question": RANKING["question"]},
        {"kind": "ranking", "question": RANKING["question"], "options": ["bounds"]},
        {"kind": "ranking", "question": RANKING["question"], "options": {"colour": True}},
        {**FIGURE, "wording": "roughly"},
    ],
)
def test_items_that_are_none_are_refused_one_by_one(editor, item):
    [shown] = ask(editor, item)
    assert shown["ok"] is False
    assert shown["message"]


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", '{"language": "de", "items": []}', '{"language": "en", "items": 3}']
)
def test_a_request_of_another_form_is_answered_with_a_sentence(editor, body):
    answer = editor.post(f"{BASE}preview/", body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["message"]


def test_unknown_datasets_and_dimensions_are_refused_with_the_nearest(editor):
    answer = editor.get(f"{BASE}codebook/", {"dataset": "permit"})
    assert (answer.status_code, answer.json()["accepted"]) == (400, ["permits"])
    answer = editor.get(f"{BASE}members/", {"dataset": "permits", "dimension": "provinces"})
    assert (answer.status_code, answer.json()["accepted"]) == (400, ["province"])


def test_only_people_who_may_change_articles_are_answered(client):
    make_permits()
    client.force_login(User.objects.create_user("desk", password="x", is_staff=True))
    for name in ("datasets", "codebook", "members"):
        assert client.get(f"{BASE}{name}/").status_code == 403
    assert client.post(f"{BASE}preview/", "{}", content_type="application/json").status_code == 403


def test_previews_are_asked_for_with_a_token_and_by_post(editor):
    assert editor.get(f"{BASE}preview/").status_code == 405
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(User.objects.get(username="ed"))
    assert careful.post(f"{BASE}preview/", "{}", content_type="application/json").status_code == 403


def test_a_dialog_is_told_what_every_wording_makes_of_the_figure(editor):
    share = {**FIGURE, "offers": True, "question": {**FIGURE["question"], "measure": "share"}}
    [shown] = ask(editor, share)
    offers = {one["value"]: one for one in shown["wordings"]}
    assert offers["number"]["text"] == shown["text"]
    assert offers["at_most"]["text"].startswith("at most ")
    assert "rose" not in offers
    assert "wordings" not in ask(editor, FIGURE)[0]


def test_verbs_in_the_plural_are_offered_where_the_language_has_them(editor):
    change = {**FIGURE, "offers": True, "question": {**FIGURE["question"], "measure": "change"}}
    for language, plural in (("en", False), ("fr", True)):
        [shown] = ask(editor, change, language=language)
        assert ("rose_plural" in {one["value"] for one in shown["wordings"]}) is plural


def test_a_dataset_says_which_measures_and_levels_there_are(editor):
    described = editor.get(f"{BASE}codebook/", {"dataset": "permits"}).json()
    assert [one["value"] for one in described["measures"]] == [
        "value",
        "change",
        "percent_change",
        "share",
        "ratio",
        "contribution",
        "index",
        "moving_sum",
        "monthly_mean",
        "rank",
        "rank_change",
    ]
    assert [one["value"] for one in described["measures"] if one["place"]] == ["rank", "rank_change"]
    assert "highest_since" in [one["value"] for one in described["says"]]
    assert all(one["levels"] == 1 for one in described["dimensions"])
