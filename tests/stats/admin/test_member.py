"""Members in the admin: found by any of their names, renamed without being lost."""

from __future__ import annotations

import pytest

from stats.models import Alias, Member
from tests.stats.admin.conftest import release


@pytest.fixture
def france(desk, imported) -> Member:
    imported(desk, release(), accept=True)
    return Member.objects.get(label_en="France")


def found(client, text: str) -> set[str]:
    results = client.get("/admin/stats/member/", {"q": text}).context["cl"].result_list
    return {member.label_en for member in results}


def rename(client, member: Member, name: str):
    return client.post(
        f"/admin/stats/member/{member.pk}/change/",
        {
            "label_en": name,
            "label_fr": member.label_fr,
            "role": member.role,
            "aliases-TOTAL_FORMS": "0",
            "aliases-INITIAL_FORMS": "0",
        },
        follow=True,
    )


def test_a_member_is_found_by_label_code_and_alias(desk, france):
    Alias.objects.create(member=france, text="French Republic")
    assert found(desk, "fran") == {"France"}
    assert found(desk, "republic") == {"France"}
    assert found(desk, "chili") == {"Chile"}
    assert found(desk, france.code) == {"France"}


def test_a_renamed_member_is_still_found_by_the_next_edition(desk, france, imported):
    chile = Member.objects.get(label_en="Chile")
    said = rename(desk, chile, "The Long Country").content.decode()
    assert "kept as an alias" in said
    assert Alias.objects.get().text == "Chile"
    edition = imported(desk, release(until=4))
    assert not edition.findings
    assert Member.objects.filter(dimension=chile.dimension).count() == len(
        ("all", "Brazil", "Chile", "France")
    )


def test_members_are_neither_added_nor_deleted_by_hand(desk, france):
    assert desk.get("/admin/stats/member/add/").status_code == 403
    assert desk.post(f"/admin/stats/member/{france.pk}/delete/", {"post": "yes"}).status_code == 403


def test_who_only_looks_changes_nothing(reader, desk, france):
    rename(reader, france, "Frankreich")
    france.refresh_from_db()
    assert france.label_en == "France"
    assert reader.get("/admin/stats/member/import/").status_code == 403


def test_dimensions_are_filtered_by_name(desk, france):
    shown = desk.get("/admin/stats/member/?dimension_slug=citizenship").context["cl"].result_list
    assert france in shown
