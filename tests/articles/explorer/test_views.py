"""The explorer's pages, as readers open them."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from zipfile import ZipFile

import pytest
from django.urls import reverse
from django.utils.translation import override

from stats.labels import LANGUAGES
from stats.models import Dataset
from stats.questions import Measure
from tests.articles.permits import make_permits
from tests.stats.factories import EVENTS, PERSONS, figures_of, import_odp

pytestmark = pytest.mark.django_db

SMALL = figures_of({"India": [5, None, 10], "France": [10, 0, 5], "Brazil": [15, 5, 5]})
REVISED = figures_of({"India": [5, None, 25], "France": [10, 0, 5], "Brazil": [15, 5, 5]})
TABLE = f"/en/data/{EVENTS}/table/"
PAGES = ("", "permits/", "permits/table/", "permits/proof/?where.province=ON&period=2021")


@pytest.fixture
def editions(data_dir):
    """Two editions of a dataset with their files, of which the second revised a cell."""
    import_odp(SMALL)
    import_odp(REVISED)


def text_of(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_there_in_both_languages_and_leads_to_the_other(client, language, page):
    make_permits()
    response = client.get(f"/{language}/data/{page}")
    assert response.status_code == 200
    text = response.content.decode()
    assert f'<html lang="{language}">' in text
    other = next(code for code in LANGUAGES if code != language)
    assert f'hreflang="{other}" lang="{other}" rel="alternate"' in text
    assert " style=" not in text


@pytest.mark.parametrize(
    ("page", "most"),
    [("", 5), ("permits/", 14), ("permits/table/", 17), ("permits/proof/?where.province=ON&period=2021", 32)],
)
def test_pages_ask_few_queries(client, django_assert_max_num_queries, page, most):
    make_permits()
    with django_assert_max_num_queries(most):
        client.get(f"/en/data/{page}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_datasets_the_first_page_says_so(client, language):
    with override(language):
        response = client.get(reverse("articles:data"))
    assert response.status_code == 200
    assert "message-title" in response.content.decode()


@pytest.mark.parametrize(
    "path", ["nothing/", "nothing/table/", "nothing/proof/?period=2021", "nothing/table.csv"]
)
def test_a_dataset_that_there_is_not_is_not_found(client, path):
    assert client.get(f"/en/data/{path}").status_code == 404


def test_a_dataset_says_what_it_measures_and_how_small_numbers_are_protected(client, data_dir):
    import_odp(SMALL, slug=PERSONS)
    text = text_of(client.get(f"/en/data/{PERSONS}/"))
    assert "Counts each person once in a period" in text
    assert "must not be added up" in text
    assert "rounded to a multiple of 5" in text
    assert "Numbers from 1 to 4 are suppressed" in text


def test_a_dataset_lists_its_editions_with_what_each_changed(client, editions):
    response = client.get(f"/en/data/{EVENTS}/")
    rows = re.findall(r'<th scope="row">.*?</tr>', response.content.decode(), re.DOTALL)
    assert [re.findall(r'class="number">(\d+)<', row) for row in rows] == [["0", "1"], ["8", "0"]]
    assert "in force" in rows[0]
    assert "as_of=1" in rows[1]


def test_a_form_that_was_sent_is_led_to_a_short_address(client, editions):
    sent = "show=ranking&over=citizenship&where.citizenship=Inde%3Bfrance&period=one&at=2024-03&of=year&ask=1"
    response = client.get(f"{TABLE}?{sent}")
    assert response.status_code == 302
    assert response["Location"] == (
        f"{TABLE}?show=ranking&over=citizenship&where.citizenship=india&where.citizenship=france&period=2024-03"
    )


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("show=ranking&over=citizenship&period=2024-03", ">25</a>"),
        ("show=ranking&over=citizenship&period=2024-03&as_of=1", ">10</a>"),
        ("show=table&over=citizenship&period=last-3-months", ">25</a>"),
        ("show=bar&over=citizenship&period=2024-03", "<svg"),
        ("show=line&period=last-3-months", "<svg"),
        ("show=figure&where.citizenship=India&period=2024-03", ">25</a>"),
        ("show=table&period=2024-01..2024-03", ">35</a>"),
    ],
)
def test_each_kind_of_result_is_shown(client, editions, query, number):
    text = client.get(f"{TABLE}?{query}").content.decode()
    assert number in text
    assert 'class="trouble"' not in text


def test_figures_in_tables_and_rankings_lead_to_their_proof_which_says_the_same(client, editions):
    for query in (
        "show=ranking&over=citizenship&period=2024-03",
        "show=table&over=citizenship&period=last-3-months",
        "show=ranking&over=citizenship&period=2024-03&measure=share",
        "show=table&period=last-3-months&measure=change&against.period=previous&as_of=1",
    ):
        text = client.get(f"{TABLE}?{query}").content.decode()
        cells = re.findall(r'<td class="number \w+"><a href="([^"]+)">(.*?)</a></td>', text)
        assert cells
        for href, shown in cells:
            proof = client.get(href.replace("&amp;", "&"))
            assert proof.status_code == 200, href
            (proved,) = re.findall(
                r'<span class="single-number \w+">(.*?)</span></h1>', proof.content.decode()
            )
            assert proved == shown, href


@pytest.mark.parametrize(
    ("query", "said", "way"),
    [
        (
            "over=citizenship&where.citizenship=Indai&period=2024-03",
            "“Indai” is not one member",
            "=india&amp;",
        ),
        ("over=citizenship&period=last-3-months", "This shows one period", "show=table&amp;over="),
        (
            "over=citizenship&period=1999",
            "The figures cover January 2024 to March 2024",
            "period=latest-quarter",
        ),
        ("over=nothing&period=2024-03", "Rows and columns need a dimension", "over=citizenship"),
        ("over=citizenship&period=2024-03&top=many", "“many” is not a whole number", "period=2024-03&quot;"),
        ("over=citizenship&period=2024-03&as_of=9", "no such edition", "period=2024-03"),
        ("show=line&over=citizenship&period=2024-03", "at least two periods", "top=5"),
        ("show=pie&over=citizenship&period=2024-03", "“pie” is none of the choices", ""),
        ("over=citizenship&period=2024-03&measure=ratio", "Choose what to compare with", ""),
        ("show=figure&period=2024-03&measure=share", "no larger whole", ""),
        ("show=figure&where.planet=Mars&period=2024-03", "no dimension “planet”", "show=figure&amp;period"),
    ],
)
def test_what_is_wrong_is_said_with_the_nearest_that_can_be_answered(client, editions, query, said, way):
    response = client.get(f"{TABLE}?{query}")
    assert response.status_code == 200
    text = response.content.decode()
    assert said in text
    assert way.removesuffix("&quot;") in text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("where.citizenship=India&period=2024", "Les mois de ce jeu de données ne s’additionnent pas"),
        ("period=2024-03", "Les membres de ce jeu de données ne s’additionnent pas"),
    ],
)
def test_what_may_not_be_added_up_is_refused_with_the_reason(client, data_dir, query, said):
    import_odp(SMALL, slug=PERSONS)
    response = client.get(f"/fr/data/{PERSONS}/table/?show=figure&{query}")
    assert said in text_of(response)
    assert str(Dataset.objects.get(slug=PERSONS).counts.fr) in html.unescape(text_of(response))


def test_a_long_table_is_cropped_with_a_word_and_its_file_is_whole(client, data_dir, monkeypatch):
    monkeypatch.setattr("articles.explorer.result.MOST_ROWS", 2)
    import_odp(SMALL)
    query = "show=table&over=citizenship&period=last-3-months"
    text = client.get(f"{TABLE}?{query}").content.decode()
    assert "shows the first 2 rows and leaves away 1" in text
    lines = client.get(f"/en/data/{EVENTS}/table.csv?{query}").content.decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + 3 * 3


def test_files_hold_status_and_bounds(client, editions):
    query = "show=table&over=citizenship&period=last-3-months"
    content = client.get(f"/en/data/{EVENTS}/table.csv?{query}").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content)))
    hidden = next(row for row in rows if row["status"] == "suppressed")
    assert (hidden["citizenship_fr"], hidden["period"], hidden["value"]) == ("Inde", "2024-02", "")
    assert (hidden["low"], hidden["high"]) == ("1", "4")
    answer = json.loads(client.get(f"/en/data/{EVENTS}/table.json?{query}").content)
    assert answer["kind"] == "table"
    book = ZipFile(io.BytesIO(client.get(f"/fr/data/{EVENTS}/table.xlsx?{query}").content))
    assert "Chiffres" in book.read("xl/workbook.xml").decode()


def test_charts_are_files_too_and_tables_are_no_pictures(client, editions):
    query = "show=bar&over=citizenship&period=2024-03"
    assert client.get(f"/en/data/{EVENTS}/table.svg?{query}").content.startswith(b"<svg")
    assert client.get(f"/en/data/{EVENTS}/table.png?{query}").content.startswith(b"\x89PNG")
    response = client.get(f"/en/data/{EVENTS}/table.png?{query.replace('bar', 'ranking')}")
    assert response.status_code == 302
    assert client.get(f"/en/data/{EVENTS}/table.exe?{query}").status_code == 404


def test_members_are_found_by_typing(client):
    make_permits()
    found = client.get("/en/data/permits/members/", {"dimension": "occupation", "q": "profesor"}).json()
    assert found["results"][0]["value"] == "4011"
    assert client.get("/en/data/permits/members/", {"dimension": "planet"}).status_code == 404


def test_a_proof_names_line_checksum_bounds_and_what_was_said_before(client, editions):
    text = text_of(client.get(f"/en/data/{EVENTS}/proof/?where.citizenship=India&period=2024-03"))
    assert "23–27" in text
    assert re.search(r"file 1, line \d+", text)
    assert re.search(r"[0-9a-f]{64}", text)
    assert "10 in edition 1" in text


def test_a_proof_is_asked_as_json_too(client, editions):
    asked = {"dataset": EVENTS, "where": {"citizenship": "India"}, "period": {"month": "2024-03"}}
    assert client.get(f"/en/data/{EVENTS}/proof/", {"q": json.dumps(asked)}).status_code == 200


@pytest.mark.parametrize(
    "query",
    ["period=1999", "where.citizenship=Nowhere&period=2024-03", "q=no", 'q={"dataset":"x","period":2024}'],
)
def test_a_proof_of_what_is_not_there_is_not_found_and_says_why(client, editions, query):
    response = client.get(f"/en/data/{EVENTS}/proof/?{query}")
    assert response.status_code == 404
    assert "There is no such figure" in response.content.decode()


def test_nothing_from_an_address_becomes_markup(client, editions):
    hostile = "%3Cscript%3Ealert(1)%3C/script%3E"
    for path in (
        f"{TABLE}?show={hostile}&over={hostile}&where.citizenship={hostile}&where.{hostile}=x&period={hostile}",
        f"{TABLE}?show=ranking&over=citizenship&period=2024-03&top={hostile}&as_of={hostile}&measure={hostile}",
        f"/en/data/{EVENTS}/proof/?q={hostile}",
    ):
        assert "<script>alert" not in client.get(path).content.decode()


MEASURED = {
    "share": {},
    "change": {"against": {"period": "previous"}},
    "percent_change": {"against": {"where": {"province": "QC"}}},
    "ratio": {"against": {"where": {"province": "QC"}, "period": "2021-01", "as_of": 1}},
    "index": {"against": {"period": "2021-01"}},
    "contribution": {"against": {"period": "previous"}},
    "moving_sum": {},
    "monthly_mean": {},
    "rank": {"over": "province"},
    "rank_change": {"over": "province", "against": {"period": "previous"}},
}


@pytest.mark.parametrize("measure", [measure.value for measure in Measure if measure is not Measure.VALUE])
def test_whatever_is_measured_has_a_proof_whose_links_lead_on(client, measure):
    make_permits()
    asked = {"dataset": "permits", "where": {"province": "ON"}, "period": "2022-03", "measure": measure}
    response = client.get("/en/data/permits/proof/", {"q": json.dumps(asked | MEASURED[measure])})
    assert response.status_code == 200, text_of(response)
    text = response.content.decode()
    links = [
        html.unescape(href) for href in re.findall(r'href="(/(?:en|fr)/data/permits/proof/[^"]+)"', text)
    ]
    assert links
    for href in links:
        assert client.get(href).status_code == 200, href
