"""Questions through the API: the answer is that of `ask`, and what is wrong is a problem, never a fault."""

import json

import pytest
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from stats.queries.asking import ask
from stats.questions import KEYS, parse
from tests.articles.permits import make_permits
from tests.stats.api.client import get, post, problem

pytestmark = pytest.mark.django_db

YEAR = {"year": 2021}
QUESTIONS = [
    {"dataset": "permits", "period": YEAR},
    {"dataset": "permits", "kind": "figure", "where": {"province": "Québec"}, "period": {"month": "2021-07"}},
    {"dataset": "permits", "kind": "ranking", "over": "occupation", "period": YEAR, "top": 2},
    {"dataset": "permits", "kind": "table", "over": "province", "period": {"last": 3, "of": "month"}},
    {"dataset": "permits", "kind": "table", "over": "province", "by": "occupation", "period": YEAR},
    {"dataset": "permits", "kind": "series", "period": {"from": "2021-01", "to": "2021-12"}},
    {"dataset": "permits", "measure": "share", "where": {"province": "ON"}, "period": YEAR},
    {"dataset": "permits", "measure": "percent_change", "period": {"month": "2022-06"}},
    {
        "dataset": "permits",
        "measure": "rank",
        "over": "province",
        "where": {"province": "ON"},
        "period": YEAR,
    },
    {
        "dataset": "permits",
        "kind": "ranking",
        "over": "province",
        "period": {"month": "2022-06"},
        "against": {"period": "year_before"},
        "small_below": 20,
    },
    {"dataset": "permits", "kind": "statement", "says": "rises", "period": {"last": 6, "of": "month"}},
    {
        "dataset": "permits",
        "kind": "statement",
        "says": {"first_above": 100},
        "period": {"last": 6, "of": "month"},
    },
]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: json.dumps(q)[22:60])
def test_the_answer_is_that_of_ask(question):
    """Exactly, by POST and by GET."""
    make_permits()
    expected = ask(parse(question)).as_json()
    assert post(question).json() == expected
    response = get("ask", q=json.dumps(question, ensure_ascii=False))
    assert response.json() == expected
    assert response["Content-Type"] == "application/json"


def test_an_answer_that_is_known_is_not_sent_again():
    """As long as all of it is the same, labels included."""
    dataset = make_permits()
    question = json.dumps(QUESTIONS[0])
    first = get("ask", q=question)
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    for known in (first["ETag"], f'"x", W/{first["ETag"]}', "*"):
        again = _asked_with(known, question)
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    dataset.title_en = "Another title"
    dataset.save()
    assert _asked_with(first["ETag"], question).status_code == 200


def _asked_with(known: str, question: str):
    return Client().get("/api/v1/ask", {"q": question}, headers={"If-None-Match": known})


@pytest.mark.parametrize(
    ("question", "field", "accepted"),
    [
        ({"dataset": "permit", "period": YEAR}, "dataset", ["permits"]),
        ({"dataset": "permits", "period": YEAR, "kin": "figure"}, "kin", ["kind"]),
        ({"dataset": "permits", "period": {"month": "2021-13"}}, "period.month", []),
        (
            {"dataset": "permits", "period": YEAR, "where": {"province": "Ontaria"}},
            "where.province",
            ["Ontario"],
        ),
        ({"dataset": "permits", "period": YEAR, "as_of": 9}, "as_of", ["1"]),
    ],
)
def test_a_question_that_cannot_be_asked(question, field, accepted):
    """The problem names the place in the question, and the nearest valid value."""
    make_permits()
    for response in (post(question), get("ask", q=json.dumps(question))):
        found = problem(response, 400)
        assert (found["type"], found["field"]) == ("urn:stet:problem:question", field)
        assert found["accepted"] == accepted
        assert found["detail"]


def test_no_question_at_all():
    """The parameter is named."""
    assert problem(get("ask"), 400)["field"] == "q"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b"\x00",
        b"\xff\xfe",
        b"[" * 200_000,
        b'{"dataset": ' * 40_000,
        b'{"dataset": "permits", "period": {"year": ' + b"9" * 10_000 + b"}}",
        b'{"dataset": "permits", "period": {"year": 1e999}}',
        b'{"dataset": "permits", "period": {"year": NaN}}',
        b'{"dataset": "permits", "period": {"year": -1}}',
        b'{"dataset": "permits", "period": {"last": 10000000000, "of": "month"}}',
        b'{"dataset": "permits", "period": {"year": 2021}, "as_of": 99999999999999999999}',
        b'{"dataset": "permits", "period": {"year": 2021}, "as_of": "0001-01-01"}',
        b'{"dataset": "permits\\u0000", "period": {"year": 2021}}',
        b'{"dataset": "\\ud800", "period": {"year": 2021}}',
        b'{"dataset": "permits", "\\ud800": 1, "period": {"year": 2021}}',
        b'{"dataset": "permits", "where": {"\\ud800": "x"}, "period": {"year": 2021}}',
        b'{"dataset": "permits", "where": {"province": "\\u0000"}, "period": {"year": 2021}}',
        b'{"dataset": "permits", "where": {"province": "\\ud83d\\ude00"}, "period": {"year": 2021}}',
        b'{"dataset": {"a": [1]}, "period": {"year": 2021}}',
        b'{"dataset": "permits", "where": [[1]], "period": []}',
        b'{"dataset": "permits", "where": {"province": [[]]}, "period": {"year": 2021}}',
    ],
    ids=lambda body: body[:60].decode("latin-1").replace("\0", "NUL"),
)
def test_bodies_that_are_no_question(body):
    """Deep, long, huge, odd: a problem each time."""
    make_permits()
    problem(post(body), 400)
    problem(get("ask", q=body.decode("latin-1")), 400)


def test_the_end_of_time():
    """A date as far away as dates go: what is in force then is in force now."""
    make_permits()
    response = post({"dataset": "permits", "period": YEAR, "as_of": "9999-12-31"})
    problem(response, 400)  # no decision about the edition was ever logged


def test_a_body_that_is_too_large():
    """No more of it is read than a question may have."""
    problem(post(b" " * (512 * 1024 + 1)), 413)


def test_a_body_that_is_not_json(client):
    """By its content type."""
    problem(client.post("/api/v1/ask", {"dataset": "permits"}), 415)
    problem(client.post("/api/v1/ask", b"<q/>", content_type="text/xml"), 415)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["province", "ON"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text() | st.sampled_from(KEYS), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(KEYS), _JSON), st.sampled_from(QUESTIONS))
@hypothesis_settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_question_is_a_fault(permits, changes, question):
    """Whatever stands under its keys: an answer or a problem."""
    response = post(question | changes)
    if response.status_code != 200:
        problem(response, 400)


@pytest.fixture
def permits():
    """The dataset that questions are about."""
    return make_permits()
