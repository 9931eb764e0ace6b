"""Deciding: which moves there are between the states of an edition, and that each one is logged."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model

from stats.findings import Refused
from stats.ingest.decide import accept, hold, refuse_edition, take_back
from stats.models import Cell, Dataset, Decision, Edition, Rollup
from stats.periods import month
from stats.queries.asking import ask
from stats.questions import parse
from stats.signals import edition_in_force
from tests.stats.factories import EVENTS, figures_of, import_odp

pytestmark = pytest.mark.django_db
SMALL = figures_of({"India": [5, None, 10], "France": [10, 0, 5], "Brazil": [15, 5, 5]})


def revised(number):
    return SMALL | {("India", month(2024, 3)): number}


def edition(number):
    return Edition.objects.get(dataset__slug=EVENTS, number=number)


def states():
    return [e.state for e in Edition.objects.order_by("number")]


def in_force():
    found = Dataset.objects.get(slug=EVENTS).in_force
    return found.number if found else None


def log():
    return [(d.edition.number, d.verdict, d.in_force_after) for d in Decision.objects.order_by("id")]


def test_the_whole_way_of_an_edition():
    import_odp(SMALL)
    import_odp(revised(25), accept=False)
    accept(edition(2))
    assert (states(), in_force()) == (["superseded", "in_force"], 2)
    take_back(edition(2))
    assert (states(), in_force()) == (["in_force", "taken_back"], 1)
    accept(edition(2))
    assert (states(), in_force()) == (["superseded", "in_force"], 2)
    take_back(edition(2))
    refuse_edition(edition(2))
    assert (states(), in_force()) == (["in_force", "refused"], 1)
    assert log() == [
        (1, "accepted", 1),
        (2, "accepted", 2),
        (2, "taken_back", 1),
        (2, "accepted", 2),
        (2, "taken_back", 1),
        (2, "refused", 1),
    ]


def test_the_first_edition_taken_back_leaves_none_in_force():
    import_odp(SMALL)
    take_back(edition(1))
    assert (states(), in_force()) == (["taken_back"], None)
    accept(edition(1))
    assert in_force() == 1


@pytest.mark.parametrize(
    ("verb", "accepted", "said"),
    [
        (accept, True, "only a waiting edition can be accepted"),
        (refuse_edition, True, "only a waiting edition can be refused"),
        (take_back, False, "only the edition in force can be taken back"),
    ],
)
def test_moves_that_there_are_not_are_refused_and_change_nothing(verb, accepted, said):
    import_odp(SMALL, accept=accepted)
    before = (states(), in_force(), log())
    with pytest.raises(Refused, match=said):
        verb(edition(1))
    assert (states(), in_force(), log()) == before


def test_an_edition_is_decided_about_once():
    import_odp(SMALL, accept=False)
    refuse_edition(edition(1))
    for verb in (accept, refuse_edition, take_back):
        with pytest.raises(Refused):
            verb(edition(1))


def test_a_stale_object_decides_nothing():
    import_odp(SMALL, accept=False)
    stale = edition(1)
    refuse_edition(edition(1))
    with pytest.raises(Refused):
        accept(stale)


def test_an_edition_below_one_that_waits_is_not_decided_about():
    import_odp(SMALL)
    import_odp(revised(25), accept=False)
    with pytest.raises(Refused, match="decide about that one first"):
        take_back(edition(1))


def test_a_held_edition_says_who_holds_it_and_why_and_can_be_accepted_later():
    desk = get_user_model().objects.create(username="desk")
    import_odp(SMALL)
    import_odp(revised(25), accept=False)
    hold(edition(2), by=desk, note="Quebec looks odd.")
    held = edition(2).hold
    assert (held.by, held.decider, held.note, held.in_force_after) == (desk, "desk", "Quebec looks odd.", 1)
    assert list(Edition.objects.held()) == [edition(2)]
    assert not Edition.objects.to_decide().exists()
    assert (states(), in_force()) == (["in_force", "waiting"], 1)
    accept(edition(2))
    assert (edition(2).hold, in_force()) == (None, 2)


def test_a_hold_says_why():
    import_odp(SMALL, accept=False)
    with pytest.raises(Refused, match="a note"):
        hold(edition(1), note="  ")
    assert log() == []


def test_several_editions_are_taken_back_in_a_row_and_accepted_again_in_any_order():
    for number in (10, 25, 30):
        import_odp(revised(number))
    said = {1: rows_as_of(1), 2: rows_as_of(2), 3: rows_as_of(3)}
    for taken, back in ((3, 2), (2, 1)):
        take_back(edition(taken))
        assert (in_force(), rows_as_of(in_force())) == (back, said[back])
    assert states() == ["in_force", "taken_back", "taken_back"]
    accept(edition(3))
    assert (in_force(), rows_as_of(3)) == (3, said[3])
    take_back(edition(3))
    assert in_force() == 1
    accept(edition(2))
    accept(edition(3))
    take_back(edition(3))
    assert (in_force(), rows_as_of(2)) == (2, said[2])
    refuse_edition(edition(3))
    assert (in_force(), {n: rows_as_of(n) for n in (1, 2)}) == (2, {1: said[1], 2: said[2]})


def test_only_the_newest_is_refused():
    for number in (10, 25, 30):
        import_odp(revised(number))
    take_back(edition(3))
    take_back(edition(2))
    with pytest.raises(Refused, match="followed by edition 3"):
        refuse_edition(edition(2))


def rows_as_of(number):
    cells = Cell.objects.filter(since__lte=number, until__gt=number)
    rollups = Rollup.objects.filter(since__lte=number, until__gt=number)
    return [
        sorted(rows.values_list(*(f.attname for f in model._meta.fields if f.name not in ("id", "until"))))
        for rows, model in ((cells, Cell), (rollups, Rollup))
    ]


def test_the_log_says_who_when_and_why():
    desk = get_user_model().objects.create(username="desk")
    at = datetime(2025, 4, 1, 9, tzinfo=UTC)
    import_odp(SMALL, accept=False)
    accept(edition(1), by=desk, at=at, note="Checked with the department.")
    decision = Decision.objects.get()
    assert (decision.by, decision.at, decision.note) == (desk, at, "Checked with the department.")
    assert edition(1).in_force_since == at


def test_a_date_is_answered_by_the_edition_that_was_in_force_on_it():
    days = [datetime(2025, n, 15, 12, tzinfo=UTC) for n in (1, 2, 3, 4)]
    import_odp(SMALL, accept=False)
    accept(edition(1), at=days[0])
    import_odp(revised(25), accept=False)
    accept(edition(2), at=days[1])
    take_back(edition(2), at=days[2])
    refuse_edition(edition(2), at=days[2])
    import_odp(revised(30), accept=False)
    accept(edition(3), at=days[3])
    found = {}
    for as_of in ("2025-01-15", "2025-02-14", "2025-03-20", "2025-04-15", "2030-01-01"):
        question = {"dataset": EVENTS, "where": {"citizenship": "India"}, "period": "2024-03", "as_of": as_of}
        found[as_of] = ask(parse(question)).figure.value.number
    assert list(found.values()) == [10, 10, 10, 30, 30]
    with pytest.raises(ValueError, match="was in force on 2025-01-14"):
        ask(parse({"dataset": EVENTS, "period": "2024-03", "as_of": "2025-01-14"}))


def test_listeners_hear_of_each_move_after_it_is_committed(django_capture_on_commit_callbacks):
    heard = []

    def listen(sender, dataset, edition, **kwargs):
        heard.append((dataset, edition))

    edition_in_force.connect(listen)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            import_odp(SMALL)
            assert heard == []
        with django_capture_on_commit_callbacks(execute=True):
            take_back(edition(1))
    finally:
        edition_in_force.disconnect(listen)
    assert heard == [(EVENTS, 1), (EVENTS, None)]
