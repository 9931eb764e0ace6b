"""Decisions in the admin: asked about on a page, done by a POST, by people who may, and logged."""

from __future__ import annotations

import pytest

from stats.models import Dataset, Decision, Edition
from tests.stats.admin.conftest import release


def address(edition: Edition, what: str = "change") -> str:
    return f"/admin/stats/edition/{edition.pk}/{what}/"


def state(edition: Edition) -> str:
    return Edition.objects.get(pk=edition.pk).state


def in_force() -> int | None:
    edition = Dataset.objects.get().in_force
    return edition.number if edition else None


def test_a_waiting_edition_is_accepted_with_a_note(desk, imported):
    edition = imported(desk, release())
    assert in_force() is None
    asked = desk.get(address(edition, "accept")).content.decode()
    assert "Readers will see these figures" in asked
    assert state(edition) == "waiting"
    shown = desk.post(address(edition, "accept"), {"note": " Checked. "}, follow=True).content.decode()
    assert "Accepted: this edition is in force." in shown
    assert "Checked." in shown
    decision = Decision.objects.get()
    assert (decision.verdict, decision.note, decision.by.get_username()) == ("accepted", "Checked.", "desk")
    assert (state(edition), in_force()) == ("in_force", 1)


def test_a_waiting_edition_is_refused(desk, imported):
    edition = imported(desk, release())
    desk.post(address(edition, "refuse"), {"note": "Half of it is missing"})
    assert (state(edition), in_force()) == ("refused", None)
    assert "Half of it is missing" in desk.get(address(edition)).content.decode()


def test_a_waiting_edition_is_held_with_a_reason(desk, imported):
    edition = imported(desk, release())
    assert "required" in desk.get(address(edition, "hold")).content.decode()
    assert "needs a note" in desk.post(address(edition, "hold"), {"note": " "}, follow=True).content.decode()
    shown = desk.post(
        address(edition, "hold"), {"note": "Asked the department"}, follow=True
    ).content.decode()
    assert "Held by desk since" in shown
    assert "Asked the department" in shown
    assert [choice.name for choice in desk.get(address(edition)).context["choices"]] == [
        "accept",
        "hold",
        "refuse",
    ]
    desk.post(address(edition, "accept"))
    assert state(edition) == "in_force"
    assert "Held by desk since" not in desk.get(address(edition)).content.decode()


def test_why_the_rule_left_an_edition_is_said_until_somebody_decides(desk, imported):
    imported(desk, release(), accept=True)
    Dataset.objects.update(alone_kinds=["revision"])
    edition = imported(desk, release(until=4))
    assert "It waits:" in desk.get(address(edition)).context["left"]
    desk.post(address(edition, "accept"))
    assert desk.get(address(edition)).context["left"] == ""


def test_taking_back_lets_the_edition_before_count_again(desk, imported):
    imported(desk, release(), accept=True)
    second = imported(desk, release(until=4), accept=True)
    assert in_force() == 2
    desk.post(address(second, "take_back"))
    assert (state(second), in_force()) == ("taken_back", 1)
    desk.post(address(second, "accept"))
    assert (state(second), in_force()) == ("in_force", 2)


@pytest.mark.parametrize("what", ["accept", "hold", "refuse", "take_back"])
def test_who_may_not_decide_is_shown_no_button_and_turned_away(importer, imported, what):
    edition = imported(importer, release())
    assert b"stats-choices" not in importer.get(address(edition)).content
    assert importer.get(address(edition, what)).status_code == 403
    assert importer.post(address(edition, what)).status_code == 403
    assert state(edition) == "waiting"


def test_what_is_not_possible_is_an_error_in_words(desk, imported):
    first = imported(desk, release(), accept=True)
    imported(desk, release(until=4))
    said = desk.post(address(first, "take_back"), follow=True).content.decode()
    assert "edition 2: decide about that one first" in said
    assert state(first) == "in_force"
    assert "not possible" in desk.get(address(first, "take_back")).content.decode()


def test_an_edition_can_be_neither_edited_nor_deleted(desk, imported):
    edition = imported(desk, release())
    assert desk.post(address(edition), {"number": 9}).status_code == 403
    assert desk.post(address(edition, "delete")).status_code == 403
    assert desk.get("/admin/stats/edition/add/").status_code == 403
