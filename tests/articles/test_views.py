import json
import re
from html.parser import HTMLParser

import pytest
from django.test import Client

from articles import publishing
from articles.document.line import line_of
from articles.errors import NotPublishable
from articles.models import Page
from stats.models import Dataset
from tests.articles.articles import BODY, MORNING, NOON, person, published, saved
from tests.articles.editions import next_edition
from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db

PATH = "/en/articles/permits/"


@pytest.fixture
def page() -> Page:
    """A published article with figures."""
    make_permits()
    return published().page


class _Ids(HTMLParser):
    """All ids of a page, and all places that its own links lead to."""

    def __init__(self):
        super().__init__()
        self.ids, self.targets, self.inline = [], set(), []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if "id" in found:
            self.ids.append(found["id"])
        for name in ("aria-labelledby", "aria-describedby"):
            self.targets |= set((found.get(name) or "").split())
        if (found.get("href") or "").startswith("#"):
            self.targets.add(found["href"][1:])
        self.inline += [name for name in found if name == "style" or name.startswith("on")]


def test_an_article_is_served_as_it_was_made_in_one_query(client, page, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get(PATH)
    assert response.status_code == 200
    assert response.content.decode() == page.html
    assert response["Content-Length"] == str(len(response.content))
    assert response["ETag"] == page.etag
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert "Set-Cookie" not in response
    assert response.get("Vary") is None


def test_who_has_the_page_is_told_so(client, page):
    response = client.get(PATH)
    for known in ({"if-none-match": response["ETag"]}, {"if-modified-since": response["Last-Modified"]}):
        answer = client.get(PATH, headers=known)
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer["ETag"] == page.etag


def test_after_an_edition_the_old_tag_no_longer_holds(client, page):
    tag = client.get(PATH)["ETag"]
    next_edition(Dataset.objects.get())
    publishing.remake(article=page.article, at=NOON)
    assert client.get(PATH, headers={"if-none-match": tag}).status_code == 200


def test_ids_are_unique_and_every_reference_arrives(page):
    seen = _Ids()
    seen.feed(page.html)
    assert len(seen.ids) == len(set(seen.ids))
    assert seen.targets <= set(seen.ids)
    assert seen.inline == []


def test_a_page_has_no_scripts_to_run(page):
    assert re.findall(r"<script[^>]*>", page.html) == ['<script type="application/ld+json">']


def test_search_engines_learn_the_article_and_its_datasets(page):
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.html)
    data = json.loads(text)
    assert (data["@type"], data["headline"], data["inLanguage"]) == ("NewsArticle", "Title of permits", "en")
    assert data["datePublished"] == MORNING.isoformat()
    assert data["isBasedOn"][0]["version"] == "Edition 1, figures to June 2022"


def test_nothing_that_an_editor_types_becomes_markup(client):
    make_permits()
    hostile = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    body = "<p>x &lt;script&gt;alert(1)&lt;/script&gt;</p>"
    typed = line_of(hostile)
    article = saved(title=typed, standfirst=typed, summary=typed, social=typed, body=body)
    publishing.publish(article=article, by=person(), at=MORNING)
    for path in (PATH, "/en/", "/en/feed.atom"):
        text = client.get(path).content.decode()
        assert "<script>" not in text
        assert "<img" not in text


@pytest.mark.parametrize("field", ["title", "standfirst", "summary", "social", "body"])
def test_markup_that_is_not_ours_keeps_an_article_from_readers(field):
    make_permits()
    article = saved(**{field: "Words <img src=x onerror=alert(1)>"})
    with pytest.raises(NotPublishable) as refused:
        publishing.publish(article=article, by=person(), at=MORNING)
    places = {problem.path.partition("[")[0] for problem in refused.value.problems}
    assert places >= {"img" if field == "body" else field}


def test_drafts_are_not_found(client):
    saved(body="<p>x</p>")
    assert client.get(PATH).status_code == 404


@pytest.mark.parametrize(
    ("path", "words"),
    [("/en/nothing/", "no page at this address"), ("/fr/rien/", "pas de page à cette adresse")],
)
def test_what_is_not_there_is_said_in_the_language_of_the_address(client, path, words):
    response = client.get(path)
    assert response.status_code == 404
    assert words in response.content.decode()


def test_a_withdrawn_article_says_so(client, page):
    publishing.withdraw(article=page.article, by=person(), at=NOON)
    response = client.get(PATH)
    assert response.status_code == 410
    assert "withdrawn" in response.content.decode()


def test_the_root_leads_to_the_readers_language():
    for accepted, path in (("fr-CA,fr;q=0.9,en;q=0.5", "/fr/"), ("en", "/en/"), ("de", "/en/")):
        response = Client(headers={"accept-language": accepted}).get("/")
        assert (response.status_code, response["Location"]) == (302, path)
        assert "Accept-Language" in response["Vary"]


def test_an_empty_home_page_says_so(client):
    assert "Rien n’a encore été publié" in client.get("/fr/").content.decode()


def test_home_leads_with_the_newest_and_asks_once_for_articles_and_once_for_data(
    client, page, django_assert_num_queries
):
    for number in range(5):
        article = saved(f"later-{number}", body="<p>x</p>")
        publishing.publish(article=article, by=person(), at=NOON)
    saved("draft", body="<p>x</p>")
    published("francais", language="fr", body="<p>x</p>")
    with django_assert_num_queries(2):
        text = client.get("/en/").content.decode()
    assert re.findall(r'<h2><a href="/en/articles/([^"]+)/">', text) == [
        "later-4", "later-3", "later-2", "later-1", "later-0", "permits",
    ]  # fmt: skip


@pytest.mark.parametrize("path", ["/en/", PATH, "/en/feed.atom", "/robots.txt", "/sitemap.xml"])
def test_pages_are_read_and_not_written_to(client, page, path):
    assert client.post(path).status_code == 405
    assert client.head(path).status_code == 200


def test_making_a_page_asks_few_questions_however_many_figures_it_has(django_assert_max_num_queries):
    make_permits()
    article = saved(body=BODY * 10)
    with django_assert_max_num_queries(40):
        publishing.publish(article=article, by=person(), at=MORNING)
