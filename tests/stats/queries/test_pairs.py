"""Two editions side by side from the store: what both say, and which members are called otherwise."""

import polars as pl
import pytest

from stats.ingest.decide import accept
from stats.ingest.register import dataset_named
from stats.labels import Label
from stats.models import Dimension, Edition
from stats.queries.pairs import changes_of, pair_of
from tests.stats.factories import EVENTS, figures_of, import_odp

pytestmark = pytest.mark.django_db


def edition(number):
    return Edition.objects.get(dataset__slug=EVENTS, number=number)


def test_a_pair_costs_the_same_queries_whatever_it_holds(data_dir, django_assert_max_num_queries):
    import_odp(figures_of({"India": [5, 10], "France": [5, 5]}))
    import_odp(figures_of({"India": [5, 15, 20], "France": [5, 5, 10]}))
    first, second = edition(1), edition(2)
    with django_assert_max_num_queries(10):
        pair = pair_of(first, second)
    assert dict(pair.finest["what"].value_counts().iter_rows()) == {"unchanged": 3, "revised": 1, "new": 2}
    assert pair.rows == 2
    assert pair_of(second, first).moved["delta"].to_list() == [-5]


def test_changes_are_the_pair_less_the_cells_that_stayed(data_dir):
    import_odp(figures_of({"India": [5, 10, None], "France": [5, 5, 5]}))
    import_odp(figures_of({"India": [5, 15, 20, 5], "France": [5, 5, 0]}))
    whole, part = (find(edition(1), edition(2)) for find in (pair_of, changes_of))
    changed = whole.cells.filter(pl.col("what") != "unchanged").drop("cell")
    assert part.cells.drop("cell").equals(changed)
    assert sorted(changed["what"]) == ["new", "revised", "revised", "suppression"]
    assert part.rows == whole.rows


def test_a_member_that_is_called_otherwise_is_named_both_ways(data_dir):
    dataset_named(EVENTS)
    Dimension.objects.update(coded=True)
    for name in ("2174 - Programmers", "2174 - Computer programmers"):
        names = ((name, "2174 - Programmeurs"), ("6322 - Cooks", "6322 - Cuisiniers"))
        figures = figures_of({names[0][0]: [5, 10, 15], names[1][0]: [5, 5, 10 + len(name)]})
        rounded = {key: number // 5 * 5 for key, number in figures.items()}
        accept(edition(import_odp(rounded, countries=names, accept=False).edition))
    (there,) = pair_of(edition(1), edition(2)).renamed
    (back,) = pair_of(edition(2), edition(1)).renamed
    assert (there.code, there.label) == ("2174", Label("Programmers → Computer programmers"))
    assert back.label == Label("Computer programmers → Programmers")
    said = {change["kind"]: change["said"] for change in edition(2).classification}
    assert said["relabelled"] == (
        "Members called otherwise than before: 1 (Programmers → Computer programmers)."
    )
