"""`manage.py members`: what a waiting edition asks, and the answers."""

import json
from contextlib import nullcontext
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from stats.models import Edition, Member
from tests.stats.factories import COUNTRIES, EVENTS, figures_of, import_odp

pytestmark = pytest.mark.django_db

LANDS = (*COUNTRIES, ("Peru", "Pérou"), ("Cuba", "Cuba"))
NUMBERS = {
    "India": [5 * n for n in range(1, 13)],
    "France": [100 + 5 * n for n in range(12)],
    "Peru": [20, 40] * 6,
    "Cuba": [35] * 12,
}


@pytest.fixture
def waiting():
    """India is gone; Brazil has its figures, and Chad is new."""
    import_odp(figures_of(NUMBERS), countries=LANDS)
    now = {**NUMBERS, "Brazil": NUMBERS["India"], "Chad": [0] * 11 + [5]}
    del now["India"]
    import_odp(figures_of(now), countries=LANDS, accept=False)


def members(*options, code=0):
    out = StringIO()
    with nullcontext() if code == 0 else pytest.raises(SystemExit, match=str(code)):
        call_command("members", EVENTS, *options, stdout=out)
    return out.getvalue()


def test_it_says_what_is_undecided_and_what_it_may_be(waiting):
    text = members(code=1)
    assert "citizenship: Brazil (brazil): undecided" in text
    assert "perhaps India (india): its figures are those of India in 12 of 12 periods" in text


def test_labels_are_decided_and_the_edition_can_be_accepted(waiting):
    members("--same", "Brazil=india", "--rename", "--new", "Chad")
    call_command("members", EVENTS, "--json", stdout=(out := StringIO()))
    found = json.loads(out.getvalue())
    assert (found["dataset"], found["edition"], found["undecided"]) == (EVENTS, 2, 0)
    assert [(u["code"], u["decision"], u["same_as"]) for u in found["unmatched"]] == [
        ("brazil", "same", "india"),
        ("chad", "new", None),
    ]
    assert Member.objects.filter(code="chad").exists()
    assert not Member.objects.filter(code="brazil").exists()


def test_all_the_others_are_new(waiting):
    members("--same", "Brésil=india", "--all-new")
    one, other = Edition.objects.get(number=2).unmatched.all()
    assert (one.decision, other.decision) == ("same", "new")
    assert "Chad (chad): undecided" in members("--undo", "Chad", code=1)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--new", "Chat"], "nearest: 'Chad'"),
        (["--same", "Brazil=indi"], "nearest: 'india'"),
        (["--same", "Brazil"], "expected LABEL=CODE"),
        (["--same", "Brazil=chad"], "new itself"),
    ],
)
def test_what_cannot_be_is_refused_with_the_nearest(waiting, options, message):
    with pytest.raises(CommandError, match=message):
        call_command("members", EVENTS, *options)
    assert Edition.objects.get(number=2).unmatched.undecided().count() == 2


def test_without_a_waiting_edition_there_is_nothing_to_decide(db):
    with pytest.raises(CommandError, match="no edition of 'imp-citizenship' is waiting"):
        call_command("members", EVENTS)
