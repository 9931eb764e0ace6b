"""Articles through the API: what readers can open, in their words, with what it rests on."""

import pytest

from articles import publishing
from articles.models import Article
from tests.articles.articles import FIGURE, NOON, RANKING, binding, embed, person, published, saved
from tests.articles.editions import next_edition
from tests.articles.permits import make_permits
from tests.stats.api import openapi
from tests.stats.api.client import get, problem

pytestmark = pytest.mark.django_db


def test_published_articles_are_listed(django_assert_num_queries):
    """Newest first, in two queries however many; drafts and withdrawn articles are not."""
    make_permits()
    published("one")
    published("deux", language="fr")
    saved("draft")
    publishing.withdraw(article=published("gone"), by=person(), at=NOON)
    with django_assert_num_queries(2):
        page = get("articles/").json()
    assert [(article["language"], article["slug"]) for article in page["results"]] == [
        ("fr", "deux"),
        ("en", "one"),
    ]
    assert page["results"][1]["url"] == "http://127.0.0.1:8000/en/articles/one/"
    openapi.check("PaginatedArticleList", page)


def test_articles_of_one_language():
    """Another one there is not."""
    make_permits()
    published("one")
    published("deux", language="fr")
    assert [a["slug"] for a in get("articles/", language="fr").json()["results"]] == ["deux"]
    for language in ("de", "", "\0"):
        found = problem(get("articles/", language=language), 400)
        assert (found["field"], found["accepted"]) == ("language", ["en", "fr"])


def test_an_article_in_words():
    """Numbers as they stand on the page, embeds by their titles, and the questions behind them."""
    make_permits()
    published("one", title="Where permits go")
    found = get("articles/en/one/").json()
    openapi.check("ArticleDetail", found)
    assert (found["title"], found["standfirst"], found["author"]) == (
        "Where permits go",
        "In short.",
        "Ada Roy",
    )
    sentence, title = found["text"].split("\n")
    assert sentence == "Ontario had 3,960 permits."
    assert title
    assert [(r["question"], r["edition"]) for r in found["rests_on"]] == [
        (FIGURE | {"kind": "figure"}, 1),
        (RANKING, 1),
    ]


def test_the_text_follows_the_page():
    """When another edition counts and the page was made again."""
    dataset = make_permits()
    article = published("one", body=f"<p>{binding()}</p>")
    before = get("articles/en/one/").json()
    next_edition(dataset)
    publishing.remake(article=article, at=NOON)
    after = get("articles/en/one/").json()
    assert int(after["text"].replace(",", "")) == 2 * int(before["text"].replace(",", ""))
    assert after["rests_on"][0]["edition"] == 2


def test_what_was_written_since_is_not_shown():
    """Readers see the revision that was published."""
    make_permits()
    article = published("one")
    Article.objects.filter(pk=article.pk).update(title="Secret", body="<p>Secret</p>")
    assert "Secret" not in get("articles/en/one/").text


@pytest.mark.parametrize("path", ["en/on", "fr/one", "de/one", "en/draft"])
def test_an_article_that_is_not_there(path):
    """The nearest is named."""
    make_permits()
    published("one")
    saved("draft")
    found = problem(get(f"articles/{path}/"), 404)
    assert found["accepted"] == (["one"] if path == "en/on" else [])


def test_a_text_of_many_kinds():
    """A line for each block."""
    make_permits()
    body = f"<h2>Head</h2><ul><li>One &amp; <strong>two</strong></li><li>Three</li></ul>{embed()}<p>End</p>"
    published("one", body=body)
    lines = get("articles/en/one/").json()["text"].split("\n")
    assert lines[:3] == ["Head", "One & two", "Three"]
    assert (len(lines), lines[-1]) == (5, "End")
