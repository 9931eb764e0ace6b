"""The commands about editions: listing, comparing, deciding; JSON for scripts, errors that help."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from stats.models import Dataset, Decision
from tests.stats.factories import EVENTS, figures_of, import_odp

pytestmark = pytest.mark.django_db

FIRST = {"India": [100, 105, 110], "France": [40, 45, 50], "Brazil": [5, 10, 5]}


@pytest.fixture
def two_editions(data_dir):
    import_odp(figures_of(FIRST))
    import_odp(figures_of(FIRST | {"India": [100, 105, 120, 130]}), accept=False)


def said(*arguments, **options):
    out = io.StringIO()
    call_command(*arguments, stdout=out, **options)
    return out.getvalue()


def found(*arguments, **options):
    return json.loads(said(*arguments, json=True, **options))


def in_force():
    return Dataset.objects.get().in_force.number


@pytest.mark.usefixtures("two_editions")
def test_editions_are_listed_newest_first_with_what_each_changes():
    newest, first = found("editions", EVENTS)
    assert [(e["edition"], e["status"], e["covers_until"]) for e in (newest, first)] == [
        (2, "waiting", "2024-04"),
        (1, "in_force", "2024-03"),
    ]
    kinds = [(change["kind"], change["cells"]) for change in newest["classification"]]
    assert kinds == [("revision", 1), ("new_periods", 1)]
    assert newest["cells"]["revised"] == 1
    assert "revision: 1 of 9 cells moved in 2024-03" in said("editions", EVENTS)


@pytest.mark.usefixtures("two_editions")
def test_any_two_editions_are_compared_in_either_direction():
    there, back = found("compare", EVENTS, "1", "2"), found("compare", EVENTS, "2", "1")
    assert there["cells"] == {"new": 1, "revised": 1, "removed": 0, "unchanged": 8}
    assert back["cells"] == {"new": 0, "revised": 1, "removed": 1, "unchanged": 8}
    assert [c["kind"] for c in back["classification"]] == ["periods_gone", "revision"]
    assert found("compare", EVENTS, "2", "2")["classification"] == []


@pytest.mark.usefixtures("two_editions")
def test_what_waits_is_accepted_taken_back_and_refused_and_the_log_keeps_the_notes():
    assert found("accept", EVENTS, note="Checked.")["status"] == "in_force"
    assert in_force() == 2
    assert found("take_back", EVENTS, note="Too soon.")["status"] == "taken_back"
    assert in_force() == 1
    assert found("refuse", EVENTS, "2")["status"] == "refused"
    notes = list(Decision.objects.order_by("id").values_list("verdict", "note"))[-3:]
    assert notes == [("accepted", "Checked."), ("taken_back", "Too soon."), ("refused", "")]


@pytest.mark.usefixtures("two_editions")
def test_a_hold_says_what_it_waits_for():
    with pytest.raises(CommandError, match="needs a note"):
        call_command("hold", EVENTS)
    assert found("hold", EVENTS, note="IRCC is asked.")["status"] == "waiting"
    assert Decision.objects.latest("id").note == "IRCC is asked."


@pytest.mark.usefixtures("two_editions")
@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("accept", EVENTS, "9"), "9 is not an edition of 'imp-citizenship' with figures: one of 1, 2"),
        (("accept", EVENTS, "1"), "followed by edition 2"),
        (("compare", EVENTS, "1", "5"), "one of 1, 2 is expected"),
        (("editions", "imp-citizen"), "not a dataset here: one of imp-citizenship is expected"),
    ],
)
def test_what_is_not_possible_is_refused_with_what_would_be_accepted(arguments, named):
    with pytest.raises(CommandError, match=named):
        call_command(*arguments)


def test_nothing_waits(data_dir):
    import_odp(figures_of(FIRST))
    with pytest.raises(CommandError, match="no edition of 'imp-citizenship' is"):
        call_command("accept", EVENTS)
