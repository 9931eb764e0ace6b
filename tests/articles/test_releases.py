"""IRCC's own figures, the whole way: the same rankings by command, by the API and on a reader's page."""

import json
import re
from html import unescape
from io import StringIO

import pytest
from django.core.management import call_command

from articles import publishing
from tests.articles.articles import NOON, embed, person, saved

pytestmark = [pytest.mark.releases, pytest.mark.django_db]

FIRST_FIVE = {
    "Ontario": [
        (1, "2174", 2870),
        (2, "2171", 2280),
        (3, "2173", 2080),
        (4, "3111", 1425),
        (5, "4011", 1410),
    ],
    "British Columbia": [
        (1, "2173", 1420),
        (2, "5135", 875),
        (3, "5241", 750),
        (4, "4011", 690),
        (5, "2171", 360),
    ],
    "Quebec": [
        (1, "5241", 1945),
        (2, "4011", 1260),
        (3, "2171", 1150),
        (4, "2174", 1000),
        (5, "1123", 595),
    ],
    "Alberta": [
        (1, "4011", 535),
        (2, "6311", 345),
        (3, "4012", 255),
        (3, "6322", 255),
        (5, "7511", 150),
    ],
    "Manitoba": [
        (1, "9462", 355),
        (2, "7511", 300),
        (3, "5251", 130),
        (4, "6322", 110),
        (5, "8252", 90),
    ],
}
"""The table in the releases' own README: rank, NOC 2011 code, permits in 2021."""


def question(province: str) -> dict:
    return {
        "dataset": "imp-province-noc",
        "kind": "ranking",
        "over": "occupation",
        "where": {"province": province},
        "period": {"year": 2021},
        "exclude": ["Other occupations", "Occupation not stated"],
        "top": 5,
    }


def ranked(answer: dict) -> list[tuple[int, str, int]]:
    return [(row["rank"], row["member"]["code"], row["value"]) for row in answer["rows"]]


@pytest.fixture
def imported(releases, data_dir):
    """The edition in force."""
    path = releases / "imp-province-noc" / "2024-07" / "EN_ODP-TR-Work-IMP_PT_NOC4.csv"
    call_command("import_release", "imp-province-noc", str(path), "--accept", stdout=StringIO())


def test_the_first_five_are_the_same_by_command_by_api_and_on_a_page(imported, client):
    labels = {}
    for province, expected in FIRST_FIVE.items():
        out = StringIO()
        call_command("ask", json.dumps(question(province)), stdout=out)
        by_command = json.loads(out.getvalue())
        by_api = client.post("/api/v1/ask", question(province), content_type="application/json").json()
        assert ranked(by_command) == expected
        assert by_api == by_command
        labels[province] = [row["member"]["label"]["en"] for row in by_command["rows"]]

    embeds = "".join(embed(question(province), title=province) for province in FIRST_FIVE)
    publishing.publish(article=saved("first-five", body=f"<p>Five.</p>{embeds}"), by=person(), at=NOON)
    html = client.get("/en/articles/first-five/").content.decode()
    shown = [_rows(table) for table in re.findall(r"<table.*?</table>", html, re.DOTALL)]
    wanted = [
        [(str(rank), label, f"{value:,}") for (rank, _, value), label in zip(rows, labels[name], strict=True)]
        for name, rows in FIRST_FIVE.items()
    ]
    assert shown == wanted


def _rows(table: str) -> list[tuple[str, str, str]]:
    """Rank, label and number of the rows of a ranking's table; the marks of ties and doubt left out."""
    found = []
    for row in re.findall(r"<tr.*?</tr>", table.partition("<tbody")[2], re.DOTALL):
        cells = [_text(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)]
        rank, label, number = cells[0], cells[1], cells[-1]
        found.append((re.sub(r"\D.*", "", rank), label, number))
    return found


def _text(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())
