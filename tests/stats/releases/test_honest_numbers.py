"""What may be said of IRCC's own figures: bounds, shares, ratios, ranks, and what is never said."""

import json
import math
from io import StringIO

import pytest
from django.core.management import call_command

from articles.numbers import Quantity, Style, wording
from articles.numbers.styles import OFFERED
from stats.queries.asking import ask
from stats.questions import QuestionError, parse

pytestmark = [pytest.mark.releases, pytest.mark.django_db]

PERMITS = {"dataset": "imp-province-noc", "period": {"year": 2021}}
LEFT_OUT = ["Other occupations", "Occupation not stated"]


@pytest.fixture
def take(releases, data_dir):
    """Import the file of a table and edition."""

    def run(table, edition):
        (path,) = (releases / table / edition).iterdir()
        call_command("import_release", table, str(path), "--accept", "--json", stdout=StringIO())

    return run


def answer(**question):
    return ask(parse(question))


def hard(value):
    return value.hard.low, value.hard.high


def outward(value, unit):
    """The bounds in parts of a unit, rounded away from each other."""
    return math.floor(unit * value.hard.low), math.ceil(unit * value.hard.high)


@pytest.fixture
def decided_by_hard_bounds(settings):
    settings.STET_BOUNDS = "hard"


def test_permits_by_province_and_occupation_in_2021(take, decided_by_hard_bounds):
    """The figures of the article, as far as rounding and suppression allow them to be known."""
    take("imp-province-noc", "2024-07")
    ontario = answer(**PERMITS, where={"province": "ON"}).figure
    columbia = answer(**PERMITS, where={"province": "BC"}).figure
    canada = answer(**PERMITS).figure
    assert (ontario.value.number, *hard(ontario.value)) == (145_560, 145_822, 152_708)
    assert (columbia.value.number, *hard(columbia.value)) == (63_710, 64_400, 70_378)
    assert (canada.value.number, *hard(canada.value)) == (327_395, 332_263, 370_431)
    assert (ontario.made.hidden, canada.made.hidden) == (1_392, 9_136)
    for figure in (ontario, columbia, canada):
        assert (
            figure.value.hard.low < figure.value.sure.low <= figure.value.sure.high < figure.value.hard.high
        )

    share = answer(**PERMITS, where={"province": "ON"}, measure="share").figure.value
    assert outward(share, 1000) == (401, 451)
    times = answer(
        **PERMITS, where={"province": "ON"}, measure="ratio", against={"where": {"province": "BC"}}
    ).figure.value
    assert outward(times, 100) == (207, 238)

    for style in OFFERED:
        said = wording(share, style=style, language="en", quantity=Quantity.SHARE, bounds="hard").text
        assert said != "half"
        assert not said.startswith(("more than half", "most", "nearly half"))
        said = wording(times, style=style, language="en", quantity=Quantity.RATIO, bounds="hard").text
        assert said != "twice"
    said = wording(times, style=Style.IN_WORDS, language="en", quantity=Quantity.RATIO, bounds="hard")
    assert said.text == "more than double"

    place = answer(**PERMITS, where={"province": "ON"}, over="province", measure="rank")
    assert (place.figure.value.number, *hard(place.figure.value)) == (1, 1, 1)

    rankings = {
        province: answer(
            **PERMITS, kind="ranking", over="occupation", where={"province": province}, exclude=LEFT_OUT
        ).rows
        for province in ("Ontario", "Alberta", "Manitoba")
    }
    first = rankings["Ontario"][:5]
    assert [hard(row.figure.value) for row in first[3:]] == [(1401, 1449), (1386, 1434)]
    assert [row.distinguishable for row in first[:4]] == [True, True, True, False]
    assert rankings["Alberta"][2].distinguishable is False
    assert {row.figure.value.number for row in rankings["Alberta"][2:4]} == {255}
    assert [row.distinguishable for row in rankings["Manitoba"][2:5]] == [False, False, False]

    professors = {"province": "ON", "occupation": "4011"}
    place = answer(**PERMITS, where=professors, over="occupation", exclude=LEFT_OUT, measure="rank")
    assert (place.figure.value.number, *hard(place.figure.value)) == (5, 4, 5)
    listed = answer(
        **PERMITS, kind="ranking", over="occupation", where={"province": "ON"}, exclude=LEFT_OUT, top=5
    )
    assert listed.coverage.number == pytest.approx(sum(row.figure.value.number for row in first) / 145_560)
    assert listed.coverage.number < 0.1

    moved = answer(
        **PERMITS, kind="ranking", over="province", against={"period": "year_before"}, top=3, small_below=10
    ).rows
    assert [row.movement.now.number for row in moved] == [1, 2, 3]
    assert not any(row.small for row in moved)


def test_the_stated_year_of_students_and_the_sum_that_is_refused(take):
    take("study-citizenship", "2025-07")
    found = answer(dataset="study-citizenship", period={"year": 2023})
    assert (found.figure.value.number, found.figure.made.origin) == (680_965, "stated")
    assert (found.other, hard(found.figure.value)) == (None, (680_963, 680_967))
    with pytest.raises(QuestionError, match="may not be added up") as refused:
        answer(dataset="study-citizenship", period={"month": "2023-12"}, measure="moving_sum")
    assert refused.value.path == "measure"


def test_months_of_students_are_not_added_up_where_no_year_is_stated(take):
    take("study-citizenship", "2024-06")
    with pytest.raises(QuestionError, match="may not be added up to 2023") as refused:
        answer(dataset="study-citizenship", period={"year": 2023}, where={"citizenship": "India"})
    assert (refused.value.path, refused.value.accepted) == ("period", ["2023-01", "2023-12"])


def test_three_tables_have_three_answers_to_permits_in_2021_and_each_says_what_it_counts(take):
    found = {}
    for table, edition in (
        ("imp-citizenship", "2024-06"),
        ("imp-program-year-end", "2024"),
        ("imp-province-noc", "2024-07"),
    ):
        take(table, edition)
        given = answer(dataset=table, period={"year": 2021})
        found[table] = (given.figure.value.number, given.about.counts.en)
    assert {table: number for table, (number, _) in found.items()} == {
        "imp-citizenship": 341_900,
        "imp-program-year-end": 430_015,
        "imp-province-noc": 327_395,
    }
    assert "31 December" in found["imp-program-year-end"][1]
    assert found["imp-program-year-end"][1] != found["imp-citizenship"][1]


def test_stated_years_of_admissions_narrow_the_sums_of_their_months(take):
    """60 of 100 years equal the sum of their months, none is further off than rounding allows."""
    take("pr-province-category", "2025-07")
    table = answer(
        dataset="pr-province-category", kind="table", over="province", period={"last": 5, "of": "year"}
    )
    years = [column.period.answered.year for column in table.columns]
    for row in table.rows[:6]:
        for year, cell in zip(years, row.figures, strict=True):
            found = answer(
                dataset="pr-province-category", period={"year": year}, where={"province": row.member.code}
            )
            assert found.figure.value.number == cell.value.number
            assert found.other is None
            assert found.figure.value == cell.value


def test_half_a_year_is_compared_with_the_same_half(take):
    take("pr-citizenship", "2024-07")
    question = {"dataset": "pr-citizenship", "period": {"year": 2024}, "measure": "percent_change"}
    found = answer(**question)
    assert str(found.period.answered) == "2024-to-07"
    assert str(found.compared.period.answered) == "2023-to-07"
    named = answer(**question, against={"period": {"year": 2022}})
    assert str(named.compared.period.answered) == "2022-to-07"
    with pytest.raises(QuestionError, match="has only begun") as refused:
        answer(**question | {"period": {"year": 2022}}, against={"period": {"year": 2024}})
    assert refused.value.path == "against.period"
    assert json.dumps(found.as_json())
