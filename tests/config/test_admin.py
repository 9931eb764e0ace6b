import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from config.admin import KINDS

PALETTE = ("paper", "paper-raised", "ink", "ink-soft", "rule", "accent", "focus", "notice")


def _css(name: str) -> str:
    with open(str(finders.find(name)), encoding="utf-8") as file:  # noqa: PTH123 (a finder gives a string)
        return file.read()


@pytest.mark.parametrize("name", PALETTE)
def test_the_theme_has_the_colours_of_the_readers_pages(name: str) -> None:
    light, dark = re.findall(rf"--{name}: (#\w+);", _css("articles/tokens.css"))
    assert f"--{name}: light-dark({light}, {dark});" in _css("config/theme.css")


def test_every_page_of_the_admin_wears_the_theme(admin_client: Client) -> None:
    for path in ("/admin/", "/admin/articles/article/", "/admin/stats/edition/", "/admin/password_change/"):
        assert "config/theme.css" in admin_client.get(path).content.decode()


def test_the_language_is_chosen_in_the_header_and_stays(admin_client: Client) -> None:
    page = admin_client.get("/admin/").content.decode()
    assert '<button name="language" value="fr" lang="fr">Français</button>' in page
    chosen = admin_client.post("/i18n/setlang/", {"language": "fr", "next": "/admin/stats/edition/?q=x"})
    assert chosen.url == "/admin/stats/edition/?q=x"
    page = admin_client.get("/admin/").content.decode()
    assert '<html lang="fr"' in page
    assert ">English</button>" in page


@pytest.mark.django_db
def test_the_language_can_be_chosen_before_signing_in(client: Client) -> None:
    page = client.get("/admin/login/").content.decode()
    assert "Français" in page
    assert "<h1>Sign in</h1>" in page


def test_signing_out_says_so(admin_client: Client) -> None:
    page = admin_client.post("/admin/logout/").content.decode()
    assert "You are signed out" in page
    assert 'name="next" value="/admin/"' in page, "the language is chosen by going where one can go"
    assert "config/theme.css" in page


def test_lists_are_named_after_what_they_hold_and_say_when_they_are_empty(admin_client: Client) -> None:
    page = admin_client.get("/admin/stats/edition/").content.decode()
    assert "<h1>Editions</h1>" in page
    assert "There is nothing here yet." in page
    page = admin_client.get("/admin/stats/edition/?q=nothing").content.decode()
    assert "Nothing here has these words and fits these filters." in page


@pytest.mark.parametrize("language", ["en", "fr"])
def test_kinds_stand_in_the_same_order_in_both_languages(admin_client: Client, language: str) -> None:
    admin_client.cookies["django_language"] = language
    found = admin_client.get("/admin/").context["app_list"]
    assert [app["app_label"] for app in found][:2] == ["articles", "stats"]
    assert [model["object_name"] for model in found[1]["models"]] == list(KINDS)
