"""The ledger's pages, files and feeds, as readers open them."""

from __future__ import annotations

import csv
import html
import io
import re
import xml.etree.ElementTree as ET

import pytest

from stats.ingest.decide import refuse_edition, take_back
from stats.labels import LANGUAGES
from stats.models import Edition
from stats.periods import month
from tests.stats.factories import EVENTS, figures_of, import_odp

pytestmark = pytest.mark.django_db

SMALL = figures_of({"India": [5, None, 10], "France": [10, 0, 5], "Brazil": [15, 5, 5]})
SECOND = SMALL | {("India", month(2024, 3)): 25, ("India", month(2024, 4)): 30, ("France", month(2024, 2)): 5}
THIRD = SECOND | {("India", month(2024, 3)): 20, ("India", month(2024, 5)): 9995}
AT = f"/en/data/{EVENTS}"
PAGES = ("revisions/", "revisions/2/", "history/?where.citizenship=india&period=2024-03")
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def editions(data_dir):
    """Two editions that counted, and a third that waits."""
    import_odp(SMALL)
    import_odp(SECOND)
    import_odp(THIRD, accept=False)


def said(response) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())))


def rows(response) -> list[list[str]]:
    """The body of the first table, cell by cell."""
    body = re.search(r"<tbody>(.*?)</tbody>", response.content.decode(), re.DOTALL)
    assert body is not None
    lines = re.findall(r"<tr>(.*?)</tr>", body[1], re.DOTALL)
    plain = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line, re.DOTALL) for line in lines]
    return [
        [" ".join(html.unescape(re.sub(r"<[^>]+>", " ", cell)).split()) for cell in line] for line in plain
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_there_in_both_languages_and_leads_to_the_other(client, editions, language, page):
    response = client.get(f"/{language}/data/{EVENTS}/{page}")
    assert response.status_code == 200
    text = response.content.decode()
    other = next(code for code in LANGUAGES if code != language)
    assert f'<html lang="{language}">' in text
    assert f'hreflang="{other}" lang="{other}" rel="alternate"' in text
    assert " style=" not in text
    assert 'rel="canonical"' in text


def test_editions_are_listed_with_what_each_changed_and_when_it_counted(client, editions):
    listed = rows(client.get(f"{AT}/revisions/"))
    assert [line[0] for line in listed] == ["2 in force", "1"]
    assert [line[4:7] for line in listed] == [["1", "2", "0"], ["8", "0", "0"]]
    assert listed[0][1].startswith("since ")
    assert re.match("from .* to ", listed[1][1])


def test_the_newest_figures_are_followed_into_later_editions(client, editions):
    text = said(client.get(f"{AT}/revisions/"))
    assert "2 of 10 cells above zero were ever revised (20.0%)." in text
    assert "1 edition later 3 1 33.3% 15 15 +15 (75.0%)" in text


def test_what_an_edition_changed_is_listed_the_largest_first(client, editions):
    response = client.get(f"{AT}/revisions/2/")
    assert rows(response) == [
        ["March 2024", "India", "revision", "10", "25", "+15"],
        ["February 2024", "France", "revision", "0", "5", "+5"],
        ["April 2024", "India", "new cell", ".. not available", "30", "–"],
    ]
    assert "Against edition 1" in said(response)


def test_changes_are_chosen_by_kind_and_by_member(client, editions):
    assert [line[0] for line in rows(client.get(f"{AT}/revisions/2/?kind=new"))] == ["April 2024"]
    inde = rows(client.get(f"{AT}/revisions/2/?citizenship=Inde"))
    assert {line[1] for line in inde} == {"India"}
    wrong = client.get(f"{AT}/revisions/2/?citizenship=Indai&page=99")
    assert "There is no such member. Did you mean: India" in said(wrong)
    assert len(rows(wrong)) == 3


def test_the_first_edition_is_all_new(client, editions):
    assert "all of it is new" in said(client.get(f"{AT}/revisions/1/"))


@pytest.mark.parametrize(
    "path", ["revisions/3/", "revisions/3.csv", "revisions/9/", "revisions.pdf", "history/?period=1999"]
)
def test_what_waits_or_was_never_there_is_not_found(client, editions, path):
    assert client.get(f"{AT}/{path}").status_code == 404


def test_nothing_of_a_waiting_edition_is_on_any_page_file_or_feed(client, editions):
    """Its figure is 9,995 in May."""
    files = ("revisions.csv", "revisions.atom", "revisions/2.csv", "revisions/1.csv")
    for path in (*PAGES, *files, "../revisions.atom"):
        text = client.get(f"{AT}/{path}".replace(f"{EVENTS}/../", "")).content.decode()
        assert text
        assert "9995" not in text
        assert "9,995" not in text
        assert "revisions/3" not in text


def test_an_edition_that_was_taken_back_is_listed_as_such_and_its_figures_stay_readable(client, editions):
    refuse_edition(Edition.objects.get(number=3))
    take_back(Edition.objects.get(number=2))
    listed = rows(client.get(f"{AT}/revisions/"))
    assert "taken back on" in listed[0][0]
    assert listed[1][0] == "1 in force"
    assert len(rows(client.get(f"{AT}/revisions/2/"))) == 3
    history = rows(client.get(f"{AT}/history/?where.citizenship=india&period=2024-03"))
    assert [line[2] for line in history] == ["25", "10"]
    entries = ET.fromstring(client.get(f"{AT}/revisions.atom").content).findall("a:entry", ATOM)
    assert "taken back on" in entries[0].findtext("a:title", "", ATOM)


def test_figures_that_were_let_go_of_are_said_to_be_gone(client, editions):
    refuse_edition(Edition.objects.get(number=3))
    take_back(Edition.objects.get(number=2))
    refuse_edition(Edition.objects.get(number=2))
    assert "no longer kept" in said(client.get(f"{AT}/revisions/"))
    assert client.get(f"{AT}/revisions/2/").status_code == 404


def test_a_figure_is_told_as_first_published_and_now(client, editions):
    response = client.get(f"{AT}/history/?where.citizenship=india&period=2024-03&as_of=1")
    text = said(response)
    assert re.search(r"As first published 10 edition 1", text)
    assert re.search(r"Now 25 edition 2, \+15", text)
    assert [[line[0], line[2], line[3]] for line in rows(response)] == [
        ["2 in force", "25", "+15"],
        ["1", "10", "–"],
    ]


def test_proof_and_dataset_lead_to_the_ledger(client, editions):
    proof = client.get(f"{AT}/proof/?where.citizenship=india&period=2024-03").content.decode()
    assert f'href="{AT}/history/?where.citizenship=india&amp;period=2024-03"' in proof
    assert f'href="{AT}/revisions/"' in client.get(f"{AT}/").content.decode()


def test_changes_as_csv_are_those_of_the_page(client, editions):
    response = client.get(f"{AT}/revisions/2.csv?kind=revised")
    lines = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [(line["citizenship"], line["period"], line["old"], line["new"]) for line in lines] == [
        ("france", "2024-02", "0", "5"),
        ("india", "2024-03", "10", "25"),
    ]
    assert lines[1]["citizenship_fr"] == "Inde"
    assert response["Content-Disposition"] == f'attachment; filename="{EVENTS}-2-changes.csv"'


def test_editions_as_csv_have_a_line_for_each_time_they_counted(client, editions):
    lines = list(csv.DictReader(io.StringIO(client.get(f"{AT}/revisions.csv").content.decode("utf-8-sig"))))
    assert [(line["edition"], line["state"], line["revised"]) for line in lines] == [
        ("2", "in_force", "2"),
        ("1", "superseded", "0"),
    ]
    assert lines[0]["since"] == lines[1]["until"]


@pytest.mark.parametrize("path", [f"{AT}/revisions.atom", "/fr/data/revisions.atom"])
def test_feeds_have_an_entry_for_each_edition(client, editions, path):
    response = client.get(path)
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = ET.fromstring(response.content)
    assert feed.find("a:link[@rel='self']", ATOM).get("href").endswith(path)
    links = [entry.find("a:link", ATOM).get("href") for entry in feed.findall("a:entry", ATOM)]
    assert [link.split("/revisions/")[1] for link in links] == ["2/", "1/"]


@pytest.mark.parametrize("path", [*PAGES, "revisions.csv", "revisions.atom", "revisions/2.csv"])
def test_who_has_a_page_is_told_that_it_is_the_same(client, editions, path):
    first = client.get(f"{AT}/{path}")
    again = client.get(f"{AT}/{path}", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
