"""Datasets and dimensions through the API."""

import pytest

from stats.models import Dataset, Edition, EditionState
from tests.articles.permits import make_permits
from tests.stats.api.client import get, problem

pytestmark = pytest.mark.django_db


def test_datasets_are_listed_in_pages(django_assert_num_queries):
    """Each with what it measures and its edition in force, in two queries however many."""
    for slug in ("permits", "more", "still-more"):
        make_permits(slug)
    with django_assert_num_queries(2):
        page = get("datasets/", page_size="2").json()
    assert [dataset["slug"] for dataset in page["results"]] == ["more", "permits"]
    assert (page["count"], page["previous"]) == (3, None)
    assert page["next"] == "http://testserver/api/v1/datasets/?page=2&page_size=2"
    assert page["results"][1] == {
        "slug": "permits",
        "title": {
            "en": "Work permits by province and occupation",
            "fr": "Permis de travail selon la province et la profession",
        },
        "subject": "",
        "measures": "events",
        "counts": {
            "en": "Permits that took effect in the period.",
            "fr": "Permis entrés en vigueur dans la période.",
        },
        "unit": {"en": "permits", "fr": "permis"},
        "months_add": True,
        "members_add": True,
        "edition": 1,
        "covers_until": "2022-06",
    }


def test_a_dataset_has_dimensions():
    """And rounding, notes, and the edition that counts."""
    make_permits()
    found = get("datasets/permits/").json()
    assert found["dimensions"] == [
        {"slug": "province", "label": {"en": "Province", "fr": "Province"}},
        {"slug": "occupation", "label": {"en": "Occupation", "fr": "Profession"}},
    ]
    assert found["rounding"] == {"base": 5, "suppressed_from": 1, "suppressed_to": 4}
    assert (found["in_force"]["number"], found["notes"]) == (1, [])


def test_a_dataset_without_an_edition_in_force_is_not_there():
    """Readers do not see it; what is nearest is named."""
    make_permits()
    waiting = Dataset.objects.create(slug="waiting", title_en="Waiting", measures="events")
    Edition.objects.create(dataset=waiting, number=1, state=EditionState.WAITING)
    assert get("datasets/").json()["count"] == 1
    assert problem(get("datasets/waiting/"), 404)["detail"] == "'waiting' is not a dataset."
    found = problem(get("datasets/permit/"), 404)
    assert (found["field"], found["accepted"], found["type"]) == ("slug", ["permits"], "about:blank")


@pytest.mark.parametrize("page", ["0", "2", "-1", "x", "\0", "9" * 30, "9" * 5000, "1e3"])
def test_pages_that_are_not_there(page):
    """A problem, never a fault."""
    make_permits()
    problem(get("datasets/", page=page), 404)


@pytest.mark.parametrize("size", ["0", "x", "\0", "9" * 5000, "-3"])
def test_sizes_that_cannot_be_are_passed_over(size):
    """The usual one is taken, or the largest."""
    make_permits()
    assert get("datasets/", page_size=size).json()["count"] == 1
