from urllib.parse import parse_qs

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from articles.explorer.address import Asked, Residual, asked_of, read, sayable, write
from articles.explorer.choosing import Show
from articles.explorer.period_text import period_text, read_period
from stats.questions import Measure, Wording, parse
from tests.stats.questions.drawn import questions

SLUG = "permits"
NAMES = st.text("abcdefgh-é ", min_size=1, max_size=8).map(str.strip).filter(bool)


def of(query: str) -> Asked:
    """What an address asks for."""
    return read(parse_qs(query, keep_blank_values=True), SLUG)


@given(
    show=st.sampled_from(Show),
    over=st.sampled_from(["", "province"]),
    where=st.dictionaries(
        st.sampled_from(["province", "occupation"]), st.lists(NAMES, max_size=3, unique=True)
    ),
    period=st.sampled_from(
        ["2021", "2021-07", "2021-Q3", "latest-year", "last-12-months", "2015..2021", "2015.."]
    ),
    measure=st.sampled_from(["", *Measure]),
    says=st.sampled_from(["", *Wording]),
    residual=st.sampled_from(["", "in", "out"]),
    top=st.sampled_from(["", "10", "many"]),
)
def test_an_address_and_what_it_asks_lead_to_each_other(
    show, over, where, period, measure, says, residual, top
):
    given_ = {f"where.{name}": members for name, members in where.items()} | {
        name: [value]
        for name, value in {
            "show": show.value, "over": over, "period": period, "measure": measure, "residual": residual,
            "top": top, "says": says, "threshold": "2.5", "depth": "all", "small_below": "7",
            "against.as_of": "1", "of.province": "_T", "against.period": "previous", "as_of": "2",
        }.items()
    }  # fmt: skip
    asked = read(given_, SLUG)
    assert read(parse_qs(write(asked)), SLUG) == asked


SHOWN = {
    "ranking": Show.RANKING, "figure": Show.FIGURE, "table": Show.TABLE, "series": Show.TABLE,
    "statement": Show.STATEMENT,
}  # fmt: skip


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(questions())
def test_every_question_that_parameters_can_say_is_read_from_its_address(question):
    asked = asked_of(question, SHOWN.get(question.kind, Show.TABLE))
    assume(question.kind in SHOWN and sayable(asked))
    assert parse(read(parse_qs(write(asked)), question.dataset).raw) == question


def test_a_form_and_an_address_say_the_same():
    form = of(
        "show=table&over=province&by=period&where.occupation=2174;4011&where.province=&period=range&at=2021"
        "&latest=year&last=12&of=month&from=2015&to=2021&measure=&top=&as_of=&residual=&ask=1"
    )
    assert write(form) == (
        "show=table&over=province&where.occupation=2174&where.occupation=4011&period=2015..2021"
    )


@pytest.mark.parametrize(
    ("fields", "period"),
    [
        ("period=one&at=2021-07&latest=year&last=3&of=month", "2021-07"),
        ("period=latest&latest=quarter&at=2021", {"latest": "quarter"}),
        ("period=last&last=3&of=month", {"last": 3, "of": "month"}),
        ("period=range&from=2015&to=", {"from": "2015"}),
        ("period=2024-to-06", "2024-to-06"),
    ],
)
def test_the_way_that_is_marked_names_the_period(fields, period):
    assert of(fields).raw["period"] == period


@pytest.mark.parametrize("text", ["latest-year", "last-12-months", "2015..2021", "2015..", "2021-Q3"])
def test_a_period_is_one_word(text):
    assert period_text(read_period(text)) == text


@pytest.mark.parametrize(
    ("query", "gone"),
    [
        ("show=figure&over=province&period=2021", "over"),
        ("show=ranking&over=province&by=occupation&period=2021", "by"),
        ("show=line&period=2021&top=5", "top"),
        ("show=ranking&over=province&period=2021&of.province=_T", "of"),
        ("show=table&over=province&period=2021&against.period=2019", "against"),
        ("show=table&over=province&period=2021&says=rises", "says"),
        ("show=statement&over=province&period=last-3-years", "over"),
        ("show=bar&over=province&period=2021&small_below=5", "small_below"),
        ("show=ranking&over=province&period=2021&measure=rank", "measure"),
    ],
)
def test_what_does_not_belong_to_the_kind_of_result_is_left_away(query, gone):
    assert gone not in of(query).raw


def test_choices_that_there_are_not_are_remembered():
    asked = of("show=pie&residual=maybe&over=province")
    assert (asked.show, asked.residual) == (Show.RANKING, Residual.USUAL)
    assert asked.unknown == {"show": "pie", "residual": "maybe"}


def test_the_same_shown_otherwise_keeps_what_belongs_to_it():
    asked = of("show=table&over=province&by=occupation&period=2021")
    assert asked.but(Show.RANKING).raw == {
        "dataset": SLUG, "kind": "ranking", "over": "province", "period": "2021",
    }  # fmt: skip
    assert asked.with_members("province", ["ON"]).where == {"province": ["ON"]}
    assert "where" not in asked.with_members("province", ["ON"]).with_members("province", []).raw


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("show=statement&period=last-12-months", "highest_since"),
        ("show=statement&period=last-12-months&says=rises&threshold=5", "rises"),
        ("show=statement&period=last-12-months&says=first_above&threshold=50,5", {"first_above": 50.5}),
        ("show=statement&period=last-12-months&says=first_above&threshold=many", {"first_above": "many"}),
    ],
)
def test_what_is_said_takes_a_number_only_where_it_needs_one(query, says):
    assert of(query).raw["says"] == says


def test_a_day_takes_the_place_of_an_edition():
    assert of("show=figure&period=2021&as_of=2&as_of_date=2024-07-01").raw["as_of"] == "2024-07-01"
