"""The description of the API is kept as a file, and says what the API does."""

import json

import pytest
from django.conf import settings

from stats.api.question import SCHEMA
from stats.questions import KEYS
from tests.articles.permits import make_permits
from tests.stats.api import openapi
from tests.stats.api.client import get, post
from tests.stats.api.test_asking import QUESTIONS

SNAPSHOT = settings.BASE_DIR / "docs" / "openapi.yaml"


def test_the_kept_description_is_that_of_the_code():
    """`python manage.py spectacular --file docs/openapi.yaml` writes it anew."""
    assert SNAPSHOT.read_text("utf-8") == openapi.as_text()


def test_the_grammar_of_questions_names_all_keys():
    """And no other ones."""
    assert tuple(SCHEMA["properties"]) == KEYS


@pytest.mark.django_db
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: json.dumps(q)[22:60])
def test_answers_are_as_described(question):
    """Every key that is sent is described, every key that is required is sent, and so is the question."""
    make_permits()
    answer = post(question).json()
    openapi.check("Answer", answer)
    openapi.check("Question", question)
    openapi.check("Question", answer["question"])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "component"),
    [
        ("datasets/", "PaginatedDatasetList"),
        ("datasets/permits/", "DatasetDetail"),
        ("datasets/permits/editions/", "PaginatedEditionList"),
        ("datasets/permits/editions/1/", "Edition"),
        ("datasets/permits/dimensions/province/members/", "PaginatedMemberList"),
        ("datasets/nothing/", "Problem"),
        ("ask", "Problem"),
    ],
)
def test_responses_are_as_described(path, component):
    """Likewise."""
    make_permits()
    openapi.check(component, get(path).json())
