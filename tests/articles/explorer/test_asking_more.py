"""What the table tool asks besides plain figures: places, statements, small numbers, movement, editions."""

from __future__ import annotations

import csv
import io
import re
from zipfile import ZipFile

import pytest

from tests.articles.permits import make_permits
from tests.stats.factories import EVENTS, figures_of, import_odp

pytestmark = pytest.mark.django_db

TABLE = "/en/data/permits/table/"
FIRST = figures_of({"India": [500, 600, 700], "France": [100, 90, 80], "Brazil": [15, 5, 5]})
REVISED = figures_of({"India": [500, 600, 710], "France": [100, 900, 80], "Brazil": [15, 5, 5]})


@pytest.fixture
def permits(db):
    """Permits by province and occupation."""
    make_permits()


@pytest.fixture
def editions(data_dir):
    """Two editions of a dataset, of which the second revised two cells."""
    import_odp(FIRST)
    import_odp(REVISED)


def page(client, path):
    """The text of a page, and its markup."""
    response = client.get(path)
    assert response.status_code == 200
    markup = response.content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup)), markup


def hidden(markup):
    """The fields that are not shown."""
    return set(re.findall(r'id="part-([\w-]+)" hidden', markup))


def test_a_figure_offers_places_and_hides_what_does_not_belong_to_it(client, permits):
    _text, markup = page(client, f"{TABLE}?show=figure&period=2021")
    assert '<option value="rank_change"' in markup
    assert {"over", "by", "top", "depth", "small_below", "says", "threshold", "of", "against"} <= hidden(
        markup
    )
    assert {"period-last", "period-range"} <= hidden(markup)


def test_a_table_shows_its_columns_and_several_periods_and_no_places(client, permits):
    _text, markup = page(client, f"{TABLE}?show=table&over=province&period=last-2-years&measure=index")
    assert '<option value="rank"' not in markup
    assert not {"over", "by", "top", "small_below", "against", "period-last"} & hidden(markup)
    assert {"of", "against-members", "says", "period-one", "period-latest"} <= hidden(markup)


@pytest.mark.parametrize(("language", "place", "name"), [("en", "1st", "1 rank"), ("fr", "1er", "1 rang")])
def test_a_rank_is_asked_for_and_leads_to_its_proof(client, permits, language, place, name):
    query = "show=figure&measure=rank&over=province&where.province=ON&period=2021"
    path = f"/{language}/data/permits/table/?{query}"
    text, markup = page(client, path)
    assert place in text
    assert not {"over", "residual"} & hidden(markup)
    (href,) = re.findall(r'<p class="single-number normal"><a href="([^"]+)"', markup)
    proof, _markup = page(client, href.replace("&amp;", "&"))
    assert name in proof


def test_a_rank_without_its_member_says_what_is_missing(client, permits):
    text, _markup = page(client, f"{TABLE}?show=figure&measure=rank&over=province&period=2021")
    assert "Choose the one member whose place is asked for." in text
    text, _markup = page(client, f"{TABLE}?show=figure&measure=rank&where.province=ON&period=2021")
    assert "Choose the dimension among whose members the place is." in text


@pytest.mark.parametrize(
    ("language", "says", "sentence"),
    [
        ("en", "says=first_above&threshold=10", r"Already above 10 in January 2021\."),
        ("fr", "says=first_above&threshold=10", r"Déjà au-dessus de 10 en janvier 2021\."),
        ("en", "says=rises", r"(Rose|Did not rise|May not have risen)[^.]*\."),
        ("fr", "says=highest_since", r"(Le plus haut|À un) niveau[^.]*\."),
    ],
)
def test_a_statement_stands_over_its_series_as_a_sentence(client, permits, language, says, sentence):
    path = f"/{language}/data/permits/table/?show=statement&{says}&period=2021-01..2021-12"
    text, markup = page(client, path)
    assert re.search(sentence, text)
    assert markup.count("/data/permits/proof/") == 12


def test_a_statement_without_its_number_or_of_one_period_says_what_is_missing(client, permits):
    text, _markup = page(client, f"{TABLE}?show=statement&says=first_above&period=last-12-months")
    assert "Give the number with regard to which it is said." in text
    text, _markup = page(client, f"{TABLE}?show=statement&says=rises&period=2021-03")
    assert "Something can be said of two periods or more." in text
    assert "The last 24 months" in text


def test_a_statement_is_taken_home_with_its_series(client, permits):
    query = "?show=statement&says=rises&period=2021-01..2021-12"
    lines = list(
        csv.DictReader(
            io.StringIO(client.get(f"/en/data/permits/table.csv{query}").content.decode("utf-8-sig"))
        )
    )
    assert len(lines) == 12
    assert client.get(f"/en/data/permits/table.json{query}").json()["kind"] == "statement"
    with ZipFile(io.BytesIO(client.get(f"/en/data/permits/table.xlsx{query}").content)) as book:
        assert "Statement" in book.read("xl/sharedStrings.xml").decode()


def test_a_ranking_marks_small_rows_and_says_how_places_moved(client, permits):
    text, _markup = page(
        client, f"{TABLE}?show=ranking&over=occupation&period=2021-03&against.period=previous&small_below=50"
    )
    assert "change in rank from" in text
    assert "may be less than 50" in text


def test_a_place_is_compared_with_another_edition(client, editions):
    base = f"/en/data/{EVENTS}/table/?show=figure&measure=rank_change&over=country_of_citizenship"
    _text, markup = page(client, f"/en/data/{EVENTS}/table/")
    (over,) = re.findall(r'name="over"[^>]*>.*?<option value="(\w+)" selected', markup, re.DOTALL)
    base = f"/en/data/{EVENTS}/table/?show=figure&measure=rank_change&over={over}"
    _text, markup = page(client, f"{base}&where.{over}=France&period=2024-02&against.as_of=1")
    assert "against-as_of" not in hidden(markup)
    assert "+1" in markup


def test_figures_as_they_stood_on_a_day_stay_in_the_address(client, editions):
    text, markup = page(client, f"/en/data/{EVENTS}/table/?show=figure&period=2024-01&as_of_date=1990-01-01")
    assert "There is no such edition" in text
    assert 'type="date" id="field-as_of_date" name="as_of_date" value="1990-01-01"' in markup


@pytest.mark.parametrize("show", ["ranking", "table", "figure", "statement", "line"])
@pytest.mark.parametrize(
    "measure",
    [
        "share",
        "change",
        "ratio",
        "contribution",
        "index",
        "moving_sum",
        "monthly_mean",
        "rank",
        "rank_change",
    ],
)
def test_every_choice_of_the_form_leads_to_a_page(client, permits, show, measure):
    sent = (
        f"show={show}&says=first_above&threshold=5&measure={measure}&over=province&by=period&where.province=ON"
        "&period=latest&latest=month&at=2021&last=12&of=year&from=2021&to=&of.occupation=&against.period=2021-01"
        "&against.as_of=&residual=in&top=5&depth=1&small_below=9&as_of=&as_of_date=&ask=1"
    )
    response = client.get(f"{TABLE}?{sent}", follow=True)
    assert response.status_code == 200
    assert "ask=1" not in response.redirect_chain[-1][0]


def test_the_latest_period_becomes_a_series_where_something_is_said_of_it(client, permits):
    response = client.get(f"{TABLE}?show=statement&says=rises&period=latest&latest=year&ask=1")
    assert response["Location"].endswith("period=last-24-months&says=rises")
