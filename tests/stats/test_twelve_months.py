"""Moving sums: only of months, only where they may be added, only where all twelve are published."""

import pytest

from stats.periods import month, span
from stats.questions import QuestionError
from tests.stats.cubes import Cube

MONTHS = tuple(span(month(2022, 1), month(2024, 2)))
CUBE = Cube({(("ON", "oth"), m): 10 * m.n for m in MONTHS}, MONTHS)


def test_each_month_holds_the_year_that_ends_with_it():
    series = CUBE.ask(kind="series", measure="moving_sum", period={"last": 3, "of": "month"})
    assert [f.value.number for f in series.rows[0].figures] == [780, 780, 780]
    assert [str(c.period.answered) for c in series.columns] == ["2023-12", "2024-01", "2024-02"]
    assert {f.made.parts for f in series.rows[0].figures} == {12}


@pytest.mark.parametrize(
    ("question", "path", "accepted"),
    [
        ({"period": "2023"}, "period", "2023-12"),
        ({"period": "2022-11"}, "period", "2022-12"),
        ({"kind": "series", "period": {"from": "2022-01", "to": "2022-11"}}, "period", "2022-12"),
    ],
)
def test_what_has_no_twelve_months_is_refused_with_the_nearest_that_has(question, path, accepted):
    with pytest.raises(QuestionError) as caught:
        CUBE.ask(measure="moving_sum", **question)
    assert (caught.value.path, caught.value.accepted) == (path, [accepted])


def test_persons_are_never_added_up_over_months():
    persons = Cube(CUBE.cells, MONTHS, months_add=False, members_add=False)
    with pytest.raises(QuestionError, match="may not be added up") as caught:
        persons.ask(measure="moving_sum", period="2023-12", where={"province": "ON", "category": "oth"})
    assert caught.value.path == "measure"
