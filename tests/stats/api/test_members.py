"""Members of a dimension through the API."""

import pytest

from stats.models import Alias, Member
from tests.articles.permits import make_permits
from tests.stats.api.client import get, problem

pytestmark = pytest.mark.django_db

OCCUPATIONS = "datasets/permits/dimensions/occupation/members/"


def _codes(**parameters: str) -> list[str]:
    return [member["code"] for member in get(OCCUPATIONS, **parameters).json()["results"]]


def test_all_members_the_total_first():
    """With both names, their role and what they are a part of."""
    make_permits()
    found = get(OCCUPATIONS).json()
    assert [member["code"] for member in found["results"]] == ["_T", "2174", "4011", "5241", "9462", "other"]
    assert found["results"][2] == {
        "code": "4011",
        "label": {
            "en": "University professors and lecturers",
            "fr": "Professeurs/professeures d’université",
        },
        "role": "member",
        "parent": None,
    }
    assert [member["role"] for member in found["results"]][::5] == ["total", "other"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("4011", ["4011"]),
        ("PROFESS", ["4011", "other"]),
        ("d'universite", ["4011"]),
        ("teachers", ["4011"]),
        ("9462 Industrial", []),
        ("\0", []),
        ("%_", []),
        ("  graphic ", ["5241"]),
    ],
)
def test_members_are_found_by_parts_of_all_their_names(text, codes):
    """Capitals and accents make no difference; a match does not run from one name into another."""
    make_permits()
    Alias.objects.create(member=Member.objects.get(code="4011"), text="University teachers")
    assert _codes(q=text) == codes


def test_a_search_goes_on_in_pages():
    """The next page keeps the text."""
    make_permits()
    page = get(OCCUPATIONS, q="profess", page_size="1").json()
    assert (page["count"], page["results"][0]["code"]) == (2, "4011")
    assert "q=profess" in page["next"]


def test_a_dimension_that_is_not_there():
    """Those there are are named."""
    make_permits()
    found = problem(get("datasets/permits/dimensions/colour/members/"), 404)
    assert (found["field"], found["accepted"]) == ("dimension", ["province", "occupation"])
    near = problem(get("datasets/permits/dimensions/occupations/members/"), 404)
    assert near["accepted"] == ["occupation"]
