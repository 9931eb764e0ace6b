"""A part of a year is compared with the same months, never with a whole year."""

import pytest

from stats.periods import month, span
from stats.questions import QuestionError
from tests.stats.cubes import Cube

MONTHS = tuple(span(month(2022, 1), month(2024, 5)))
HERE = ("ON", "oth")
CUBE = Cube({(HERE, m): 100 for m in MONTHS}, MONTHS)


@pytest.mark.parametrize(
    ("period", "against", "compared", "number"),
    [
        ("2024", {"year": 2023}, "2023-to-05", 0),
        ("2024", {"year": 2022}, "2022-to-05", 0),
        ("2024", "year_before", "2023-to-05", 0),
        ("2024", "previous", "2023-to-05", 0),
        ("2024-Q2", {"quarter": "2023-Q2"}, "2023-Q2-to-05", 0),
        ("2024-Q2", {"quarter": "2023-Q4"}, "2023-Q4-to-11", 0),
        ("2023", {"year": 2022}, "2022", 0),
        ("2024-to-03", {"to_date": "2023-to-03"}, "2023-to-03", 0),
        ("2024-05", "previous", "2024-04", 0),
    ],
)
def test_like_is_compared_with_like(period, against, compared, number):
    answer = CUBE.ask(period=period, measure="change", against={"period": against})
    assert (str(answer.compared.period.answered), answer.figure.value.number) == (compared, number)


@pytest.mark.parametrize(
    ("period", "against", "said"),
    [
        ("2023", {"year": 2024}, "2024 has only begun"),
        ("2023-Q2", {"quarter": "2024-Q2"}, "2024-Q2 has only begun"),
        ("2023", {"month": "2022-03"}, "not of the same length"),
        ("2023-05", {"year": 2022}, "not of the same length"),
        ("2023", {"year": 2019}, "2019 is not in edition 1"),
    ],
)
@pytest.mark.parametrize("measure", ["change", "percent_change", "index", "contribution"])
def test_what_is_not_alike_is_refused(period, against, said, measure):
    with pytest.raises(QuestionError, match=said) as caught:
        CUBE.ask(period=period, where={"province": "ON"}, measure=measure, against={"period": against})
    assert caught.value.path == "against.period"
    assert caught.value.accepted


def test_what_was_not_published_the_year_before_is_missing():
    answer = CUBE.ask(period="2022", measure="change")
    assert (answer.figure.value.status.slug, answer.compared) == ("missing", None)


def test_a_ratio_may_compare_a_month_with_its_year():
    answer = CUBE.ask(period="2023-05", measure="ratio", against={"period": {"year": 2023}})
    assert answer.figure.value.number == pytest.approx(1 / 12)
    assert answer.figure.value.hard.high < 1
