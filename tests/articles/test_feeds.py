from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import pytest

from articles import publishing
from tests.articles.articles import MORNING, NOON, person, published, saved
from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture
def pair(settings):
    """An article in both languages."""
    settings.STET_BASE_URL = "https://news.example"
    english = published("permits", body="<p>x</p>", title="A & B", summary="In a nutshell.")
    french = published("permis", language="fr", body="<p>x</p>", counterpart=english)
    return english, french


def test_the_feed_holds_the_articles_of_its_language(client, pair):
    response = client.get("/en/feed.atom")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ET.fromstring(response.content)
    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "A & B"
    assert entry.findtext(f"{ATOM}summary") == "In a nutshell."
    assert entry.findtext(f"{ATOM}id") == "https://news.example/en/articles/permits/"
    assert entry.findtext(f"{ATOM}published") == "2024-09-03T14:00:00+00:00"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Ada Roy"
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == "https://news.example/en/feed.atom"


def test_an_empty_feed_is_a_feed(client):
    assert ET.fromstring(client.get("/fr/feed.atom").content).tag == f"{ATOM}feed"


@pytest.mark.parametrize("path", ["/en/feed.atom", "/sitemap.xml"])
def test_the_tag_changes_with_every_page_that_comes_or_goes(client, pair, path):
    tag = client.get(path)["ETag"]
    assert client.get(path, headers={"if-none-match": tag}).status_code == 304
    publishing.publish(article=saved("more", body="<p>x</p>"), by=person(), at=MORNING)
    second = client.get(path)["ETag"]
    publishing.withdraw(article=pair[0], by=person(), at=NOON)
    assert len({tag, second, client.get(path)["ETag"]}) == 3


def test_the_sitemap_pairs_the_languages(client, pair):
    make_permits()
    published("alone", body="<p>x</p>")
    tree = ET.fromstring(client.get("/sitemap.xml").content)
    found = {
        url.findtext(f"{MAP}loc"): {link.get("hreflang"): link.get("href") for link in url.findall(LINK)}
        for url in tree.findall(f"{MAP}url")
    }
    both = {
        "en": "https://news.example/en/articles/permits/",
        "fr": "https://news.example/fr/articles/permis/",
    }
    assert found[both["en"]] == found[both["fr"]] == both
    assert found["https://news.example/en/articles/alone/"] == {}
    assert set(found["https://news.example/en/"]) == {"en", "fr"}
    assert set(found["https://news.example/fr/data/permits/"]) == {"en", "fr"}


def test_robots_are_kept_from_the_newsroom_and_told_the_sitemap(client, settings):
    settings.STET_BASE_URL = "https://news.example"
    rules = RobotFileParser()
    rules.parse(client.get("/robots.txt").content.decode().splitlines())
    assert rules.can_fetch("*", "https://news.example/en/articles/permits/")
    assert not rules.can_fetch("*", "https://news.example/admin/")
    assert rules.site_maps() == ["https://news.example/sitemap.xml"]
