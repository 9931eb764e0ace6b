"""Questions: one canonical form, and a refusal with its place for everything else."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stats.questions import Question, QuestionError, parse, parse_text
from tests.stats.questions.drawn import questions

FIGURE = {"dataset": "permits", "period": 2021}
RANKING = FIGURE | {"kind": "ranking", "over": "province"}
TABLE = RANKING | {"kind": "table"}
SERIES = FIGURE | {"kind": "series"}


@given(questions())
def test_the_canonical_form_reads_back(question):
    assert parse(question.as_json()) == question
    assert parse_text(question.key) == question
    assert parse(question.as_json()).key == question.key


@given(questions(), st.randoms())
def test_the_order_of_keys_makes_no_difference(question, chance):
    items = list(question.as_json().items())
    chance.shuffle(items)
    assert parse(dict(items)).key == question.key


nested = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from([*TABLE, "where", "by", "top", "as_of", "measure", "of", "against"]), nested
    )
)
def test_whatever_comes_is_a_question_or_refused(raw):
    with suppress(QuestionError):
        assert isinstance(parse(raw), Question)


@given(
    questions(), st.sampled_from(["period", "where", "against", "exclude", "kind", "over", "as_of"]), nested
)
def test_a_question_with_one_odd_value_is_still_read_or_refused(question, key, value):
    with suppress(QuestionError):
        assert isinstance(parse(question.as_json() | {key: value}), Question)


@pytest.mark.parametrize(
    ("raw", "path", "accepted"),
    [
        ([], "", None),
        ({}, "dataset", None),
        (FIGURE | {"periode": 1}, "periode", "period"),
        (FIGURE | {"kind": "rank"}, "kind", "ranking"),
        (FIGURE | {"kind": ["figure"]}, "kind", "figure"),
        (FIGURE | {"kind": "ranking"}, "over", None),
        (FIGURE | {"over": "province"}, "over", None),
        (RANKING | {"by": "period"}, "by", None),
        (TABLE | {"by": "province"}, "by", None),
        (FIGURE | {"measure": "shares"}, "measure", "share"),
        (FIGURE | {"of": {}}, "of", "against"),
        (FIGURE | {"against": {"as_of": 1}}, "against", None),
        (SERIES | {"measure": "rank"}, "measure", "value"),
        (FIGURE | {"measure": "rank"}, "over", None),
        (FIGURE | {"measure": "index"}, "against", None),
        (FIGURE | {"measure": "index", "against": {"as_of": 1}}, "against.period", None),
        (FIGURE | {"measure": "index", "against": {"period": "previous"}}, "against.period", None),
        (RANKING | {"against": {"where": {"province": "ON"}}}, "against.where", "against.period"),
        (SERIES | {"small_below": 5}, "small_below", None),
        (RANKING | {"small_below": 0}, "small_below", None),
        (SERIES | {"says": "rises"}, "says", None),
        (SERIES | {"kind": "statement"}, "says", None),
        (SERIES | {"kind": "statement", "says": "rise"}, "says", "rises"),
        (SERIES | {"kind": "statement", "says": {"first_abov": 5}}, "says", "first_above"),
        (SERIES | {"kind": "statement", "says": "first_above"}, "says.first_above", None),
        (SERIES | {"kind": "statement", "says": {"rises": 3}}, "says", "rises"),
        (SERIES | {"kind": "statement", "says": {"first_above": "many"}}, "says.first_above", None),
        (FIGURE | {"measure": "ratio"}, "against", None),
        (FIGURE | {"measure": "change", "against": {}}, "against", "where"),
        (FIGURE | {"measure": "change", "against": {"where": {}}}, "against", "where"),
        (FIGURE | {"measure": "change", "against": {"when": 1}}, "against.when", "where"),
        (
            FIGURE | {"measure": "change", "against": {"period": {"last": 2, "of": "year"}}},
            "against.period.last",
            None,
        ),
        (FIGURE | {"top": 3}, "top", None),
        (RANKING | {"top": 0}, "top", None),
        (RANKING | {"top": True}, "top", None),
        (RANKING | {"top": 1001}, "top", None),
        (RANKING | {"top": 2.0}, "top", None),
        (FIGURE | {"exclude": ["Other"]}, "exclude", None),
        (FIGURE | {"exclude": {"province": "ON"}}, "exclude", None),
        (RANKING | {"exclude": 5}, "exclude", None),
        (FIGURE | {"where": ["ON"]}, "where", None),
        (FIGURE | {"where": {"province": []}}, "where.province", None),
        (FIGURE | {"where": {"province": 35}}, "where.province", None),
        (FIGURE | {"where": {"province": [["ON"]]}}, "where.province", None),
        (FIGURE | {"where": {"": "ON"}}, "where", None),
        (FIGURE | {"where": {"province": ["x"] * 1001}}, "where.province", None),
        (FIGURE | {"dataset": ""}, "dataset", None),
        (FIGURE | {"dataset": "a\0b"}, "dataset", None),
        (FIGURE | {"dataset": "a\ud800"}, "dataset", None),
        (FIGURE | {"dataset": "x" * 1_000_000}, "dataset", None),
        (FIGURE | {"as_of": "yesterday"}, "as_of", None),
        (FIGURE | {"as_of": 0}, "as_of", None),
        (FIGURE | {"as_of": "9999-12-31"}, "as_of", None),
        (FIGURE | {"as_of": 1.5}, "as_of", None),
        ({"dataset": "permits"}, "period", '{"year": 2021}'),
        (FIGURE | {"period": "2021-13"}, "period", None),
        (FIGURE | {"period": True}, "period", '{"year": 2021}'),
        (FIGURE | {"period": []}, "period", '{"year": 2021}'),
        (FIGURE | {"period": {}}, "period", '{"year": 2021}'),
        (FIGURE | {"period": {"yaer": 2021}}, "period.yaer", "year"),
        (FIGURE | {"period": {"year": "2021"}}, "period.year", None),
        (FIGURE | {"period": {"year": 2021, "month": "2021-07"}}, "period", None),
        (FIGURE | {"period": {"month": "2021"}}, "period.month", None),
        (FIGURE | {"period": {"quarter": "2021-07"}}, "period.quarter", None),
        (FIGURE | {"period": {"to_date": "2021"}}, "period.to_date", None),
        (FIGURE | {"period": {"latest": "week"}}, "period.latest", "month"),
        (FIGURE | {"period": {"last": 3, "of": "month"}}, "period.last", None),
        (FIGURE | {"period": {"from": "2021"}}, "period.from", None),
        (TABLE | {"by": "occupation", "period": {"last": 3, "of": "month"}}, "period.last", None),
        (SERIES | {"period": {"last": 0, "of": "month"}}, "period.last", None),
        (SERIES | {"period": {"from": {}}}, "period.from", "2021"),
        (SERIES | {"period": {"from": "2021", "to": "2020"}}, "period.to", None),
        (SERIES | {"period": {"from": "2021", "to": "2021-07"}}, "period.to", None),
        (SERIES | {"period": {"from": "2021-to-06"}}, "period.from", None),
    ],
)
def test_what_cannot_be_asked_is_refused_where_it_stands(raw, path, accepted):
    with pytest.raises(QuestionError) as caught:
        parse(raw)
    assert caught.value.path == path
    assert len(str(caught.value)) < 600
    if accepted:
        assert accepted in caught.value.accepted


@pytest.mark.parametrize(
    "text",
    ["", "{", "nonsense", "[" * 100_000, '{"a":' * 50_000, "1" * 5000, "\0", "NaN", '"text"', "null"],
    ids=["empty", "open", "words", "deep list", "deep object", "huge number", "NUL", "NaN", "string", "null"],
)
def test_text_that_is_no_question_is_refused(text):
    with pytest.raises(QuestionError) as caught:
        parse_text(text)
    assert caught.value.path == ""
    assert len(str(caught.value)) < 600


def test_huge_and_deep_values_are_shown_short():
    deep = "x"
    for _ in range(500):
        deep = [deep]
    for value in (deep, "x" * 10**6, {"a": "b" * 10**6}, 10**4000):
        with pytest.raises(QuestionError) as caught:
            parse(FIGURE | {"period": value})
        assert len(str(caught.value)) < 600


def test_names_are_kept_once_and_without_blanks_around():
    question = parse(FIGURE | {"where": {" province ": ["ON", " ON", "QC"]}})
    assert question.where == {"province": ("ON", "QC")}


def test_one_member_needs_no_list_and_a_list_of_names_leaves_out_listed_members():
    question = parse(RANKING | {"where": {"occupation": "2174"}, "exclude": "Ontario"})
    assert question.as_json()["where"] == {"occupation": "2174"}
    assert question.exclude == {"province": ("Ontario",)}
    assert parse(RANKING | {"exclude": []}).exclude == {}
    assert parse(RANKING).exclude is None


def test_the_last_one_is_the_latest():
    assert parse(FIGURE | {"period": {"last": 1, "of": "month"}}) == parse(
        FIGURE | {"period": {"latest": "month"}}
    )


def test_a_table_lies_across_periods_unless_told_otherwise():
    assert parse(TABLE).by == "period"
    assert json.loads(parse(TABLE).key)["by"] == "period"
