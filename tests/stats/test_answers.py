"""Answers: the JSON is plain data with the keys that commands, API and dialogs rely on."""

import json

import pytest

from stats.periods import Period, month
from stats.questions import parse
from tests.stats.cubes import Cube

MONTHS = (month(2024, 1), month(2024, 2))
CUBE = Cube({(("ON", "oth"), MONTHS[0]): 10, (("QC", "oth"), MONTHS[0]): None}, MONTHS)
ABOUT = {"kind", "question", "dataset", "unit", "counts", "where", "edition", "source", "notes", "period"}
CELL = {"value", "status", "low", "high", "sure", "stated", "parts", "suppressed"}
RANKING = {"kind": "ranking", "over": "province", "period": "2024-01"}


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ({"period": "2024-01"}, CELL),
        (RANKING, {"over", "rows", "left_out", "count"}),
        (
            RANKING | {"kind": "table"},
            {"over", "by", "columns", "column_count", "rows", "row_count", "cropped", "remarks"},
        ),
        ({"kind": "series", "period": {"last": 2, "of": "month"}}, {"columns", "rows"}),
        (RANKING | {"kind": "table", "by": "category"}, {"columns", "rows"}),
    ],
)
def test_the_json_is_plain_data_and_says_where_it_comes_from(question, keys):
    answer = CUBE.ask(**question).as_json()
    assert ABOUT | keys <= set(answer)
    assert json.loads(json.dumps(answer)) == answer
    assert parse(answer["question"]).as_json() == answer["question"]
    assert answer["kind"] == question.get("kind", "figure")


def test_a_sum_says_how_many_cells_it_has_and_how_many_are_hidden():
    found = CUBE.ask(period="2024-01").as_json()
    assert {key: found[key] for key in CELL} == {
        "value": 10,
        "status": "normal",
        "low": 9,
        "high": 16,
        "sure": {"low": 9, "high": 16},
        "stated": False,
        "parts": 2,
        "suppressed": 1,
    }


def test_a_hidden_cell_has_no_value_but_bounds():
    found = CUBE.ask(period="2024-01", where={"province": "QC", "category": "oth"}).as_json()
    assert (found["value"], found["status"], found["low"], found["high"]) == (None, "suppressed", 1, 4)
    assert (found["stated"], found["parts"]) == (True, 1)


def test_zero_is_a_value():
    found = CUBE.ask(period="2024-02").as_json()
    assert (found["value"], found["status"], found["low"], found["high"]) == (0, "normal", 0, 0)


def test_a_period_that_has_only_begun_is_marked():
    found = CUBE.ask(period=2024).as_json()["period"]
    assert found == {"asked": "2024", "answered": str(Period.parse("2024-to-02")), "partial": True}


def test_what_was_chosen_is_named_in_both_languages():
    found = CUBE.ask(period="2024-01", where={"province": "Ontario (fr)"}).as_json()["where"]
    assert found == [
        {
            "dimension": {"en": "Province", "fr": ""},
            "member": {"code": "ON", "label": {"en": "Ontario", "fr": "Ontario (fr)"}},
        }
    ]
