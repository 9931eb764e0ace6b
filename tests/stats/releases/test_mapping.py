"""Renamings in the publisher's own figures: what is asked of an edition, and what is suggested."""

import pytest

from stats.ingest.decide import accept
from stats.ingest.mapping import Answer, decide
from stats.models import Edition, Mapped, Member
from tests.stats.factories import imported

pytestmark = [pytest.mark.releases, pytest.mark.django_db]

TABLE = "pr-citizenship"


@pytest.fixture
def taken(releases):
    """Import an edition with some names exchanged for others; gives what is stored of it."""

    def run(table, edition, suffix="", names=()):
        (path,) = (releases / table / edition).glob(f"*{suffix}")
        data = path.read_bytes()
        for real, made_up in names:
            assert f"\t{real}\t".encode() in data
            data = data.replace(f"\t{real}\t".encode(), f"\t{made_up}\t".encode())
        imported(table, (path.name, data), accept=False)
        return Edition.objects.filter(dataset__slug=table).latest("number")

    return run


def test_a_renamed_country_is_recognised_because_its_figures_go_on(taken):
    names = [("Solomon Islands", "Solomons, The"), ("Solomon, Îles", "Salomon (les)")]
    accept(taken(TABLE, "2024-06", "csv", names))
    waiting = taken(TABLE, "2024-07")
    (one,) = waiting.unmatched.all()
    assert one.label.en == "Solomon Islands"
    best = one.suggested[0]
    assert (best.label.en, best.same, best.compared) == ("Solomons, The", 19, 19)
    decide(waiting, [Answer(one, Mapped.SAME, Member.objects.get(code=best.code), renames=True)])
    waiting.refresh_from_db()
    assert waiting.cells["removed"] == 0
    accept(waiting)
    assert Member.objects.get(code=best.code).label_en == "Solomon Islands"


def test_names_without_any_likeness_are_recognised_by_their_figures_alone(taken):
    """Ten countries under made-up names at once, large and small, across a real revision."""
    real = ("India", "Brazil", "Mexico", "Chile", "Malta", "Egypt", "Italy", "Morocco", "Spain", "Peru")
    names = [(name, f"Qx{n}w") for n, name in enumerate(real)]
    accept(taken(TABLE, "2024-06", "csv", names))
    asked = {one.label.en: one.suggested for one in taken(TABLE, "2024-07").unmatched.all()}
    assert set(asked) == set(real)
    assert {name: asked[name][0].label.en for name in asked} == dict(names)


@pytest.mark.parametrize(
    ("table", "editions", "unmatched"),
    [
        ("study-citizenship", ("2024-06", "2025-01", "2025-07"), []),
        ("pr-province-category", ("2024-06", "2024-07", "2025-07"), []),
        ("asylum-office", ("2024-07", "2025-07"), ["Province/Territory of claim not stated"]),
    ],
)
def test_real_editions_ask_of_what_is_really_new(taken, table, editions, unmatched):
    for name in editions:
        waiting = taken(table, name)
        asked = list(waiting.unmatched.all())
        decide(waiting, [Answer(one, Mapped.NEW) for one in asked])
        accept(waiting)
    assert [one.label.en for one in asked] == unmatched
