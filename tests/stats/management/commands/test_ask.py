"""`manage.py ask`: the answer to a question as JSON, with the keys that scripts rely on."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from tests.stats.factories import EVENTS, figures_of, import_odp

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(data_dir):
    import_odp(
        figures_of({"India": [5, None, 10], "France": [10, 0, 5], "Brazil": [15, 5, 5], "Chad": [None] * 3})
    )

    def command(**question):
        out = io.StringIO()
        call_command("ask", json.dumps({"dataset": EVENTS} | question), stdout=out)
        return json.loads(out.getvalue())

    return command


ALWAYS = {"edition", "source"}
CELL = {"value", "status", "low", "high"}
JANUARY = {"month": "2024-01"}


def test_a_figure(ask):
    found = ask(kind="figure", where={"citizenship": "India"}, period=JANUARY)
    assert {*CELL, "stated", *ALWAYS} <= set(found)
    assert (found["value"], found["status"], found["low"], found["high"]) == (5, "normal", 5, 7)
    assert found["stated"] is True
    assert (found["edition"]["number"], found["edition"]["covers_until"]) == (1, "2024-03")
    assert found["source"]["files"] == ["figures.csv"]


def test_a_ranking(ask):
    found = ask(kind="ranking", over="citizenship", period=JANUARY)
    assert set(found) >= ALWAYS
    rows = found["rows"]
    for row in rows:
        assert {"rank", "tied", "member", *CELL} <= set(row)
        assert {"code", "label"} <= set(row["member"])
        assert set(row["member"]["label"]) == {"en", "fr"}
    assert [(row["rank"], row["member"]["code"], row["value"]) for row in rows] == [
        (1, "brazil", 15),
        (2, "france", 10),
        (3, "india", 5),
        (None, "chad", None),
    ]
    assert rows[3]["status"] == "suppressed"
    assert (rows[3]["low"], rows[3]["high"]) == (1, 4)


@pytest.mark.parametrize("kind", ["table", "series"])
def test_a_table_and_a_series(ask, kind):
    more = {"over": "citizenship"} if kind == "table" else {"where": {"citizenship": "India"}}
    found = ask(kind=kind, period={"last": 2, "of": "month"}, **more)
    assert {"columns", "rows", *ALWAYS} <= set(found)
    assert [column["period"]["asked"] for column in found["columns"]] == ["2024-02", "2024-03"]
    for row in found["rows"]:
        assert len(row["cells"]) == 2
        assert all(set(cell) >= CELL for cell in row["cells"])


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ({"period": {"year": 1999}}, "period: 1999 is not in edition 1, which covers 2024-01 to 2024-03"),
        (
            {"period": JANUARY, "where": {"citizenship": "Indai"}},
            "where.citizenship: 'Indai' is not a member",
        ),
        ({"period": JANUARY, "where": {"citizen": "India"}}, "Did you mean 'citizenship'?"),
        ({"period": JANUARY, "colour": 1}, "colour: unknown key"),
        ({"period": JANUARY, "dataset": "nothing"}, "'nothing' is not a dataset"),
        ({"period": JANUARY, "as_of": 7}, "7 is not an edition"),
        (
            {"period": JANUARY, "as_of": "1990-01-01"},
            "no edition of 'imp-citizenship' was in force on 1990-01-01",
        ),
        ({"period": JANUARY, "as_of": "9999-12-31"}, ""),
        ({"period": JANUARY, "as_of": "0001-01-01"}, ""),
    ],
)
def test_what_cannot_be_answered_is_an_error_that_says_why(ask, question, said):
    with pytest.raises(CommandError) as caught:
        ask(**question)
    assert said in str(caught.value)


def test_what_is_no_json_is_an_error():
    with pytest.raises(CommandError, match="not JSON"):
        call_command("ask", "{")
