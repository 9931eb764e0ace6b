"""The pace of imports: it only goes forward, ends at the whole, and follows what was measured."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stats.models import Stage
from stats.pace import SHARES, Pace

SECONDS = st.fixed_dictionaries({stage: st.floats(0, 1000) for stage in SHARES})
PLACES = st.tuples(st.sampled_from(list(SHARES)), st.floats(0, 1))


def test_every_stage_has_its_share_in_order():
    assert list(SHARES) == Stage.values
    assert sum(SHARES.values()) == pytest.approx(1)


@given(SECONDS, PLACES, PLACES)
def test_what_comes_later_is_further(seconds, one, two):
    pace, stages = Pace.of(seconds), list(SHARES)
    early, late = sorted((one, two), key=lambda place: (stages.index(place[0]), place[1]))
    assert 0 <= pace.fraction(*early) <= pace.fraction(*late) <= 1
    assert pace.fraction("announce", 1) == pytest.approx(1)


def test_the_last_import_says_how_long_this_one_takes():
    pace = Pace.of({"read": 10, "load": 30})
    assert pace.fraction("load", 0.5) == pytest.approx(25 / 40)
    assert pace.left("read", 0, elapsed=0) == pytest.approx(40)


def test_after_a_tenth_an_import_goes_by_its_own_speed():
    pace = Pace.of({"read": 10, "load": 30})
    assert pace.left("load", 0, elapsed=5) == pytest.approx(15)


def test_without_an_import_before_nobody_knows_until_it_has_come_some_way():
    pace = Pace.of(None)
    assert pace.left("read", 0, elapsed=1) is None
    assert pace.left("load", 0, elapsed=2) == pytest.approx(2 * (1 / pace.fraction("load") - 1))


def test_a_dataset_whose_last_import_took_no_time_is_like_a_new_one():
    assert not Pace.of({"read": 0.0}).known
