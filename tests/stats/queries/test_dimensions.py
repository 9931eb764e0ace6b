"""Dimensions and members: made once of the same rows, and never out of date."""

import pytest
from django.db import transaction

from stats.codebook import Role
from stats.labels import Label
from stats.models import Alias, Dataset, Member
from stats.periods import month
from stats.queries.codebooks import codebook
from tests.stats.factories import EVENTS, figures_of, import_odp

pytestmark = pytest.mark.django_db
SMALL = figures_of({"India": [5, None, 10], "France": [10, 0, 5]})


def india():
    """The member as a question sees it now."""
    return codebook(EVENTS).dimensions[0].by_code["india"]


def test_the_same_rows_give_the_same_members():
    import_odp(SMALL)
    assert codebook(EVENTS).dimensions[0] is codebook(EVENTS).dimensions[0]


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        ({"label_en": "Bharat"}, lambda dimension: dimension.by_code["india"].label.en == "Bharat"),
        ({"label_fr": "Bharat"}, lambda dimension: dimension.by_code["india"].label.fr == "Bharat"),
        ({"code": "IN"}, lambda dimension: "IN" in dimension.by_code and "india" not in dimension.by_code),
        ({"role": Role.OTHER}, lambda dimension: dimension.by_code["india"].role is Role.OTHER),
        ({"position": 0}, lambda dimension: dimension.members[0].code == "india"),
    ],
    ids=["English", "French", "code", "role", "position"],
)
def test_whatever_is_changed_about_a_member_is_seen_at_once(change, seen):
    """By a queryset, which sends no signal, and in the transaction that changes it."""
    import_odp(SMALL)
    assert not seen(codebook(EVENTS).dimensions[0])
    with transaction.atomic():
        Member.objects.filter(code="india").update(**change)
        assert seen(codebook(EVENTS).dimensions[0])
    assert seen(codebook(EVENTS).dimensions[0])


def test_what_is_rolled_back_was_never_there():
    import_odp(SMALL)
    with transaction.atomic():
        Member.objects.filter(code="india").update(label_en="Bharat")
        assert india().label.en == "Bharat"
        transaction.set_rollback(True)
    assert india().label == Label("India", "Inde")


def test_aliases_come_and_go():
    import_odp(SMALL)
    alias = Alias.objects.create(member=Member.objects.get(code="india"), text="Bharat")
    assert india().aliases == ("Bharat",)
    alias.delete()
    assert india().aliases == ()


def test_a_dimension_is_renamed_and_a_member_deleted():
    import_odp(SMALL)
    dimension = Dataset.objects.get(slug=EVENTS).dimensions.get()
    dimension.label_en = "Nationality"
    dimension.save()
    assert codebook(EVENTS).dimensions[0].label.en == "Nationality"
    Member.objects.filter(code="france").delete()
    assert [m.code for m in codebook(EVENTS).dimensions[0].members] == ["india"]


def test_an_edition_has_the_members_that_it_brought():
    import_odp(SMALL)
    import_odp(SMALL | {("Chad", month(2024, 4)): 5, ("India", month(2024, 4)): 5})
    assert "chad" not in codebook(EVENTS, 1).dimensions[0].by_code
    assert "chad" in codebook(EVENTS, 2).dimensions[0].by_code
    assert codebook(EVENTS, 1).dimensions[0].total.code == "_T"
