"""Published articles as of earlier days: words and figures of then, by the logs of steps and decisions."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from articles import publishing, writing
from articles.past import state_on, states
from stats.ingest.decide import accept, take_back
from stats.models import Edition
from stats.periods import month
from tests.articles.articles import binding, embed, person, saved
from tests.stats.factories import EVENTS, figures_of, import_odp

pytestmark = pytest.mark.django_db

SMALL = figures_of({"India": [5, None, 10], "France": [10, 0, 5], "Brazil": [15, 5, 5]})
REVISED = SMALL | {("India", month(2024, 3)): 25}
FIGURE = {"dataset": EVENTS, "where": {"citizenship": "india"}, "period": "2024-03"}
RANKING = {"dataset": EVENTS, "kind": "ranking", "over": "citizenship", "period": "2024-03"}
BODY = f"<p>India had {binding(FIGURE)} permits.</p>{embed(RANKING)}"
PATH = "/en/articles/permits/"


def at(day: int, hour: int = 15) -> datetime:
    """A moment in May 2025."""
    return datetime(2025, 5, day, hour, tzinfo=UTC)


@pytest.fixture
def article(data_dir):
    """Published on the 5th, rewritten on the 15th; edition 2 counts from the 10th to the 20th."""
    import_odp(SMALL, accept=False)
    accept(Edition.objects.get(number=1), at=at(1))
    article = saved(body=BODY, title="First title")
    publishing.publish(article=article, by=person(), at=at(5))
    import_odp(REVISED, accept=False)
    accept(Edition.objects.get(number=2), at=at(10))
    publishing.remake(article=article, at=at(10))
    article.title = "Second title"
    writing.save(article=article, by=person(), at=at(14))
    publishing.publish(article=article, by=person(), at=at(15))
    take_back(Edition.objects.get(number=2), at=at(20))
    publishing.remake(article=article, at=at(20))
    return article


def shown(client, day: str) -> tuple[str, list[str]]:
    """The headline and the figures of the page as of a day, that of the sentence first."""
    response = client.get(f"{PATH}as-of/{day}/")
    assert response.status_code == 200
    text = response.content.decode()
    (title,) = re.findall(r"<h1>(.*?)</h1>", text)
    sentence = re.findall(r'class="figure"[^>]* value="(\d+)"', text)
    ranked = re.findall(r'<td class="number normal">(?:<a [^>]*>)?(\d+)', text)
    return title, [*sentence, *ranked]


@pytest.mark.parametrize(
    ("day", "title", "number"),
    [
        ("2025-05-05", "First title", "10"),
        ("2025-05-09", "First title", "10"),
        ("2025-05-10", "First title", "25"),
        ("2025-05-14", "First title", "25"),
        ("2025-05-15", "Second title", "25"),
        ("2025-05-20", "Second title", "10"),
        ("2025-12-31", "Second title", "10"),
    ],
)
def test_a_page_is_read_with_the_words_and_figures_of_the_day(client, article, day, title, number):
    """In the sentence and in the embed alike."""
    found, figures = shown(client, day)
    assert (found, figures[0]) == (title, number)
    assert number in figures[1:]
    assert {"10": "25", "25": "10"}[number] not in figures


def test_an_earlier_page_says_so_and_is_kept_out_of_search(client, article):
    response = client.get(f"{PATH}as-of/2025-05-12/")
    text = response.content.decode()
    assert "As of May 12, 2025." in text.replace("\N{NO-BREAK SPACE}", " ")
    assert f'href="{PATH}">Read today' in text
    assert '<meta name="robots" content="noindex">' in text
    assert response["X-Robots-Tag"] == "noindex"
    assert re.search(rf'rel="canonical" href="[^"]+{PATH}"', text)
    assert "application/ld+json" not in text
    assert 'rel="alternate" hreflang' not in text
    again = client.get(f"{PATH}as-of/2025-05-12/", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def test_an_earlier_page_is_kept_ready(client, article, django_assert_max_num_queries):
    client.get(f"{PATH}as-of/2025-05-12/")
    with django_assert_max_num_queries(6):
        client.get(f"{PATH}as-of/2025-05-12/")


def test_its_proofs_are_those_of_the_edition_of_then(client, article):
    text = client.get(f"{PATH}as-of/2025-05-12/").content.decode()
    proofs = re.findall(r'href="([^"]+/proof/[^"]+)"', text)
    assert all("as_of=2" in href for href in proofs)


@pytest.mark.parametrize("day", ["2025-05-04", "1066-10-14", "yesterday", "2025-13-01"])
def test_before_the_first_publication_and_on_no_day_there_is_no_page(client, article, day):
    assert client.get(f"{PATH}as-of/{day}/").status_code == 404


def test_today_is_the_page_itself(client, article):
    response = client.get(f"{PATH}as-of/2999-01-01/")
    assert (response.status_code, response["Location"]) == (302, PATH)


def test_states_are_the_days_on_which_something_changed(article):
    found = [(s.day.day, s.revision.number, s.editions[EVENTS]) for s in states(article)]
    assert found == [(5, 1, 1), (10, 1, 2), (15, 2, 2), (20, 2, 1)]
    assert state_on(article, date(2025, 5, 4)) is None
    assert state_on(article, date(2025, 5, 12)).day == date(2025, 5, 10)


def test_what_is_undone_on_the_same_day_is_no_state(article):
    accept(Edition.objects.get(number=2), at=at(25, 14))
    take_back(Edition.objects.get(number=2), at=at(25, 16))
    assert states(article)[-1].day == date(2025, 5, 20)


def test_a_page_leads_to_its_states_which_lead_to_each_of_them(client, article):
    page = client.get(PATH).content.decode()
    assert f'<a href="{PATH}as-of/" rel="nofollow">Earlier states of this page</a>' in page
    response = client.get(f"{PATH}as-of/")
    text = response.content.decode()
    days = re.findall(rf'href="{PATH}as-of/(\S+)/"', text)
    assert days == ["2025-05-20", "2025-05-15", "2025-05-10", "2025-05-05"]
    for said in ("First published.", "Another text was published.", "edition 2 counted from then on"):
        assert said in text
    assert all(client.get(f"{PATH}as-of/{day}/").status_code == 200 for day in days)
    chosen = client.get(f"{PATH}as-of/?day=2025-05-07")
    assert chosen["Location"] == f"{PATH}as-of/2025-05-07/"


def test_a_withdrawn_article_has_no_earlier_page_either(client, article):
    publishing.withdraw(article=article, by=person(), at=at(21))
    assert client.get(f"{PATH}as-of/2025-05-12/").status_code == 410
    assert client.get(f"{PATH}as-of/").status_code == 410
    publishing.publish(article=article, by=person(), at=at(23))
    assert client.get(f"{PATH}as-of/2025-05-22/").status_code == 404
    assert shown(client, "2025-05-12")[0] == "First title"


def test_a_page_that_was_never_there_has_no_states(client, article):
    assert client.get("/en/articles/nothing/as-of/").status_code == 404
    assert client.get("/en/articles/nothing/as-of/2025-05-12/").status_code == 404


def test_a_figure_that_names_its_edition_keeps_it(client, data_dir):
    import_odp(SMALL, accept=False)
    accept(Edition.objects.get(number=1), at=at(1))
    import_odp(REVISED, accept=False)
    accept(Edition.objects.get(number=2), at=at(2))
    article = saved(body=f"<p>{binding(FIGURE | {'as_of': 1})}</p>")
    publishing.publish(article=article, by=person(), at=at(5))
    assert shown(client, "2025-05-06")[1] == ["10"]
